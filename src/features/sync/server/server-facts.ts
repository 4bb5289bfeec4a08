import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import { FACT_ROW, SERVER_DEVICE, type Fact } from '../domain/fact.ts';
import type { Scope } from '../domain/operation.ts';
import type { RowChanges } from '../domain/stored-operation.ts';
import type { ServerFactRow } from './tables.ts';

/** A fact that no device writes: somebody told the desk, or pressed it on their receipt. */
export type NewServerFact = {
  /** Made anew unless it is told. */
  readonly id?: string;
  readonly scope: Scope;
  readonly type: string;
  readonly entityId: string;
  readonly payload: unknown;
  readonly at: Instant;
  /** `applicant`, or the account that wrote it down. */
  readonly by: string;
  readonly deleteAfter: LocalDate;
};

/** Writes a fact once and for ever, and hands it to the devices of its scope with the next flush. */
export async function addServerFact(
  tx: Tx,
  changes: RowChanges,
  fact: NewServerFact
): Promise<Fact> {
  const row: ServerFactRow = {
    id: fact.id ?? newId(),
    scope: fact.scope,
    type: fact.type,
    entity_id: fact.entityId,
    payload: JSON.stringify(fact.payload),
    happened_at: fact.at,
    written_by: fact.by,
    delete_after: fact.deleteAfter
  };
  await tx.insertInto('server_fact').values(row).execute();
  const written = serverFactOf(row);
  changes.put(fact.scope, FACT_ROW, row.id, written);
  return written;
}

/** The first fact about an entity that no device wrote. */
export async function findServerFact(
  tx: Tx,
  scope: Scope,
  entityId: string
): Promise<Fact | undefined> {
  const row = await tx
    .selectFrom('server_fact')
    .selectAll()
    .where('scope', '=', scope)
    .where('entity_id', '=', entityId)
    .orderBy('id')
    .executeTakeFirst();
  return row && serverFactOf(row);
}

export function serverFactOf(row: ServerFactRow): Fact {
  return {
    opId: row.id,
    type: row.type,
    entityId: row.entity_id,
    payload: row.payload,
    at: row.happened_at,
    deviceId: SERVER_DEVICE,
    deviceName: '',
    conflict: null,
    flagged: false
  };
}
