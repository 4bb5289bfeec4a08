import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runNightly } from '#app/server/nightly.ts';
import { city } from '#city/current.ts';
import { channels } from '#features/people/domain/person.ts';
import { fiscalYearPeriod } from '#features/reporting/domain/period.ts';
import { readFigures, readWaiting } from '#features/reporting/server/figures.ts';
import { readFiscalYears } from '#features/reporting/server/fiscal-years.ts';
import type { Db } from '#server/db/database.ts';
import { addDays, instantOf, localDateOf } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import {
  plantMatch,
  plantMeeting,
  plantNotice,
  plantParticipation,
  plantPerson,
  plantRequest,
  plantSignUp,
  plantSupporter
} from '#tests/support/rows.ts';
import { plannedWorkshop } from '#tests/support/workshops.ts';

const now = instantOf('2026-12-10', '12:00');
const day = fc.integer({ min: 0, max: 500 }).map((back) => addDays('2026-12-31', -back));
const hour = fc.integer({ min: 0, max: 23 }).map((h) => `${String(h).padStart(2, '0')}:30`);
const anyTopics = fc.uniqueArray(fc.constantFrom('line', 'map', 'apps'), { maxLength: 3 });

const anyTown = fc.record({
  people: fc.integer({ min: 1, max: 6 }),
  signUps: fc.array(
    fc.record({
      day,
      hour,
      person: fc.nat(),
      channel: fc.constantFrom(...channels),
      status: fc.constantFrom('confirmed', 'waiting', 'entered', 'cancelled'),
      attendance: fc.constantFrom('expected', 'came', 'absent-told', 'absent')
    }),
    { maxLength: 25 }
  ),
  walkIns: fc.array(fc.record({ known: fc.boolean(), person: fc.nat() }), { maxLength: 8 }),
  requests: fc.array(
    fc.record({
      day,
      hour,
      state: fc.constantFrom('received', 'on-board', 'matched', 'done', 'declined', 'withdrawn'),
      waits: fc.nat({ max: 9_000_000 }),
      matches: fc.boolean()
    }),
    { maxLength: 15 }
  ),
  meetings: fc.array(
    fc.record({ day, minutes: fc.constantFrom(15, 30, 45, 60, 90, 120), topics: anyTopics }),
    {
      maxLength: 20
    }
  ),
  notices: fc.array(fc.constantFrom('to-tell', 'told', 'not-reached', 'not-wanted'), {
    maxLength: 8
  })
});
type Town = typeof anyTown extends fc.Arbitrary<infer T> ? T : never;

describe.each(engines)('the figures on $name', ({ open }) => {
  let opened: TestDb;
  let db: Db;
  let supporter: string;
  let workshopId: string;
  let sessions: readonly {
    readonly id: string;
    readonly date: string;
    readonly isHeld: boolean;
    readonly isOver: boolean;
  }[];

  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    const dates = ['2025-11-20', '2026-06-02', '2026-12-01', '2026-12-10', '2026-12-10'];
    const cancelled = 2;
    const planned = await plannedWorkshop(db, {
      sessions: dates.map((date, index) => ({
        startsAt: instantOf(date, index === 4 ? '14:00' : '10:00'),
        endsAt: instantOf(date, index === 4 ? '16:00' : '12:00')
      }))
    });
    workshopId = planned.workshopId;
    await db
      .updateTable('session')
      .set({ state: 'cancelled' })
      .where('id', '=', planned.sessionIds[cancelled] ?? '')
      .execute();
    sessions = planned.sessionIds.map((id, index) => ({
      id,
      date: dates[index] ?? '',
      isHeld: index !== cancelled,
      isOver: index !== 4
    }));
    supporter = await plantSupporter(db);
  });
  afterAll(() => opened.close());

  async function clear(): Promise<void> {
    for (const table of [
      'participation',
      'sign_up',
      'assistance',
      'help_request',
      'notice',
      'person',
      'frozen_count'
    ] as const) {
      await db.deleteFrom(table).execute();
    }
  }

  async function plant(town: Town): Promise<void> {
    await clear();
    const people: string[] = [];
    for (let index = 0; index < town.people; index++) people.push(await plantPerson(db));
    const personAt = (index: number) => people[index % people.length] ?? '';
    const sessionAt = (index: number) => sessions[index % sessions.length]!;
    let number = 0;

    for (const [index, told] of town.signUps.entries()) {
      const person_id = personAt(told.person);
      const sign_up_id = await plantSignUp(db, {
        workshop_id: workshopId,
        person_id,
        channel: told.channel,
        status: told.status,
        created_at: instantOf(told.day, told.hour),
        delete_after: '2020-03-31'
      });
      await plantParticipation(db, {
        session_id: sessionAt(index).id,
        number: (number += 1),
        sign_up_id,
        person_id,
        attendance: told.attendance,
        delete_after: '2020-03-31'
      });
    }
    for (const [index, told] of town.walkIns.entries()) {
      await plantParticipation(db, {
        session_id: sessionAt(index).id,
        number: (number += 1),
        person_id: told.known ? personAt(told.person) : null,
        attendance: 'came',
        delete_after: '2020-03-31'
      });
    }
    for (const told of town.requests) {
      const created_at = instantOf(told.day, told.hour);
      const request_id = await plantRequest(db, {
        created_at,
        state: told.state,
        seen_at: created_at + 60_000,
        delete_after: '2020-03-31'
      });
      if (told.matches) {
        for (const later of [told.waits + 5, told.waits]) {
          await plantMatch(db, {
            request_id,
            supporter_id: supporter,
            created_at: created_at + later,
            delete_after: '2020-03-31'
          });
        }
      }
    }
    for (const told of town.meetings) {
      const happened_at = instantOf(told.day, '11:00');
      const meeting = { supporter_id: supporter, minutes: told.minutes, happened_at };
      await plantMeeting(db, { ...meeting, delete_after: '2020-03-31' }, told.topics);
    }
    for (const state of town.notices) await plantNotice(db, { state });
  }

  test('every figure of a period is what a recount of all rows finds', async () => {
    await fc.assert(
      fc.asyncProperty(anyTown, day, day, async (town, one, other) => {
        await plant(town);
        const [from, to] = one < other ? [one, other] : [other, one];
        const inside = (date: string) => date >= from && date <= to;
        const figures = await readFigures(db, { from, to }, now);

        const applied = town.signUps.filter((told) => inside(told.day));
        expect(figures.applied.total).toBe(applied.length);
        expect(figures.applied.cancelled).toBe(
          applied.filter(({ status }) => status === 'cancelled').length
        );
        for (const { channel, count } of figures.applied.byChannel) {
          expect(count).toBe(applied.filter((told) => told.channel === channel).length);
        }

        const lines = [
          ...town.signUps.map((told, index) => ({ ...told, walkIn: false, known: true, index })),
          ...town.walkIns.map((told, index) => ({
            ...told,
            walkIn: true,
            status: null,
            attendance: 'came',
            index
          }))
        ]
          .map((line) => ({ ...line, session: sessions[line.index % sessions.length]! }))
          .filter(({ session }) => session.isHeld && inside(session.date));
        const came = lines.filter(({ attendance }) => attendance === 'came');
        expect(figures.attendance.came).toBe(came.filter(({ walkIn }) => !walkIn).length);
        expect(figures.attendance.walkedIn).toBe(came.filter(({ walkIn }) => walkIn).length);
        expect(figures.attendance.noShow).toBe(
          lines.filter(
            ({ status, attendance, session }) =>
              status === 'confirmed' &&
              (attendance === 'absent' || (attendance === 'expected' && session.isOver))
          ).length
        );
        expect(figures.attendance.people).toBe(
          new Set(came.filter(({ known }) => known).map(({ person }) => person % town.people))
            .size + came.filter(({ known }) => !known).length
        );

        const asked = town.requests.filter((told) => inside(told.day));
        const waits = asked
          .filter(({ state }) => ['matched', 'done', 'declined'].includes(state))
          .map(({ matches, waits: waited }) => (matches ? waited : 60_000))
          .sort((a, b) => a - b);
        const half = waits.length / 2;
        expect(figures.requests.asked).toBe(asked.length);
        expect(figures.requests.answered).toBe(waits.length);
        expect(figures.requests.medianAnswerMs).toBe(
          waits.length === 0
            ? undefined
            : Math.round((waits[Math.floor(half)]! + waits[Math.ceil(half) - 1]!) / 2)
        );

        const helped = town.meetings.filter((told) => inside(told.day));
        expect(figures.help.meetings).toBe(helped.length);
        expect(figures.help.minutes).toBe(helped.reduce((sum, { minutes }) => sum + minutes, 0));
        for (const { topic, meetings, minutes } of figures.help.topics) {
          const with_ = helped.filter(({ topics }) => topics.includes(topic as 'line'));
          if (meetings === 'few') continue;
          expect(meetings).toBe(with_.length);
          expect(minutes).toBe(
            Math.round(with_.reduce((sum, told) => sum + told.minutes / told.topics.length, 0))
          );
        }

        expect(await readWaiting(db)).toEqual({
          openRequests: town.requests.filter(({ state }) =>
            ['received', 'on-board'].includes(state)
          ).length,
          toTell: town.notices.filter((state) => state === 'to-tell').length,
          notReached: town.notices.filter((state) => state === 'not-reached').length
        });
      }),
      { numRuns: 12 }
    );
  }, 120_000);

  test('a year keeps its totals when its rows are deleted', async () => {
    await fc.assert(
      fc.asyncProperty(anyTown, async (town) => {
        await plant(town);
        const today = localDateOf(now);
        const before = await readFiscalYears(db, today, now, 3);
        await runNightly(db, { city, now });
        expect(await db.selectFrom('participation').select('id').execute()).toEqual([]);
        expect((await readFigures(db, fiscalYearPeriod(2026), now)).applied.total).toBe(0);
        expect(await readFiscalYears(db, today, now, 3)).toEqual(before);
      }),
      { numRuns: 8 }
    );
  }, 120_000);
});
