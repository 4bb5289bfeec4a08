import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyForWorkshop } from '#app/server/apply.ts';
import { givePartner, readPartners, revokePartner } from '#app/server/desk/partners.ts';
import { runNightly } from '#app/server/nightly.ts';
import { syncRules } from '#app/server/operations.ts';
import { pullScope } from '#app/server/pull-scope.ts';
import { listSessionsForReception } from '#app/server/reception.ts';
import { city } from '#city/current.ts';
import { RosterEntry } from '#features/attendance/domain/roster.ts';
import { usualArrangement } from '#features/workshops/domain/arrangement.ts';
import { findAccount } from '#features/people/server/accounts.ts';
import { beginAuthSession, findSignedIn } from '#features/people/server/auth-session.ts';
import { acceptInvitation } from '#features/people/server/invitations.ts';
import { sessionScope, supporterScope, type Operation } from '#features/sync/domain/operation.ts';
import { acceptPush } from '#features/sync/server/push.ts';
import { createLogger } from '#server/log.ts';
import { newId } from '#shared/ids.ts';
import { addDays, instantOf, type Instant } from '#shared/time/instant.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { makeAccount, makeDevice } from '#tests/support/day.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { plantSupporter } from '#tests/support/rows.ts';
import { plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import * as v from 'valibot';

const rules = syncRules(createLogger('silent'));
const day = '2026-12-01';
const atTheDoor = instantOf(day, '10:00');
const over = instantOf(addDays(day, 2));

describe.each(engines)('somebody of a partner at the door, on $name', ({ open }) => {
  let opened: TestDb;
  let desk: string;
  let next = 0;
  let ours: { workshopId: string; sessionId: string; participationId: string };
  let partner: { accountId: string; accessId: string; deviceId: string };
  let seq = 0;

  beforeAll(async () => {
    opened = await open();
    desk = await makeAccount(opened.db, 'organiser');
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    seq = 0;
    ours = await partnerWorkshop();
    partner = await invited(ours.workshopId);
  });

  async function partnerWorkshop(host: 'partner' | 'city' = 'partner') {
    const code = `P${++next}`;
    const hostName = host === 'partner' ? 'みなと電器' : '';
    const { workshopId, sessionIds } = await plannedWorkshop(opened.db, {
      code,
      arrangement: { ...usualArrangement, host, hostName }
    });
    const applied = await applyForWorkshop(opened.db, {
      ...{ code, application: applicantNumber(next, { needs: ['written-talk'] }) },
      ...{ key: keyNumber(next), channel: 'web', actor: 'applicant', now: whileOpen }
    });
    expect(applied).toMatchObject({ ok: true });
    const sessionId = sessionIds[0]!;
    const { id: participationId } = await opened.db
      .selectFrom('participation')
      .select('id')
      .where('session_id', '=', sessionId)
      .executeTakeFirstOrThrow();
    return { workshopId, sessionId, participationId };
  }
  const give = (workshopId: string, changed: object = {}) =>
    givePartner(opened.db, {
      ...{ workshopId, label: '田中さん', daysBefore: 1, daysAfter: 1 },
      ...{ actor: desk, now: whileOpen },
      ...changed
    });
  async function invited(workshopId: string) {
    const given = await give(workshopId);
    if (!given.ok) throw new Error(given.error.type);
    const accepted = await acceptInvitation(opened.db, {
      ...{ token: given.value.token ?? '', login: `partner${++next}`, name: '田中' },
      ...{ password: 'a long enough one', now: whileOpen }
    });
    if (!accepted.ok) throw new Error(accepted.error.type);
    const { accountId } = accepted.value;
    const { partners } = await readPartners(opened.db, workshopId, whileOpen);
    const access = partners.find(({ account }) => account?.id === accountId)!;
    const deviceId = await makeDevice(opened.db, accountId, '店の端末');
    return { accountId, accessId: access.id, deviceId };
  }
  const pull = async (scope: string, now: Instant, deviceId = partner.deviceId) => {
    const device = await opened.db
      .selectFrom('device')
      .selectAll()
      .where('id', '=', deviceId)
      .executeTakeFirstOrThrow();
    return pullScope(opened.db, rules, device, { scope, cursor: '0.', limit: 500 }, now);
  };
  const push = async (sessionId: string, entityId: string, at: Instant, now = at) => {
    const operation: Operation = {
      ...{ opId: newId(), v: 1, deviceId: partner.deviceId, seq: ++seq },
      ...{ scope: sessionScope(sessionId), type: 'attend.checkin', entityId },
      payload: JSON.stringify({ by: 'kana', late: false }),
      ...{ clientAt: at, clockOffsetMs: 0, actorId: partner.accountId }
    };
    const request = { deviceId: partner.deviceId, unsent: 1, ops: [operation] };
    return (await acceptPush(opened.db, rules, partner.deviceId, request, now)).results[0];
  };
  const account = async () => (await findAccount(opened.db, partner.accountId))!;
  const auditOf = (action: string, entityId: string) =>
    opened.db
      .selectFrom('audit')
      .select(['actor', 'why'])
      .where('action', '=', action)
      .where('entity_id', '=', entityId)
      .execute();
  const revoke = (now: Instant) =>
    revokePartner(opened.db, {
      ...{ id: partner.accessId, workshopId: ours.workshopId, actor: desk, now }
    });

  test('they hold what reception holds of their session, without a telephone number', async () => {
    const pulled = await pull(sessionScope(ours.sessionId), atTheDoor);
    expect(pulled.heldUntil).toBe(over);
    const line = pulled.rows.find(({ kind }) => kind === 'roster')!;
    const entry = v.parse(v.strictObject(RosterEntry.entries), JSON.parse(line.body));
    expect(entry).toMatchObject({ participationId: ours.participationId, needs: ['written-talk'] });
    expect(JSON.stringify(pulled)).not.toMatch(/090\d{8}/);
    expect(await auditOf('read', ours.sessionId)).toEqual([
      { actor: partner.accountId, why: 'partner' }
    ]);
    expect(await push(ours.sessionId, ours.participationId, atTheDoor)).toMatchObject({
      status: 'applied'
    });
  });

  test('the list of sessions names theirs alone, and only in their time', async () => {
    const listed = async (now: Instant) =>
      (await listSessionsForReception(opened.db, now, await account())).map((one) => one.sessionId);
    expect(await listed(atTheDoor)).toEqual([ours.sessionId]);
    expect(await listed(over - 1)).toEqual([ours.sessionId]);
    expect(await listed(over)).toEqual([]);
    expect(await listed(whileOpen)).toEqual([]);
    const reception = (await findAccount(opened.db, await makeAccount(opened.db, 'reception')))!;
    const all = await listSessionsForReception(opened.db, atTheDoor, reception);
    expect(all.length).toBeGreaterThan(1);
  });

  test.each([
    ['another session of the same partner', 'partner'],
    ['a session of the city', 'city'],
    ['a log of a supporter', 'supporter'],
    ['a session that is none', 'nobody']
  ] as const)('%s is refused, to pull and to push', async (_, whose) => {
    const foreign =
      whose === 'partner' || whose === 'city' ? await partnerWorkshop(whose) : undefined;
    const scope = foreign
      ? sessionScope(foreign.sessionId)
      : whose === 'supporter'
        ? supporterScope(await plantSupporter(opened.db))
        : sessionScope(newId());
    const pulled = await pull(scope, atTheDoor);
    expect(pulled).toMatchObject({ rows: [], tombstones: [], revokedScopes: [scope] });
    const entity = foreign?.participationId ?? newId();
    const result = await push(scope.split(':')[1]!, entity, atTheDoor);
    expect(result).toMatchObject({ status: 'rejected', code: 'no-right' });
  });

  test('before its time there is nothing, after it nothing any more', async () => {
    const scope = sessionScope(ours.sessionId);
    const early = instantOf('2026-11-29', '23:59');
    expect(await pull(scope, early)).toMatchObject({ rows: [], revokedScopes: [scope] });
    expect(await push(ours.sessionId, ours.participationId, early)).toMatchObject({
      code: 'no-right'
    });
    expect(await pull(scope, over)).toMatchObject({ rows: [], revokedScopes: [scope] });
    expect(await push(ours.sessionId, ours.participationId, over + 1)).toMatchObject({
      code: 'right-lost'
    });
  });

  test('what they wrote in time and sent after it counts, and is flagged', async () => {
    expect(await push(ours.sessionId, ours.participationId, atTheDoor, over + 1)).toMatchObject({
      status: 'applied'
    });
    const { flagged } = await opened.db
      .selectFrom('operation')
      .select('flagged')
      .where('device_id', '=', partner.deviceId)
      .executeTakeFirstOrThrow();
    expect(flagged).toBe(1);
  });

  test('ended by the desk, it ends at once: rows, list and sign-in', async () => {
    const scope = sessionScope(ours.sessionId);
    const token = await beginAuthSession(opened.db, partner.accountId, atTheDoor);
    expect(await revoke(atTheDoor)).toBe(true);
    expect(await revoke(atTheDoor + 1)).toBe(false);
    expect(await pull(scope, atTheDoor)).toMatchObject({ rows: [], revokedScopes: [scope] });
    expect(await findSignedIn(opened.db, token, atTheDoor)).toBeUndefined();
    expect(await listSessionsForReception(opened.db, atTheDoor, await account())).toEqual([]);
    expect(await push(ours.sessionId, ours.participationId, atTheDoor + 1)).toMatchObject({
      code: 'right-lost'
    });
    expect(await auditOf('partner.revoke', partner.accessId)).toEqual([
      { actor: desk, why: 'desk' }
    ]);
  });

  test('an access of another workshop cannot be ended from here', async () => {
    const other = await partnerWorkshop();
    const id = partner.accessId;
    const asked = { id, workshopId: other.workshopId, actor: desk, now: atTheDoor };
    expect(await revokePartner(opened.db, asked)).toBe(false);
    expect((await pull(sessionScope(ours.sessionId), atTheDoor)).rows).not.toEqual([]);
  });

  test('a link that was ended before it was opened makes no account', async () => {
    const given = await give(ours.workshopId, { label: '鈴木さん' });
    if (!given.ok) throw new Error(given.error.type);
    const { partners } = await readPartners(opened.db, ours.workshopId, whileOpen);
    const { id, state } = partners.find(({ label }) => label === '鈴木さん')!;
    expect(state).toBe('link-open');
    const { workshopId } = ours;
    await revokePartner(opened.db, { id, workshopId, actor: desk, now: whileOpen });
    const accepted = await acceptInvitation(opened.db, {
      ...{ token: given.value.token ?? '', login: `late${next}`, name: '鈴木' },
      ...{ password: 'a long enough one', now: whileOpen }
    });
    expect(accepted).toEqual({ ok: false, error: { type: 'invitation-not-valid' } });
  });

  test('a known account is given another workshop, and nobody else of the house is', async () => {
    const other = await partnerWorkshop();
    const { accountId } = partner;
    expect(await give(other.workshopId, { accountId })).toEqual({
      ok: true,
      value: { token: undefined }
    });
    expect((await pull(sessionScope(other.sessionId), atTheDoor)).rows).not.toEqual([]);
    expect(await give(other.workshopId, { accountId: desk })).toMatchObject({
      error: { type: 'no-account' }
    });
  });

  test.each([
    ['nobody', { label: '' }, 'no-label'],
    ['too long before', { daysBefore: 15 }, 'days-out-of-range'],
    ['too long after', { daysAfter: 8 }, 'days-out-of-range'],
    ['when it is over', { now: over }, 'over'],
    ['a workshop that is none', { workshopId: newId() }, 'workshop-not-found']
  ])('is not given: %s', async (_, changed, type) => {
    expect(await give(ours.workshopId, changed)).toEqual({ ok: false, error: { type } });
  });

  test("a workshop of the city's own is given to no partner", async () => {
    const own = await partnerWorkshop('city');
    expect(await give(own.workshopId)).toMatchObject({ error: { type: 'not-of-a-partner' } });
  });

  test('a suspended account and a revoked tablet hold nothing', async () => {
    const scope = sessionScope(ours.sessionId);
    const at = { suspended_at: atTheDoor };
    await opened.db.updateTable('account').set(at).where('id', '=', partner.accountId).execute();
    expect((await pull(scope, atTheDoor + 1)).revokedScopes).toEqual([scope]);
  });

  test('what was given goes with the records of the workshop', async () => {
    await runNightly(opened.db, { city, now: instantOf('2032-05-01', '02:00') });
    expect(await opened.db.selectFrom('partner_access').select('id').execute()).toEqual([]);
  });
});
