import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openFieldDb, type FieldDb } from '#app/client/field-db.ts';
import { readKeyCards } from '#app/server/desk/key-cards.ts';
import { giveKeys } from '#app/server/give-keys.ts';
import { syncRules } from '#app/server/operations.ts';
import { pullScope } from '#app/server/pull-scope.ts';
import { destroyKeys } from '#features/sync/client/destroy-keys.ts';
import type { Fetch } from '#features/sync/client/exchange.ts';
import { recordOperation } from '#features/sync/client/outbox.ts';
import { chooseFirstPin } from '#features/sync/client/scope-keys.ts';
import { push } from '#features/sync/client/sync.ts';
import type { KeysRequest, PushRequest } from '#features/sync/domain/exchange.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import { acceptPush } from '#features/sync/server/push.ts';
import { readsAsOpen } from '#features/sync/server/readers.ts';
import type { DeviceRow } from '#features/sync/server/tables.ts';
import { createLogger } from '#server/log.ts';
import { newId } from '#shared/ids.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time/instant.ts';
import { CLASS_BEGINS, makeAccount, makeClass, makeDevice } from '#tests/support/day.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { PIN } from '#tests/support/vault.ts';

const rules = syncRules(createLogger('silent'));
const now = CLASS_BEGINS + MINUTE_MS;

describe.each(engines)('a tablet that seals what it sends, on $name', ({ open }) => {
  let opened: TestDb;
  let accountId: string;
  let deviceId: string;
  let workshopId: string;
  let sessionId: string;
  let tablet: FieldDb;
  let lastPush: PushRequest | undefined;
  let lastKeys: KeysRequest | undefined;

  beforeAll(async () => {
    opened = await open();
    accountId = await makeAccount(opened.db, 'reception');
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    ({ workshopId, sessionId } = await makeClass(opened.db));
    deviceId = await makeDevice(opened.db, accountId, 'A');
    tablet = openFieldDb(`sealed-${newId()}`, 1);
    await tablet.device.put({
      ...{ key: 'this', deviceId, secret: 'x'.repeat(40), name: 'A', accountId },
      ...{ accountName: '受付', nextSeq: 1, clockOffsetMs: now - Date.now() }
    });
    expect(await chooseFirstPin(tablet, server, PIN)).toBeUndefined();
  });
  afterEach(() => tablet.delete());

  const deviceRow = (): Promise<DeviceRow> =>
    opened.db.selectFrom('device').selectAll().where('id', '=', deviceId).executeTakeFirstOrThrow();
  const server: Fetch = async (address, { body }) => {
    const asked = JSON.parse(body as string) as unknown;
    if (address.endsWith('/push')) {
      lastPush = asked as PushRequest;
      return Response.json(await acceptPush(opened.db, rules, deviceId, lastPush, now));
    }
    lastKeys = asked as KeysRequest;
    const keys = await giveKeys(opened.db, rules, await deviceRow(), lastKeys, now);
    return keys ? Response.json(keys) : Response.json({}, { status: 403 });
  };
  const askKeys = (device: DeviceRow, scopes: string[], reader = lastKeys!.reader) =>
    giveKeys(opened.db, rules, device, { scopes, reader }, now);
  const walkIn = () =>
    recordOperation(
      tablet,
      {
        scope: sessionScope(sessionId),
        type: 'attend.walkin',
        entityId: newId(),
        payload: {
          kana: 'たなか',
          name: '田中',
          ageBand: '75-84',
          phoneFamily: 'kantan',
          overCapacity: 'came-anyway'
        }
      },
      Date.now()
    );
  const stored = () =>
    opened.db
      .selectFrom('operation')
      .select(['op_id', 'seq', 'type', 'payload', 'result', 'code'])
      .where('device_id', '=', deviceId)
      .orderBy('seq')
      .execute();

  test('drains while it is locked; the server reads it, nobody on the way does', async () => {
    const first = await walkIn();
    const second = await walkIn();
    tablet.vault.lock();
    expect(await push(tablet, server)).toEqual({ kind: 'done' });
    expect(JSON.stringify(lastPush)).not.toMatch(/たなか|walkin/);
    expect(await stored()).toEqual(
      [first, second].map(({ opId, seq, payload }) => ({
        ...{ op_id: opId, seq, payload, type: 'attend.walkin', result: 'applied', code: null }
      }))
    );
  });

  test('sent twice, it counts once and gets the first answer; plain ones go beside it', async () => {
    const { opId } = await walkIn();
    await push(tablet, server);
    const again = await acceptPush(opened.db, rules, deviceId, lastPush!, now);
    expect(again.results).toEqual([{ opId, duplicate: true, status: 'applied' }]);

    const sealed = lastPush!.ops[0]!;
    const { sealed: _, ...envelope } = sealed as typeof sealed & { sealed: unknown };
    const content = { type: 'attend.leave', entityId: newId(), payload: '{}', clientAt: now };
    const plain = { ...envelope, ...content, opId: newId(), seq: 2 };
    const mixed = { deviceId, unsent: 2, ops: [sealed, plain] };
    const answer = await acceptPush(opened.db, rules, deviceId, mixed, now);
    expect(answer.results.map(({ duplicate }) => duplicate)).toEqual([true, false]);
  });

  test('one that does not open is kept aside, and stops nothing behind it', async () => {
    await walkIn();
    await walkIn();
    const spoil: Fetch = (address, init) => {
      const request = JSON.parse(init.body as string) as PushRequest;
      const [first] = request.ops as unknown as [{ sealed: { data: string } }];
      first.sealed.data = `AAAA${first.sealed.data.slice(4)}`;
      return server(address, { ...init, body: JSON.stringify(request) });
    };
    await push(tablet, spoil);
    expect((await stored()).map(({ result, code }) => [result, code])).toEqual([
      ['parked', 'unreadable'],
      ['applied', null]
    ]);
    expect(await tablet.refused.toArray()).toMatchObject([{ code: 'unreadable' }]);
  });

  test('a revoked tablet is told no keys, one without the right not those of the session', async () => {
    const scopes = [sessionScope(sessionId), sessionScope(newId())];
    const keys = await askKeys(await deviceRow(), scopes);
    expect(keys?.venueCodes.map(({ scope }) => scope)).toEqual([sessionScope(sessionId)]);

    const supporter = await makeAccount(opened.db, 'supporter');
    const other = { ...(await deviceRow()), account_id: supporter };
    expect((await askKeys(other, scopes))?.venueCodes).toEqual([]);
    const revoked = { ...(await deviceRow()), revoked_at: now };
    expect(await askKeys(revoked, scopes)).toBeUndefined();
  });

  test('its credential alone reads nothing: the secret behind the PIN is asked, and chosen once', async () => {
    const scopes = [sessionScope(sessionId)];
    expect(await askKeys(await deviceRow(), scopes, 'z'.repeat(43))).toBeUndefined();
    expect(readsAsOpen(await deviceRow(), null)).toBe(false);
    expect(readsAsOpen(await deviceRow(), lastKeys!.reader)).toBe(true);

    await destroyKeys(tablet);
    await tablet.vault.refresh();
    expect(await chooseFirstPin(tablet, server, PIN)).toMatchObject({ kind: 'refused' });
    // Enrolled anew by somebody who is signed in, it is another device and may choose again.
    deviceId = await makeDevice(opened.db, accountId, 'A');
    await tablet.device.update('this', { deviceId });
    expect(await chooseFirstPin(tablet, server, PIN)).toBeUndefined();
  });

  test('the card that is printed says what the tablets are told, and who printed it is written down', async () => {
    const keys = await askKeys(await deviceRow(), [sessionScope(sessionId)]);
    const asked = { workshopId, sessionId: undefined, actor: accountId, now };
    const printed = await readKeyCards(opened.db, asked);
    expect(printed?.cards.map(({ code }) => code)).toEqual(
      keys?.venueCodes.map(({ code }) => code)
    );
    expect(await readKeyCards(opened.db, { ...asked, sessionId: newId() })).toBeUndefined();
    const audit = await opened.db
      .selectFrom('audit')
      .select(['actor', 'why'])
      .where('entity_id', '=', sessionId)
      .where('why', '=', 'key-card')
      .execute();
    expect(audit).toEqual([{ actor: accountId, why: 'key-card' }]);
  });

  test('a day after its end a session leaves the tablets; what comes late still counts', async () => {
    const over = CLASS_BEGINS + 2 * HOUR_MS + DAY_MS;
    const request = { scope: sessionScope(sessionId), cursor: '0.', limit: 500 };
    const during = await pullScope(opened.db, rules, await deviceRow(), request, over - 1);
    expect(during).toMatchObject({ heldUntil: over, revokedScopes: [] });
    const after = await pullScope(opened.db, rules, await deviceRow(), request, over);
    expect(after).toMatchObject({ rows: [], revokedScopes: [request.scope] });

    await walkIn();
    const late: Fetch = async (_, { body }) =>
      Response.json(
        await acceptPush(
          ...([opened.db, rules, deviceId, JSON.parse(body as string) as PushRequest] as const),
          over + DAY_MS
        )
      );
    await push(tablet, late);
    expect(await stored()).toMatchObject([{ result: 'applied' }]);
  });
});
