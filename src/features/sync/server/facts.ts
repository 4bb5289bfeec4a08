import type { Db } from '#server/db/database.ts';
import type { Fact } from '../domain/fact.ts';
import { happenedAt, type Scope } from '../domain/operation.ts';
import { serverFactOf } from './server-facts.ts';
import './tables.ts';

/** The facts that took effect in a scope so far, whoever wrote them: all, or those of one entity. */
export async function readFacts(db: Db, scope: Scope, entityId?: string): Promise<readonly Fact[]> {
  const rows = await db
    .selectFrom('operation')
    .innerJoin('device', 'device.id', 'operation.device_id')
    .selectAll('operation')
    .select('device.name as device_name')
    .where('scope', '=', scope)
    .where('result', 'in', ['applied', 'conflict'])
    .$if(entityId !== undefined, (query) => query.where('entity_id', '=', entityId ?? ''))
    .orderBy('received_at')
    .orderBy('op_id')
    .execute();
  const written = await db
    .selectFrom('server_fact')
    .selectAll()
    .where('scope', '=', scope)
    .$if(entityId !== undefined, (query) => query.where('entity_id', '=', entityId ?? ''))
    .orderBy('happened_at')
    .orderBy('id')
    .execute();
  const taken = rows.map((row) => ({
    opId: row.op_id,
    type: row.type,
    entityId: row.entity_id,
    payload: row.payload,
    at: happenedAt({ clientAt: row.client_at, clockOffsetMs: row.clock_offset_ms }),
    deviceId: row.device_id,
    deviceName: row.device_name,
    conflict: row.code,
    flagged: row.flagged === 1
  }));
  return [...taken, ...written.map(serverFactOf)];
}
