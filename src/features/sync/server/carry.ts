import { createHmac, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import type { Db } from '#server/db/database.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Carried, CarryResult } from '../domain/handover.ts';
import { Operation } from '../domain/operation.ts';
import { SealedOperation } from '../domain/sealed-operation.ts';
import { acceptPush, type SyncRules } from './push.ts';
import './tables.ts';

/**
 * Takes facts that another device brings, as if their own had sent them: in its order, each once,
 * whoever comes first. @returns one result for each, in the order brought
 */
export async function acceptCarried(
  db: Db,
  rules: SyncRules,
  carried: readonly Carried[],
  now: Instant
): Promise<readonly CarryResult[]> {
  const brought = await Promise.all(carried.map((one) => readProved(db, one)));
  const proved = brought.filter((operation) => operation !== undefined);
  const results = new Map<string, CarryResult>();
  for (const [deviceId, ops] of Map.groupBy(proved, (operation) => operation.deviceId)) {
    const inOrder = ops.toSorted((one, other) => one.seq - other.seq);
    const request = { deviceId, unsent: 0, ops: inOrder };
    const pushed = await acceptPush(db, rules, deviceId, request, now, 'carried');
    const left = pushed.restarted ? 'refused' : 'waiting';
    for (const { opId } of inOrder) results.set(opId, left);
    for (const { opId } of pushed.results) results.set(opId, 'taken');
  }
  return brought.map((operation) => (operation && results.get(operation.opId)) ?? 'refused');
}

const WrittenOperation = v.pipe(v.string(), v.parseJson(), v.union([Operation, SealedOperation]));

/** `undefined` for what is no operation, and for one that its device did not write so. */
async function readProved(
  db: Db,
  { text, proof }: Carried
): Promise<Operation | SealedOperation | undefined> {
  const parsed = v.safeParse(WrittenOperation, text);
  if (!parsed.success) return undefined;
  const device = await db
    .selectFrom('device')
    .select('secret_hash')
    .where('id', '=', parsed.output.deviceId)
    .executeTakeFirst();
  if (!device) return undefined;
  const expected = createHmac('sha256', device.secret_hash).update(text).digest();
  return timingSafeEqual(expected, Buffer.from(proof, 'hex')) ? parsed.output : undefined;
}
