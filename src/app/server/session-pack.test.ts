import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COURSES_ROW, courseNumbers } from '#features/attendance/domain/course-operation.ts';
import { sessionScope, type Operation } from '#features/sync/domain/operation.ts';
import { acceptPush } from '#features/sync/server/push.ts';
import type { DeviceRow } from '#features/sync/server/tables.ts';
import { createLogger } from '#server/log.ts';
import { newId } from '#shared/ids.ts';
import { MINUTE_MS } from '#shared/time/instant.ts';
import { CLASS_BEGINS, makeAccount, makeDevice, makeParticipation } from '#tests/support/day.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { appliedFile } from '#tests/support/supporters.ts';
import { plannedWorkshop } from '#tests/support/workshops.ts';
import { readWorkshopFile } from './desk/workshop-file.ts';
import { syncRules } from './operations.ts';
import { pullScope } from './pull-scope.ts';
import { coursesDoneOn, openFilesOnRoster } from './supporters/courses-done.ts';

const rules = syncRules(createLogger('silent'));
const now = CLASS_BEGINS + MINUTE_MS;

describe.each(engines)(
  'what a tablet holds of a session besides its roster, on $name',
  ({ open }) => {
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
      const told = (type: string, entityId: string, payload: unknown, v = 1): Operation => ({
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
      return { told, push, pulled };
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
  }
);
