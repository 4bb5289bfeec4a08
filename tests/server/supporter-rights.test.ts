import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { access } from '#app/server/access.ts';
import { confirmMatch } from '#app/server/confirm-match.ts';
import { syncRules } from '#app/server/operations.ts';
import { city } from '#city/current.ts';
import { offerHelp, withdrawOffer } from '#features/board/server/offers.ts';
import { holdsAny } from '#features/people/domain/role.ts';
import { findAccount } from '#features/people/server/accounts.ts';
import { supporterScope } from '#features/sync/domain/operation.ts';
import { enrolDevice } from '#features/sync/server/devices.ts';
import { readPull } from '#features/sync/server/pull.ts';
import { acceptPush } from '#features/sync/server/push.ts';
import { createLogger } from '#server/log.ts';
import { newId } from '#shared/ids.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import {
  aProposal,
  askedRequest,
  helpNow as now,
  newSupporter,
  openOffer,
  openRequest,
  prepareVenues
} from '#tests/support/help.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import { GET as readBoard } from '../../src/routes/api/supporter/board/+server.ts';
import { load as readMe } from '../../src/routes/(supporter)/supporters/me/+page.server.ts';
import { load as readCard } from '../../src/routes/[[lang=lang]]/(join)/supporters/card/[code]/+page.server.ts';

const rules = syncRules(createLogger('silent'));

test('a supporter opens nothing of the desk, the door or the staff', () => {
  const open = Object.entries(access).filter(
    ([, needed]) => typeof needed !== 'string' && holdsAny(['supporter'], needed)
  );
  expect(open.map(([route]) => route).sort()).toEqual([
    '/(supporter)/supporters/me',
    '/(supporter)/supporters/me/card',
    '/(supporter)/supporters/me/messages',
    '/(supporter)/supporters/me/passport',
    '/(supporter)/supporters/me/slots',
    '/(supporter)/supporters/me/trouble',
    '/api/supporter/board',
    '/api/supporter/offers',
    '/api/supporter/offers/withdraw'
  ]);
});

describe.each(engines)('what a supporter may not have on $name', ({ open }) => {
  let opened: TestDb;

  beforeAll(async () => {
    opened = await open();
    await prepareVenues(opened.db);
  });
  afterAll(() => opened.close());

  async function withPhone() {
    const supporter = await newSupporter(opened.db);
    const { accountId } = supporter;
    const { deviceId } = await enrolDevice(opened.db, { name: 'phone', accountId, now });
    const device = await opened.db
      .selectFrom('device')
      .selectAll()
      .where('id', '=', deviceId)
      .executeTakeFirstOrThrow();
    return { supporter, device };
  }
  async function meetingOf(supporter: Awaited<ReturnType<typeof newSupporter>>) {
    const requestId = await openRequest(opened.db);
    const confirmed = await confirmMatch(opened.db, city, {
      requestId,
      offerId: await openOffer(opened.db, requestId, supporter),
      ...{ venueId: 'chuo', proposal: aProposal, actor: 'desk', now }
    });
    if (!confirmed.ok) throw new Error(confirmed.error.type);
    return { requestId, matchId: confirmed.value.matchId };
  }

  test('another’s meeting is refused like one that never was, in reading and in writing', async () => {
    const other = await newSupporter(opened.db);
    const { matchId } = await meetingOf(other);
    const { supporter, device } = await withPhone();
    const pull = (id: string) =>
      readPull(
        opened.db,
        rules,
        device,
        { scope: supporterScope(id), cursor: '0.', limit: 10 },
        now
      );
    const unknown = newId();
    const foreign = await pull(other.id);
    expect(foreign.rows).toEqual([]);
    expect({ ...foreign, revokedScopes: [] }).toEqual({
      ...(await pull(unknown)),
      revokedScopes: []
    });

    let seq = 0;
    const write = async (scopeOf: string, match: string) =>
      (
        await acceptPush(
          opened.db,
          rules,
          device.id,
          {
            deviceId: device.id,
            unsent: 1,
            ops: [
              {
                ...{ opId: newId(), v: 1, deviceId: device.id, seq: ++seq, entityId: newId() },
                ...{ scope: supporterScope(scopeOf), type: 'assist.record' },
                ...{ clientAt: now, clockOffsetMs: 0 },
                actorId: supporter.accountId,
                payload: JSON.stringify({
                  ...{ matchId: match, minutes: 30, topics: ['line'], phoneFamily: 'android' },
                  ...{ before: 'not-yet', after: 'with-help', operated: 'self', outcome: 'done' }
                })
              }
            ]
          },
          now
        )
      ).results.map(({ opId, ...result }) => ({ ...result, known: opId.length > 0 }));
    const refused = await write(supporter.id, matchId);
    expect(refused).toMatchObject([{ status: 'rejected', code: 'not-your-match' }]);
    expect(await write(supporter.id, newId())).toEqual(refused);
    expect(await write(other.id, matchId)).toEqual(await write(newId(), matchId));
    expect(await opened.db.selectFrom('assistance').select('id').execute()).toEqual([]);
  });

  test('a request that is not on the board is refused like one that never was', async () => {
    const supporter = await newSupporter(opened.db);
    const { requestId: taken } = await meetingOf(await newSupporter(opened.db));
    const unseen = await askedRequest(opened.db);
    const refused = { ok: false, error: { type: 'not-found' } };
    for (const requestId of [taken, unseen, newId()]) {
      expect(await offerHelp(opened.db, { supporter, requestId, key: newId(), now })).toEqual(
        refused
      );
      expect(await withdrawOffer(opened.db, { supporter, requestId })).toEqual(refused);
    }
  });

  test('fields asked for by name, and another named, change nothing of what comes', async () => {
    const supporter = await newSupporter(opened.db);
    const other = await newSupporter(opened.db);
    await openRequest(opened.db);
    const account = await findAccount(opened.db, supporter.accountId);
    const ask = async (work: (event: never) => unknown, path: string) => {
      const app = applicationFor(opened.db, () => now);
      const answer = await answerOf(() => work(askedOf(app, { path, account: account! })));
      if (answer.kind !== 'value') return answer;
      const { value } = answer;
      return value instanceof Response ? ((await value.json()) as unknown) : value;
    };
    const plain = await ask(readBoard, '/api/supporter/board');
    const named = `?fields=phone,kana,note,person_id&include=person&supporterId=${other.id}`;
    expect(await ask(readBoard, `/api/supporter/board${named}`)).toEqual(plain);
    expect(JSON.stringify(plain)).not.toMatch(/佐藤|さとう|0901234|写真|person_?id/i);

    const me = await ask(readMe, '/supporters/me');
    expect(await ask(readMe, `/supporters/me${named}&id=${other.id}`)).toEqual(me);
    expect(JSON.stringify(me)).not.toMatch(/佐藤|0901234|card/);
  });

  test('the card of another says to a supporter what any code says', async () => {
    const supporter = await newSupporter(opened.db);
    const other = await newSupporter(opened.db);
    const account = await findAccount(opened.db, supporter.accountId);
    const app = applicationFor(opened.db, () => now);
    for (const code of [other.cardCode, supporter.cardCode, 'unknown']) {
      const path = `/supporters/card/${code}`;
      const asked = askedOf(app, { path, params: { code }, account: account! });
      expect(await readCard(asked)).toEqual({ code, answer: { kind: 'ask-the-host' } });
    }
  });
});
