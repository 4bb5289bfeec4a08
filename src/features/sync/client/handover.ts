import type Dexie from 'dexie';
import * as v from 'valibot';
import { err, ok, type Result } from '#shared/result.ts';
import {
  HANDOVER_DIGITS,
  HandoverContents,
  HandoverFile,
  MOST_CARRIED_AT_ONCE,
  type Carried
} from '../domain/handover.ts';
import { Operation } from '../domain/operation.ts';
import { carryOperations, type Fetch } from './exchange.ts';
import { readUnsent } from './outbox.ts';
import { prove, randomDigits, seal, unseal } from './sealing.ts';
import type { SyncTables } from './stores.ts';
import type { SyncOutcome } from './sync.ts';

type FieldDb = Dexie & SyncTables;

const DONE: SyncOutcome = { kind: 'done' };

export type Handover = {
  readonly file: Blob;
  /** Said to the other person; they are nowhere in the file. */
  readonly digits: string;
  readonly facts: number;
};

/** Everything that waits on this device, as a file for another one. It goes on waiting here too. */
export async function makeHandover(db: FieldDb): Promise<Handover | undefined> {
  const { device, ops } = await readUnsent(db, Infinity);
  if (!device) return undefined;
  const own = await Promise.all(
    ops.map(async (operation) => ({
      ...(await carriedOf(operation, device.secret)),
      name: device.name
    }))
  );
  const brought = await db.carried.filter(({ answered }) => !answered).toArray();
  const all: HandoverContents = [
    ...own,
    ...brought.map(({ text, proof, name }) => ({ text, proof, name }))
  ];
  if (all.length === 0) return undefined;
  const digits = randomDigits(HANDOVER_DIGITS);
  const sealed: HandoverFile = {
    format: 'engawa-handover-1',
    ...(await seal(JSON.stringify(all), digits))
  };
  const file = new Blob([JSON.stringify(sealed)], { type: 'application/json' });
  return { file, digits, facts: all.length };
}

export type HandoverError = { readonly type: 'not-a-handover' | 'wrong-digits' };

/**
 * Keeps what another device handed over, as it was written, to be shown here and forwarded. The same
 * file taken twice changes nothing. @returns how many facts it brought
 */
export async function takeHandover(
  db: FieldDb,
  text: string,
  digits: string
): Promise<Result<number, HandoverError>> {
  const file = v.safeParse(v.pipe(v.string(), v.parseJson(), HandoverFile), text);
  if (!file.success) return err({ type: 'not-a-handover' });
  const opened = await unseal(file.output, digits);
  if (opened === undefined) return err({ type: 'wrong-digits' });
  const contents = v.safeParse(v.pipe(v.string(), v.parseJson(), HandoverContents), opened);
  if (!contents.success) return err({ type: 'not-a-handover' });

  const rows = contents.output.flatMap(({ text, proof, name }) => {
    const operation = v.safeParse(v.pipe(v.string(), v.parseJson(), Operation), text);
    return operation.success
      ? [{ ...{ opId: operation.output.opId, scope: operation.output.scope }, name, text, proof }]
      : [];
  });
  await db.transaction('rw', db.carried, db.outbox, async () => {
    const known = await db.carried.bulkGet(rows.map(({ opId }) => opId));
    const own = await db.outbox.bulkGet(rows.map(({ opId }) => opId));
    await db.carried.bulkPut(rows.filter((_, index) => !known[index] && !own[index]));
  });
  return ok(rows.length);
}

/** Brings the server what other devices handed over. What it took stays until a pull has shown it. */
export async function forward(db: FieldDb, fetch: Fetch): Promise<SyncOutcome> {
  const waiting = await db.carried.filter(({ answered }) => !answered).toArray();
  const inOrder = waiting
    .map((row) => ({
      row,
      operation: v.parse(v.pipe(v.string(), v.parseJson(), Operation), row.text)
    }))
    .toSorted((one, other) => one.operation.seq - other.operation.seq);

  for (let from = 0; from < inOrder.length; from += MOST_CARRIED_AT_ONCE) {
    const device = await db.device.get('this');
    if (!device) return { kind: 'not-enrolled' };
    const batch = inOrder.slice(from, from + MOST_CARRIED_AT_ONCE);
    const ops = batch.map(({ row: { text, proof } }) => ({ text, proof }));
    const answer = await carryOperations(fetch, device, ops);
    if (!answer.ok) return answer.error;
    await db.transaction('rw', db.carried, db.refused, db.scope, async () => {
      for (const [index, { row, operation }] of batch.entries()) {
        const result = answer.value.results[index];
        if (result === undefined || result === 'waiting') continue;
        // A roster that this device does not hold is not fetched for showing it.
        if (await db.scope.get(row.scope)) await db.carried.update(row.opId, { answered: true });
        else await db.carried.delete(row.opId);
        if (result === 'taken') continue;
        const { opId, scope } = operation;
        await db.refused.put({ opId, scope, status: 'rejected', code: 'not-proved', operation });
      }
    });
  }
  return DONE;
}

async function carriedOf(operation: Operation, secret: string): Promise<Carried> {
  const { opId, deviceId, seq, scope, type, entityId, payload } = operation;
  const { clientAt, clockOffsetMs, actorId } = operation;
  const text = JSON.stringify({
    ...{ opId, v: operation.v, deviceId, seq, scope, type, entityId, payload },
    ...{ clientAt, clockOffsetMs, actorId }
  });
  return { text, proof: await prove(text, secret) };
}
