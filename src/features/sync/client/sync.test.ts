import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFieldDb, type FieldDb } from '#app/client/field-db.ts';
import { newId } from '#shared/ids.ts';
import type { PullResponse, PushRequest, PushResponse } from '../domain/exchange.ts';
import { makeServerKey, PIN, VENUE_CODE } from '#tests/support/vault.ts';
import { rowsOf } from './chunks.ts';
import type { Fetch } from './exchange.ts';
import { ownOperationsOf, readUnsent, recordOperation } from './outbox.ts';
import { carriedStores, keyStores, syncStores } from './stores.ts';
import { forgetOver, pull, push } from './sync.ts';

const scope = `session:${newId()}`;
const deviceId = newId();
const now = 1_796_000_000_000;

let db: FieldDb;

beforeEach(async () => {
  db = openFieldDb(`test-${newId()}`, 1);
  await db.device.put({
    key: 'this',
    deviceId,
    secret: 'x'.repeat(40),
    name: 'A',
    accountId: newId(),
    accountName: '受付',
    nextSeq: 1,
    clockOffsetMs: 0
  });
  await db.vault.setUp(PIN, { reader: 'r'.repeat(43), serverKey: await makeServerKey() });
  db.vault.keepVenueCode(scope, VENUE_CODE);
});
afterEach(() => db.delete());

const checkIn = () =>
  recordOperation(
    db,
    { scope, type: 'attend.checkin', entityId: newId(), payload: { by: 'kana', late: false } },
    now
  );

const takeAll: Fetch = (_, { body }) => {
  const request = JSON.parse(body as string) as PushRequest;
  return Promise.resolve(Response.json(pushAnswer(request)));
};

function pushAnswer(request: PushRequest, over: Partial<PushResponse> = {}): PushResponse {
  return {
    results: request.ops.map(({ opId }) => ({ opId, duplicate: false, status: 'applied' })),
    expectedSeq: (request.ops.at(-1)?.seq ?? 0) + 1,
    restarted: false,
    revoked: false,
    serverTime: Date.now(),
    ...over
  };
}

const pullAnswer =
  (over: Partial<PullResponse> = {}): Fetch =>
  () =>
    Promise.resolve(
      Response.json({
        rows: [],
        tombstones: [],
        cursor: '3.x'.replace('x', ''),
        more: false,
        serverTime: Date.now(),
        reset: false,
        revokedScopes: [],
        ...over
      } satisfies PullResponse)
    );

describe('the outbox', () => {
  test('what waited before an update waits after it, and what was answered does not', async () => {
    await checkIn();
    await checkIn();
    const [first, second] = await db.outbox.orderBy('seq').toArray();
    const older = new Dexie(`older-${newId()}`);
    older.version(3).stores({ ...syncStores, ...carriedStores, ...keyStores, kept: 'key' });
    await older.table('device').bulkPut(await db.device.toArray());
    const { answered: _, ...waiting } = second!;
    await older.table('outbox').bulkPut([{ ...first, answered: true }, waiting]);
    older.close();

    const updated = openFieldDb(older.name, 1);
    expect(await readUnsent(updated, 100)).toMatchObject({ rows: [{ seq: 2 }], unsent: 1 });
    await updated.delete();
  });

  test('numbers operations from one, without a hole, even when many are written at once', async () => {
    await Promise.all(Array.from({ length: 20 }, checkIn));
    const seqs = (await db.outbox.orderBy('seq').toArray()).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  test('refuses a fact that there is no room for, and its number with it', async () => {
    await checkIn();
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    db.outbox.hook('creating').subscribe(full);
    await expect(checkIn()).rejects.toThrow('full');
    db.outbox.hook('creating').unsubscribe(full);
    await checkIn();
    expect((await db.outbox.orderBy('seq').toArray()).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  test('keeps what was acknowledged until a pull has shown it, so that nothing flickers', async () => {
    await checkIn();
    expect(await push(db, takeAll)).toEqual({ kind: 'done' });
    expect(await ownOperationsOf(db, scope)).toHaveLength(1);

    await pull(db, pullAnswer(), scope);
    expect(await db.outbox.count()).toBe(0);
  });

  test('keeps what was written while a pull was under way', async () => {
    await checkIn();
    await push(db, takeAll);
    const writing: Fetch = async (...asked) => {
      await checkIn();
      return pullAnswer()(...asked);
    };
    await pull(db, writing, scope);
    expect(await db.outbox.toArray()).toMatchObject([{ seq: 2 }]);
  });

  test('a pull of another scope acknowledges nothing here', async () => {
    await checkIn();
    await push(db, takeAll);
    const other = `session:${newId()}`;
    db.vault.keepVenueCode(other, VENUE_CODE);
    await pull(db, pullAnswer(), other);
    expect(await db.outbox.count()).toBe(1);
  });

  test('a part of a pull acknowledges nothing yet', async () => {
    await checkIn();
    await push(db, takeAll);
    const parts = [pullAnswer({ more: true }), () => Promise.reject(new TypeError('network'))];
    expect(await pull(db, (address, init) => parts.shift()!(address, init), scope)).toEqual({
      kind: 'offline'
    });
    expect(await db.outbox.count()).toBe(1);
  });
});

test('a server that is newer than the app says more, and is understood', async () => {
  const rows = [{ id: 'a', kind: 'roster', body: '{}', since: 'next year' }];
  const more = { rows, weather: 'fine' } as Partial<PullResponse>;
  expect(await pull(db, pullAnswer(more), scope)).toEqual({ kind: 'done' });
  expect(await rowsOf(db, scope)).toMatchObject([{ id: 'a', kind: 'roster' }]);
});

describe('an exchange that brings nothing leaves the queue as it was', () => {
  test.each([
    ['no network', () => Promise.reject(new TypeError('network')), 'offline'],
    [
      'the sign-in page of somebody’s Wi-Fi',
      () => Promise.resolve(new Response('<html>', { status: 200 })),
      'offline'
    ],
    [
      'an answer that breaks off',
      () => Promise.resolve(new Response('{"results":[', { status: 200 })),
      'offline'
    ],
    [
      'a server that asks to wait',
      () => Promise.resolve(new Response('', { status: 503 })),
      'busy'
    ],
    ['too many requests', () => Promise.resolve(new Response('', { status: 429 })), 'busy'],
    [
      'a credential that is not known',
      () => Promise.resolve(new Response('{}', { status: 401 })),
      'signed-out'
    ]
  ] as const)('%s', async (_, fetch, kind) => {
    await checkIn();
    expect(await push(db, fetch)).toMatchObject({ kind });
    expect(await db.outbox.count()).toBe(1);
  });

  test('too large a batch is halved until it passes', async () => {
    await Promise.all(Array.from({ length: 10 }, checkIn));
    const sizes: number[] = [];
    const small: Fetch = (_, { body }) => {
      const request = JSON.parse(body as string) as PushRequest;
      sizes.push(request.ops.length);
      return Promise.resolve(
        request.ops.length > 3
          ? new Response('', { status: 413 })
          : Response.json(pushAnswer(request))
      );
    };
    expect(await push(db, small)).toEqual({ kind: 'done' });
    expect(sizes.reduce((sum, size) => (size > 3 ? sum : sum + size), 0)).toBe(10);
  });
});

test('a refused operation is kept for staff to see', async () => {
  const operation = await checkIn();
  const refuse: Fetch = (_, { body }) => {
    const request = JSON.parse(body as string) as PushRequest;
    const results = request.ops.map(({ opId }) => ({
      opId,
      duplicate: false,
      status: 'rejected' as const,
      code: 'no-right'
    }));
    return Promise.resolve(Response.json(pushAnswer(request, { results })));
  };
  await push(db, refuse);
  expect(await db.refused.toArray()).toMatchObject([{ opId: operation.opId, code: 'no-right' }]);
});

test('a server that has seen higher numbers tells that this storage was lost', async () => {
  await checkIn();
  const restarted: Fetch = (_, { body }) =>
    Promise.resolve(
      Response.json(
        pushAnswer(JSON.parse(body as string) as PushRequest, {
          results: [],
          expectedSeq: 9,
          restarted: true
        })
      )
    );
  expect(await push(db, restarted)).toEqual({ kind: 'restarted' });
});

test('losing the right to a scope removes its rows and keeps what was not sent', async () => {
  await checkIn();
  await pull(db, pullAnswer({ rows: [{ id: 'a', kind: 'roster', body: '{}' }] }), scope);
  await pull(db, pullAnswer({ revokedScopes: [scope] }), scope);
  expect(await rowsOf(db, scope)).toEqual([]);
  expect(await db.outbox.count()).toBe(1);
});

describe('a scope that is held for a time', () => {
  const row = { id: newId(), kind: 'roster', body: '{}' };
  const heldUntil = now + 60_000;

  test('is forgotten when its time is over, with or without a network; what waits to be sent stays', async () => {
    await pull(db, pullAnswer({ rows: [row], serverTime: Date.now(), heldUntil }), scope);
    await checkIn();
    await db.device.update('this', { clockOffsetMs: 0 });
    await forgetOver(db, heldUntil - 1);
    expect(await rowsOf(db, scope)).toHaveLength(1);
    await forgetOver(db, heldUntil);
    expect(await rowsOf(db, scope)).toEqual([]);
    expect(await db.scope.get(scope)).toBeUndefined();
    expect(await db.outbox.count()).toBe(1);
  });

  test("goes by the server's clock, whatever this device's shows", async () => {
    await pull(db, pullAnswer({ rows: [row], heldUntil }), scope);
    await db.device.update('this', { clockOffsetMs: 120_000 });
    await forgetOver(db, now);
    expect(await rowsOf(db, scope)).toEqual([]);
  });

  test('a scope without an end is never forgotten by itself', async () => {
    await pull(db, pullAnswer({ rows: [row] }), scope);
    await forgetOver(db, Number.MAX_SAFE_INTEGER);
    expect(await rowsOf(db, scope)).toHaveLength(1);
  });
});
