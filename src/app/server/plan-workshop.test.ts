import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import { SessionCard } from '#features/attendance/domain/roster.ts';
import { keepCityVenues } from '#features/places/server/venues.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import { usualArrangement } from '#features/workshops/domain/arrangement.ts';
import type { WorkshopPlan } from '#features/workshops/domain/plan.ts';
import { instantOf } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { classPlan } from '#tests/support/workshops.ts';
import * as v from 'valibot';
import { planWorkshop } from './plan-workshop.ts';

const now = instantOf('2026-11-01');

describe.each(engines)('planWorkshop on $name', ({ open }) => {
  let opened: TestDb;

  beforeAll(async () => {
    opened = await open();
    await keepCityVenues(opened.db, city.venues);
  });
  afterAll(() => opened.close());

  const plan = (changed: Partial<WorkshopPlan> = {}) =>
    planWorkshop(opened.db, { ...classPlan, ...changed, now });

  test('each session is published to its devices, and its personal rows have an end', async () => {
    const planned = await plan({
      sessions: [
        { startsAt: instantOf('2026-12-01', '10:00'), endsAt: instantOf('2026-12-01', '12:00') },
        { startsAt: instantOf('2027-04-06', '10:00'), endsAt: instantOf('2027-04-06', '12:00') }
      ]
    });
    if (!planned.ok) throw new Error(planned.error.type);
    const days = await opened.db
      .selectFrom('session')
      .select(['local_date', 'delete_after'])
      .where('workshop_id', '=', planned.value.workshopId)
      .orderBy('local_date')
      .execute();
    expect(days.map((day) => ({ ...day }))).toEqual([
      { local_date: '2026-12-01', delete_after: '2028-03-31' },
      { local_date: '2027-04-06', delete_after: '2029-03-31' }
    ]);

    for (const sessionId of planned.value.sessionIds) {
      const row = await opened.db
        .selectFrom('sync_row')
        .select('body')
        .where('scope', '=', sessionScope(sessionId))
        .executeTakeFirstOrThrow();
      expect(v.parse(SessionCard, JSON.parse(row.body))).toMatchObject({
        sessionId,
        code: 'C12',
        venue: { ja: '狭山公民館', en: 'Sayama Community Hall' },
        seats: 10
      });
    }
  });

  test.each([
    ['a code given before', {}, 'code-taken'],
    ['a code nobody could read out', { code: 'c-12' }, 'code-malformed'],
    ['a place nobody knows', { code: 'C90', venueId: 'moon' }, 'venue-unknown'],
    ['no date', { code: 'C91', sessions: [] }, 'no-session'],
    [
      'an end before the beginning',
      { code: 'C92', sessions: [{ startsAt: now, endsAt: now }] },
      'session-ends-before-it-starts'
    ],
    ['more seats than chairs', { code: 'C93', roomChairs: 9 }, 'more-seats-than-chairs'],
    ['half a seat', { code: 'C94', seats: 9.5 }, 'number-out-of-range'],
    ['a room of another house', { code: 'C96', roomId: 'none' }, 'room-unknown'],
    [
      'nobody for a supporter',
      { code: 'C97', arrangement: { ...usualArrangement, peoplePerSupporter: 0 } },
      'nobody-per-supporter'
    ],
    [
      'more seats for phones than there are',
      { code: 'C97', arrangement: { ...usualArrangement, phoneQuotas: { iphone: 6, kantan: 5 } } },
      'more-quotas-than-seats'
    ],
    [
      'a partner without a name',
      { code: 'C97', arrangement: { ...usualArrangement, host: 'partner' } },
      'partner-unnamed'
    ],
    ['closing before opening', { code: 'C95', closesAt: 0 }, 'sign-up-closes-before-it-opens']
  ] as const)('%s is refused and leaves nothing', async (_, changed, type) => {
    const before = await count();
    expect(await plan(changed)).toEqual({ ok: false, error: { type } });
    expect(await count()).toBe(before);
  });

  test('of two who give one code at the same moment, one is told', async () => {
    const answers = await Promise.all([plan({ code: 'C50' }), plan({ code: 'C50' })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: { type: 'code-taken' } });
  });

  async function count(): Promise<number> {
    return (await opened.db.selectFrom('workshop').select('id').execute()).length;
  }
});
