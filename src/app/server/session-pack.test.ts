import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FOLLOW_UP_ROW } from '#features/assistance/domain/follow-up-fact.ts';
import { COURSES_ROW, courseNumbers } from '#features/attendance/domain/course-operation.ts';
import { sessionScope, type Operation } from '#features/sync/domain/operation.ts';
import { acceptPush } from '#features/sync/server/push.ts';
import type { DeviceRow } from '#features/sync/server/tables.ts';
import { createLogger } from '#server/log.ts';
import { newId } from '#shared/ids.ts';
import { HOUR_MS, instantOf, MINUTE_MS } from '#shared/time/instant.ts';
import { CLASS_BEGINS, makeAccount, makeDevice, makeParticipation } from '#tests/support/day.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { logTown, told } from '#tests/support/log-town.ts';
import { appliedFile } from '#tests/support/supporters.ts';
import { plannedWorkshop } from '#tests/support/workshops.ts';
import { readFollowUps } from './desk/follow-up-list.ts';
import { readWorkshopFile } from './desk/workshop-file.ts';
import { answerFollowUp } from './follow-ups.ts';
import { syncRules } from './operations.ts';
import { pullScope } from './pull-scope.ts';
import { coursesDoneOn, openFilesOnRoster } from './supporters/courses-done.ts';

const rules = syncRules(createLogger('silent'));
const now = CLASS_BEGINS + MINUTE_MS;
/** Two weeks after the meetings of the town's supporters. */
const later = instantOf('2026-12-15', '10:00');

describe.each(engines)('a session’s pack, on $name', ({ open }) => {
  let opened: TestDb;
  let accountId: string;

  beforeAll(async () => {
    opened = await open();
    accountId = await makeAccount(opened.db, 'reception');
  });
  afterAll(() => opened.close());

  async function tabletAt(sessionId: string) {
    const scope = sessionScope(sessionId);
    const deviceId = await makeDevice(opened.db, accountId, 'A');
    const device: DeviceRow = await opened.db
      .selectFrom('device')
      .selectAll()
      .where('id', '=', deviceId)
      .executeTakeFirstOrThrow();
    let [seq, cursor] = [0, '0.'];
    const say = (type: string, entityId: string, payload: unknown, v = 1): Operation => ({
      ...{ opId: newId(), v, deviceId, seq: ++seq, scope, type, entityId, actorId: accountId },
      ...{ payload: JSON.stringify(payload), clientAt: now + seq, clockOffsetMs: 0 }
    });
    const push = async (...ops: Operation[]) =>
      (await acceptPush(opened.db, rules, deviceId, { deviceId, unsent: ops.length, ops }, now))
        .results;
    /** What a pull brings of one kind since the last: bodies, and what is gone. */
    const pulled = async (kind: string) => {
      const asked = { scope, cursor, limit: 500 };
      const { rows, tombstones, ...rest } = await pullScope(opened.db, rules, device, asked, now);
      cursor = rest.cursor;
      const bodies = rows.filter((row) => row.kind === kind).map(({ body }) => body);
      return { bodies: bodies.map((body) => JSON.parse(body) as unknown), tombstones };
    };
    return { told: say, push, pulled };
  }

  describe('the courses of a 取得会', () => {
    const training = async (code: string) => {
      const planned = await plannedWorkshop(opened.db, { code, kind: 'training' });
      const sessionId = planned.sessionIds[0]!;
      const hana = await makeParticipation(opened.db, sessionId, 'さとう はな');
      return { workshopId: planned.workshopId, sessionId, hana };
    };

    test('are offered there and nowhere else', async () => {
      const { sessionId } = await training('K1');
      const [elsewhere] = (await plannedWorkshop(opened.db, { code: 'K2' })).sessionIds;
      const there = await tabletAt(sessionId);
      expect((await there.pulled(COURSES_ROW)).bodies).toHaveLength(1);
      expect((await there.pulled(COURSES_ROW)).bodies).toEqual([]);
      expect((await (await tabletAt(elsewhere!)).pulled(COURSES_ROW)).bodies).toEqual([]);
    });

    test('are ticked by two tablets, taken back by name, and seen at the desk', async () => {
      const { workshopId, sessionId, hana } = await training('K3');
      const [a, b] = [await tabletAt(sessionId), await tabletAt(sessionId)];
      const third = a.told('course.tick', hana, { course: 3 });
      expect(await a.push(third, third)).toMatchObject([
        { status: 'applied', duplicate: false },
        { status: 'applied', duplicate: true }
      ]);
      await b.push(b.told('course.tick', hana, { course: 3 }));
      await a.push(a.told('course.undo', hana, { targetOpId: third.opId }));
      const asked = { id: workshopId, actor: accountId, why: 'roster' as const, now };
      const done = (await readWorkshopFile(opened.db, asked))?.sessions[0]?.courses.get(hana);
      expect([...(done ?? [])]).toMatchObject([[3, [{ deviceName: 'A' }]]]);
    });

    test('a course that is none, and somebody of another session, are refused; what is newer waits', async () => {
      const { sessionId } = await training('K4');
      const { hana: elsewhere } = await training('K5');
      const { told, push } = await tabletAt(sessionId);
      expect(
        await push(
          told('course.tick', elsewhere, { course: 1 }),
          told('course.tick', elsewhere, { course: 12 }),
          told('course.tick', elsewhere, { course: 1 }, 99)
        )
      ).toMatchObject([
        { status: 'rejected', code: 'unknown-participation' },
        { status: 'rejected', code: 'payload' },
        { status: 'parked', code: 'unknown-version' }
      ]);
    });

    test('all done over two dates, the desk is told, and the certificate is seen by nobody yet', async () => {
      const [first, second] = [await training('K6'), await training('K7')];
      const fileId = await appliedFile(opened.db);
      const { person_id: personId } = await opened.db
        .selectFrom('supporter_file')
        .select('person_id')
        .where('id', '=', fileId)
        .executeTakeFirstOrThrow();
      await opened.db
        .updateTable('participation')
        .set({ person_id: personId })
        .where('id', 'in', [first.hana, second.hana])
        .execute();
      const [a, b] = [await tabletAt(first.sessionId), await tabletAt(second.sessionId)];
      const ticks = courseNumbers.map((course) => ({ course }));
      await a.push(...ticks.slice(0, 6).map((one) => a.told('course.tick', first.hana, one)));
      expect(await coursesDoneOn(opened.db, personId)).toBeUndefined();
      await b.push(...ticks.slice(6).map((one) => b.told('course.tick', second.hana, one)));
      expect(await coursesDoneOn(opened.db, personId)).toBe('2026-12-01');
      expect([...(await openFilesOnRoster(opened.db, second.sessionId))]).toEqual([
        [second.hana, fileId]
      ]);
      const file = await opened.db
        .selectFrom('supporter_file')
        .select(['state', 'certificate_seen_on'])
        .where('id', '=', fileId)
        .executeTakeFirst();
      expect(file).toEqual({ state: 'applied', certificate_seen_on: null });
    });
  });

  describe('「まだできますか」', () => {
    /** Somebody on a roster two weeks after a meeting after which they agreed to be asked. */
    async function asked(code: string, host: 'city' | 'partner' = 'city') {
      const town = logTown(opened.db);
      await town.prepareVenues();
      const { requestId, matchId, write, send } = await town.prepare({
        contact: {
          ...{ kind: 'named', kana: 'さとう はな', name: '佐藤 花', way: 'phone' },
          phone: `0901234567${code.slice(-1)}`
        }
      });
      const record = write('assist.record', { ...told, matchId, askAgain: 'salon' });
      await send(record);
      const { sessionIds, workshopId } = await plannedWorkshop(opened.db, {
        ...{ code, sessions: [{ startsAt: later, endsAt: later + HOUR_MS }] }
      });
      const sessionId = sessionIds[0]!;
      await opened.db.updateTable('workshop').set({ host }).where('id', '=', workshopId).execute();
      const who = await makeParticipation(opened.db, sessionId, 'さとう はな');
      const { person_id: personId } = await opened.db
        .selectFrom('help_request')
        .select('person_id')
        .where('id', '=', requestId)
        .executeTakeFirstOrThrow();
      await opened.db
        .updateTable('participation')
        .set({ person_id: personId })
        .where('id', '=', who)
        .execute();
      const row = () =>
        opened.db
          .selectFrom('follow_up')
          .selectAll()
          .where('assistance_id', '=', record.opId)
          .where('kind', '=', 'two-weeks')
          .executeTakeFirstOrThrow();
      return { sessionId, who, personId: personId!, row, id: (await row()).id };
    }
    const isListed = async (id: string) =>
      (await readFollowUps(opened.db, { actor: 'desk', now: later })).some(
        (line) => line.id === id
      );

    test('comes with the roster, with what was practised and nothing else', async () => {
      const { sessionId, who, id } = await asked('F1');
      const { pulled } = await tabletAt(sessionId);
      expect((await pulled(FOLLOW_UP_ROW)).bodies).toEqual([
        { followUpId: id, participationId: who, topics: ['camera-photos', 'line'] }
      ]);
      const [another] = (await plannedWorkshop(opened.db, { code: 'F2' })).sessionIds;
      expect((await (await tabletAt(another!)).pulled(FOLLOW_UP_ROW)).bodies).toEqual([]);
    });

    test('is on no tablet of a partner, and leaves once contact is stopped or it is answered', async () => {
      const ofPartner = await asked('F3', 'partner');
      const partners = await tabletAt(ofPartner.sessionId);
      expect((await partners.pulled(FOLLOW_UP_ROW)).bodies).toEqual([]);

      const stopped = await asked('F4');
      const tablet = await tabletAt(stopped.sessionId);
      expect((await tablet.pulled(FOLLOW_UP_ROW)).bodies).toHaveLength(1);
      const stop = (contact_stopped_at: number | null) =>
        opened.db
          .updateTable('person')
          .set({ contact_stopped_at })
          .where('id', '=', stopped.personId)
          .execute();
      await stop(now);
      expect((await tablet.pulled(FOLLOW_UP_ROW)).tombstones).toContain(stopped.id);
      await stop(null);
      expect((await tablet.pulled(FOLLOW_UP_ROW)).bodies).toHaveLength(1);
      const answer = { of: { id: stopped.id }, answer: 'still', by: 'page', now } as const;
      await answerFollowUp(opened.db, answer);
      expect((await tablet.pulled(FOLLOW_UP_ROW)).tombstones).toContain(stopped.id);
    });

    test('is answered once, leaves the desk, and can be mended or taken back', async () => {
      const { sessionId, id, row } = await asked('F6');
      const tablet = await tabletAt(sessionId);
      await tablet.pulled(FOLLOW_UP_ROW);
      expect(await isListed(id)).toBe(true);
      const first = tablet.told('follow.answer', id, { answer: 'still' });
      expect(await tablet.push(first, first)).toMatchObject([
        { status: 'applied', duplicate: false },
        { status: 'applied', duplicate: true }
      ]);
      const answered_by = `device:${first.deviceId}`;
      expect(await row()).toMatchObject({ answer: 'still', answered_by });
      expect(await isListed(id)).toBe(false);
      expect((await tablet.pulled(FOLLOW_UP_ROW)).tombstones).toEqual([]);
      const second = tablet.told('follow.answer', id, { answer: 'with-help' });
      await tablet.push(second);
      expect(await row()).toMatchObject({ answer: 'with-help' });
      const undo = (targetOpId: string) =>
        tablet.push(tablet.told('follow.undo', id, { targetOpId }));
      await undo(second.opId);
      expect(await row()).toMatchObject({ answer: 'still' });
      await undo(first.opId);
      expect(await row()).toMatchObject({ answer: null, answered_at: null, answered_by: null });
      expect(await isListed(id)).toBe(true);
    });

    test('of somebody elsewhere, and what is no answer, are refused; a later word stands', async () => {
      const { sessionId, id, row } = await asked('F7');
      const { id: elsewhere } = await asked('F8');
      const { told: say, push } = await tabletAt(sessionId);
      await answerFollowUp(opened.db, { of: { id }, answer: 'not-now', by: 'page', now: later });
      expect(
        await push(
          say('follow.answer', elsewhere, { answer: 'still' }),
          say('follow.answer', id, { answer: 'perhaps' }),
          say('follow.answer', id, { answer: 'still' })
        )
      ).toMatchObject([
        { status: 'rejected', code: 'unknown-question' },
        { status: 'rejected', code: 'payload' },
        { status: 'conflict', code: 'answered-since' }
      ]);
      expect(await row()).toMatchObject({ answer: 'not-now', answered_by: 'page' });
    });
  });
});
