import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFieldDb, type FieldDb } from '#app/client/field-db.ts';
import { keepAnswer, keptAnswer } from '#app/client/kept.ts';
import { newId } from '#shared/ids.ts';
import type { KeysResponse, PullResponse, ServerKey } from '../domain/exchange.ts';
import { MOST_WRONG_PINS } from '../domain/pin.ts';
import { venueCodeOf } from '../domain/venue-code.ts';
import { makeServerKey, PIN, VENUE_CODE } from '#tests/support/vault.ts';
import { rowsOf } from './chunks.ts';
import { destroyKeys } from './destroy-keys.ts';
import type { Fetch } from './exchange.ts';
import { ownOperationsOf, recordOperation } from './outbox.ts';
import { chooseFirstPin, openFromServer } from './scope-keys.ts';
import { pull, push } from './sync.ts';
import { Locked } from './vault.ts';

const scope = `session:${newId()}`;
const own = `supporter:${newId()}`;
const PLANTED = 'うえきばち はなこ';
const ITERATIONS = 1000;

let db: FieldDb;
let serverKey: ServerKey;
let rows: PullResponse['rows'];
let reachable: boolean;

/** A server with one session; it tells its key and its rows, and takes whatever comes. */
const server: Fetch = (address, { body }) => {
  if (!reachable) return Promise.reject(new TypeError('network'));
  const serverTime = Date.now();
  if (address.endsWith('/keys')) {
    const { scopes } = JSON.parse(body as string) as { scopes: string[] };
    const venueCodes = scopes
      .filter((asked) => asked === scope)
      .map((asked) => ({ scope: asked, code: VENUE_CODE }));
    return Promise.resolve(
      Response.json({ serverKey, venueCodes, serverTime } satisfies KeysResponse)
    );
  }
  const from = Number(new URLSearchParams(address.split('?')[1]).get('cursor')?.split('.')[0]);
  return Promise.resolve(
    Response.json({
      rows: rows.slice(from),
      tombstones: [],
      cursor: `${rows.length}.`,
      more: false,
      serverTime,
      reset: false,
      revokedScopes: []
    } satisfies PullResponse)
  );
};

const row = (name: string) => ({ id: newId(), kind: 'roster', body: JSON.stringify({ name }) });
const walkIn = (of = scope) =>
  recordOperation(
    db,
    { scope: of, type: 'attend.walkin', entityId: newId(), payload: { kana: PLANTED } },
    Date.now()
  );
const namesIn = async (of: string) =>
  (await rowsOf(db, of)).map(({ body }) => (JSON.parse(body) as { name: string }).name);

/** As the app does when it is started anew: nothing is in memory. */
function startAnew(): void {
  db.close();
  db = openFieldDb(db.name, ITERATIONS);
}

async function everythingStored(): Promise<string> {
  const tables = await Promise.all(db.tables.map((table) => table.toArray()));
  const asText = (_: string, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
  const text = JSON.stringify(tables, asText);
  return `${text} ${Buffer.from(text, 'latin1').toString('utf8')}`;
}

beforeEach(async () => {
  reachable = true;
  serverKey = await makeServerKey();
  rows = [row(PLANTED)];
  db = openFieldDb(`vault-${newId()}`, ITERATIONS);
  await db.device.put({
    ...{ key: 'this', deviceId: newId(), secret: 'x'.repeat(40), name: 'A' },
    ...{ accountId: newId(), accountName: '受付', nextSeq: 1, clockOffsetMs: 0 }
  });
  expect(await chooseFirstPin(db, server, PIN)).toBeUndefined();
  expect(await pull(db, server, scope)).toEqual({ kind: 'done' });
  expect(await pull(db, server, own)).toEqual({ kind: 'done' });
});
afterEach(() => db.delete());

describe('what lies on the device', () => {
  test('says nothing of a name: rows, waiting and refused operations, kept answers', async () => {
    const operation = await walkIn();
    await walkIn(own);
    await keepAnswer(db, 'board', { names: [PLANTED] });
    const { opId } = operation;
    const refusal = {
      results: [{ opId, duplicate: false, status: 'rejected', code: 'no-right' }],
      ...{ expectedSeq: 2, restarted: false, revoked: false, serverTime: Date.now() }
    };
    const answers = [Response.json(refusal), new Response('', { status: 503 })];
    expect(await push(db, () => Promise.resolve(answers.shift()!))).toEqual({ kind: 'busy' });
    expect(await db.refused.count()).toBe(1);
    const stored = await everythingStored();
    expect(stored).toContain(opId);
    for (const part of [PLANTED, 'うえきばち', 'attend.walkin', VENUE_CODE, PIN])
      expect(stored).not.toContain(part);
  });

  test('is read while the device is open, by a live query too', async () => {
    await walkIn();
    await keepAnswer(db, 'board', { names: [PLANTED] });
    expect(await namesIn(scope)).toEqual([PLANTED]);
    expect((await keptAnswer(db, 'board'))?.body).toEqual({ names: [PLANTED] });

    const seen: number[] = [];
    const look = async () => {
      const [base, waiting] = await Promise.all([rowsOf(db, scope), ownOperationsOf(db, scope)]);
      return base.length + waiting.length;
    };
    const subscription = liveQuery(look).subscribe((count) => seen.push(count));
    await expect.poll(() => seen.at(-1)).toBe(2);
    await walkIn();
    await expect.poll(() => seen.at(-1)).toBe(3);
    rows.push(row('later'));
    await pull(db, server, scope);
    await expect.poll(() => seen.at(-1)).toBe(4);
    subscription.unsubscribe();
  });
});

describe('a locked device', () => {
  test('shows nothing, writes nothing and keeps everything', async () => {
    await walkIn();
    db.vault.lock();
    expect(await rowsOf(db, scope)).toEqual([]);
    expect(await ownOperationsOf(db, scope)).toEqual([]);
    await expect(walkIn()).rejects.toThrow(Locked);
    expect(await pull(db, server, scope)).toEqual({ kind: 'locked' });
    expect(await db.vault.unlock(PIN)).toEqual({ kind: 'open' });
    expect(await namesIn(scope)).toEqual([PLANTED]);
    expect(await ownOperationsOf(db, scope)).toMatchObject([{ type: 'attend.walkin', seq: 1 }]);
  });

  test('opens with the PIN alone while the app lives, without a network', async () => {
    reachable = false;
    db.vault.lock();
    await db.vault.unlock(PIN);
    expect(await namesIn(scope)).toEqual([PLANTED]);
    expect(await walkIn()).toMatchObject({ seq: 1 });
  });

  test('started anew it needs the network or the card for a session, and not for an own log', async () => {
    reachable = false;
    startAnew();
    await db.vault.unlock(PIN);
    expect(await namesIn(own)).toEqual([PLANTED]);
    expect(await namesIn(scope)).toEqual([]);
    expect(await db.vault.closedScopes()).toEqual([scope]);

    const otherCard = venueCodeOf('9'.repeat(22));
    expect(await db.vault.openWith(scope, otherCard)).toBe(false);
    expect(await namesIn(scope)).toEqual([]);
    expect(await db.vault.openWith(scope, VENUE_CODE)).toBe(true);
    expect(await namesIn(scope)).toEqual([PLANTED]);

    startAnew();
    reachable = true;
    await db.vault.unlock(PIN);
    expect(await openFromServer(db, server, [scope])).toBeUndefined();
    expect(await namesIn(scope)).toEqual([PLANTED]);
  });

  test('does not open on another device, whatever is known', async () => {
    const other = openFieldDb(`vault-${newId()}`, ITERATIONS);
    for (const name of ['key', 'chunk', 'scope', 'device'])
      await other.table(name).bulkPut(await db.table(name).toArray());
    const lock = await db.lock.get('this');
    await other.vault.setUp(PIN, { reader: 'r'.repeat(43), serverKey });
    await other.key.clear();
    await other.key.bulkPut(await db.key.toArray());
    await other.lock.update('this', { salt: lock!.salt, iterations: lock!.iterations });
    other.vault.lock();
    expect(await other.vault.unlock(PIN)).toMatchObject({ kind: 'wrong' });
    await other.delete();
  });
});

describe('wrong PINs', () => {
  const WRONG = '905173';

  test('are counted across reloads, and the right one begins anew', async () => {
    db.vault.lock();
    expect(await db.vault.unlock(WRONG)).toEqual({ kind: 'wrong', wrongPins: 1 });
    startAnew();
    expect(await db.vault.unlock(WRONG)).toEqual({ kind: 'wrong', wrongPins: 2 });
    expect(await db.vault.unlock(PIN)).toEqual({ kind: 'open' });
    expect(await db.lock.get('this')).toMatchObject({ wrongPins: 0 });
  });

  test('ten destroy the keys for good; what was recorded is still sent, and nothing else is left', async () => {
    const operation = await walkIn();
    db.vault.lock();
    const answers = [];
    for (let count = 0; count < MOST_WRONG_PINS; count++)
      answers.push(await db.vault.unlock(WRONG));
    expect(answers.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: MOST_WRONG_PINS - 1 }, () => 'wrong'),
      'destroyed'
    ]);
    expect(await db.vault.unlock(PIN)).toEqual({ kind: 'destroyed' });
    expect([await db.key.count(), await db.chunk.count(), await db.lock.count()]).toEqual([
      0, 0, 0
    ]);

    const sent: unknown[] = [];
    await push(db, (_, { body }) => {
      sent.push(...(JSON.parse(body as string) as { ops: unknown[] }).ops);
      return Promise.reject(new TypeError('network'));
    });
    expect(sent).toMatchObject([{ opId: operation.opId, seq: 1 }]);
    expect(JSON.stringify(sent)).not.toContain('attend.walkin');

    // Staff choose a new PIN, and the rows come again.
    expect(await chooseFirstPin(db, server, '486092')).toBeUndefined();
    await pull(db, server, scope);
    expect(await namesIn(scope)).toEqual([PLANTED]);
  });
});

test('destroyed in one tab, the keys leave the memory of another with its next look', async () => {
  await destroyKeys(db);
  expect(db.vault.isOpen).toBe(true);
  await db.vault.refresh();
  expect(db.vault.isOpen).toBe(false);
});

test('a key that no longer opens is no dead end: the rows come anew', async () => {
  startAnew();
  await db.vault.unlock(PIN);
  await db.key
    .where('scope')
    .equals(scope)
    .modify({ wrapped: new Uint8Array(48) });
  expect(await pull(db, server, scope)).toEqual({ kind: 'done' });
  expect(await namesIn(scope)).toEqual([PLANTED]);
  expect(await db.key.where('scope').equals(scope).count()).toBe(1);
});

test('what lay open before there was a PIN is sealed where it lies', async () => {
  const before = openFieldDb(`vault-${newId()}`, ITERATIONS);
  const [device] = await db.device.toArray();
  await before.device.put(device!);
  const envelope = { v: 1, deviceId: device!.deviceId, scope, clockOffsetMs: 0 };
  const waiting = {
    ...envelope,
    ...{ opId: newId(), seq: 1, type: 'attend.walkin', entityId: newId() },
    ...{ payload: JSON.stringify({ kana: PLANTED }), clientAt: 5, actorId: device!.accountId }
  };
  const refused = { ...waiting, opId: newId() };
  await before.row.bulkPut(rows.map((one) => ({ scope, ...one })));
  await before.scope.put({ id: scope, cursor: '1.', lastPulledAt: 7 });
  await before.outbox.put({ ...waiting, answered: 0 });
  await before.refused.put({
    ...{ opId: refused.opId, scope, status: 'rejected', code: 'no-right', operation: refused }
  });
  await db.delete();
  db = before;

  expect(await chooseFirstPin(db, server, PIN)).toBeUndefined();
  expect(await everythingStored()).not.toContain('うえきばち');
  expect(await namesIn(scope)).toEqual([PLANTED]);
  expect(await ownOperationsOf(db, scope)).toEqual([waiting]);
  rows.push(row('later'));
  await pull(db, server, scope);
  expect(await namesIn(scope)).toEqual([PLANTED, 'later']);
});

test('many small pulls are put together, and none of their rows is lost or comes twice', async () => {
  for (let count = 1; count <= 40; count++) {
    rows.push(row(`row ${count}`));
    await pull(db, server, scope);
  }
  expect((await namesIn(scope)).toSorted()).toEqual(
    rows.map(({ body }) => (JSON.parse(body) as { name: string }).name).toSorted()
  );
  expect(await db.chunk.where('[scope+n]').between([scope, 0], [scope, 1e6]).count()).toBeLessThan(
    20
  );
});
