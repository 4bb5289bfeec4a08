import * as v from 'valibot';
import { err, ok, type Result } from '#shared/result.ts';
import {
  HANDOVER_DIGITS,
  HandoverContents,
  HandoverFile,
  MOST_CARRIED_AT_ONCE,
  type Carried
} from '../domain/handover.ts';
import type { Operation } from '../domain/operation.ts';
import { sealedAbout, type OperationContent } from '../domain/sealed-operation.ts';
import { carryOperations, type Fetch } from './exchange.ts';
import { openCarried, openOwn, readUnsent, toSend, WrittenOperation } from './outbox.ts';
import { openWithDigits, prove, randomDigits, sealWithDigits } from './handover-seal.ts';
import { seal } from './sealed.ts';
import type { CarriedRow, OutboxRow } from './stores.ts';
import type { SyncDb } from './sync-db.ts';
import type { SyncOutcome } from './sync.ts';

const DONE: SyncOutcome = { kind: 'done' };

export type Handover = {
  readonly file: Blob;
  /** Said to the other person; they are nowhere in the file. */
  readonly digits: string;
  readonly facts: number;
};

/** Everything that waits on this device, as a file for another one. It goes on waiting here too. */
export async function makeHandover(db: SyncDb): Promise<Handover | undefined> {
  const all = await contentsToHandOver(db);
  if (all.length === 0) return undefined;
  const digits = randomDigits(HANDOVER_DIGITS);
  const sealed: HandoverFile = {
    format: 'engawa-handover-1',
    ...(await sealWithDigits(JSON.stringify(all), digits))
  };
  const file = new Blob([JSON.stringify(sealed)], { type: 'application/json' });
  return { file, digits, facts: all.length };
}

/** What stands in the file: this device's own facts, and those that it carries. */
export async function contentsToHandOver(db: SyncDb): Promise<HandoverContents> {
  const { device, rows } = await readUnsent(db, Infinity);
  if (!device) return [];
  const own = await Promise.all(
    rows.map(async (row) => ({
      ...(await carriedOf(row, device.secret)),
      ...{ name: device.name, ...contentIn(await openOwn(db, row)) }
    }))
  );
  const waiting = await db.carried.filter(({ answered }) => !answered).toArray();
  const brought = await Promise.all(
    waiting.map(async (row) => ({
      ...{ text: row.text, proof: row.proof, name: row.name },
      ...contentIn(await openCarried(db, row))
    }))
  );
  return [...own, ...brought];
}

function contentIn(operation: Operation | undefined): { readonly content?: OperationContent } {
  if (!operation) return {};
  const { type, entityId, payload, clientAt } = operation;
  return { content: { type, entityId, payload, clientAt } };
}

export type HandoverError = { readonly type: 'not-a-handover' | 'wrong-digits' };

/**
 * Keeps what another device handed over, as it was written, to be shown here and forwarded. The same
 * file taken twice changes nothing. @returns how many facts it brought
 */
export async function takeHandover(
  db: SyncDb,
  text: string,
  digits: string
): Promise<Result<number, HandoverError>> {
  const file = v.safeParse(v.pipe(v.string(), v.parseJson(), HandoverFile), text);
  if (!file.success) return err({ type: 'not-a-handover' });
  const opened = await openWithDigits(file.output, digits);
  if (opened === undefined) return err({ type: 'wrong-digits' });
  const contents = v.safeParse(v.pipe(v.string(), v.parseJson(), HandoverContents), opened);
  if (!contents.success) return err({ type: 'not-a-handover' });
  return ok(await keepHandedOver(db, contents.output));
}

/** @returns how many facts came. */
export async function keepHandedOver(db: SyncDb, contents: HandoverContents): Promise<number> {
  const rows = await Promise.all(contents.flatMap((one) => rowOf(db, one)));
  await db.transaction('rw', db.carried, db.outbox, async () => {
    const known = await db.carried.bulkGet(rows.map(({ opId }) => opId));
    const own = await db.outbox.bulkGet(rows.map(({ opId }) => opId));
    await db.carried.bulkPut(rows.filter((_, index) => !known[index] && !own[index]));
  });
  return rows.length;
}

/** As it lies here: what happened under this device's keys, nothing where the text is no operation. */
function rowOf(db: SyncDb, one: HandoverContents[number]): Promise<CarriedRow> | [] {
  const { text, proof, name, content } = one;
  const operation = v.safeParse(WrittenOperation, text);
  if (!operation.success) return [];
  const { opId, scope } = operation.output;
  const row = { opId, scope, name, text, proof };
  if (!content) return Promise.resolve(row);
  const about = sealedAbout(operation.output);
  return db.vault
    .keyFor(scope)
    .then(async (key) => ({ ...row, own: await seal(key, content, about) }));
}

/** Brings the server what other devices handed over. What it took stays until a pull has shown it. */
export async function forward(db: SyncDb, fetch: Fetch): Promise<SyncOutcome> {
  const waiting = await db.carried.filter(({ answered }) => !answered).toArray();
  const inOrder = waiting
    .map((row) => ({
      row,
      operation: v.parse(WrittenOperation, row.text)
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
        const own = row.own && { own: row.own };
        await db.refused.put({ opId, scope, status: 'rejected', code: 'not-proved', ...own });
      }
    });
  }
  return DONE;
}

async function carriedOf(row: OutboxRow, secret: string): Promise<Carried> {
  const text = JSON.stringify(toSend(row));
  return { text, proof: await prove(text, secret) };
}
