import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import { insertRoom, keepCityVenues, keepClosure } from '#features/places/server/venues.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import type { SeriesPlan } from '#features/workshops/domain/series.ts';
import { findSeries } from '#features/workshops/server/series.ts';
import { publishDrafts } from '#features/workshops/server/change-workshop.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { instantOf } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { classPlan } from '#tests/support/workshops.ts';
import { makeSeries, previewSeries } from './plan-series.ts';
import { findWorkshopSnapshot } from './workshop-snapshot.ts';

const now = instantOf('2026-11-20', '09:00');
const salons: SeriesPlan = {
  template: { ...classPlan, kind: 'salon', selection: 'none', state: 'draft' },
  firstCode: 'S20',
  rhythm: { nths: [1], weekday: 2 },
  from: { year: 2026, month: 11 },
  months: 7,
  rule: 'next-open-day',
  grouping: 'each',
  begins: '10:00',
  ends: '12:00',
  signUp: { opensDays: 30, opensTime: '08:30', closesDays: 1, closesTime: '17:00' }
};

describe.each(engines)('a series on $name', ({ open }) => {
  let opened: TestDb;

  beforeAll(async () => {
    opened = await open();
    await keepCityVenues(opened.db, city.venues);
    await inTransaction(opened.db, async (tx) => {
      await keepClosure(tx, { venueId: 'sayama', date: '2027-01-05', reason: '年始の休み' });
      await insertRoom(tx, {
        venueId: 'chuo',
        name: { ja: '視聴覚室', en: 'AV room' },
        chairs: 20
      });
    });
  });
  afterAll(() => opened.close());

  const preview = async (changed: Partial<SeriesPlan> = {}) => {
    const seen = await previewSeries(opened.db, { ...salons, ...changed }, now);
    if (!seen.ok) throw new Error(seen.error.type);
    return seen.value;
  };
  const make = (id: string, seen: string, changed: Partial<SeriesPlan> = {}) =>
    makeSeries(opened.db, { id, plan: { ...salons, ...changed }, seen, now });
  const count = async () => (await opened.db.selectFrom('workshop').select('id').execute()).length;

  test('what is over is left out; what is closed is moved and says why', async () => {
    const { occurrences, workshops } = await preview();
    expect(workshops).toHaveLength(6);
    expect(occurrences.map(({ kind }) => kind)).toEqual([
      'held',
      'moved',
      'held',
      'held',
      'held',
      'moved'
    ]);
    expect(occurrences[1]).toMatchObject({
      due: '2027-01-05',
      date: '2027-01-06',
      why: { kind: 'closure', reason: '年始の休み' }
    });
    // 4 May is a holiday, 5 May too.
    expect(occurrences[5]).toMatchObject({
      due: '2027-05-04',
      date: '2027-05-06',
      why: { kind: 'holiday', name: { ja: 'みどりの日' } }
    });
    expect(await count()).toBe(0);
  });

  test('what was looked at is made once, however often it is pressed; the public sees no draft', async () => {
    const { mark } = await preview();
    const id = newId();
    const answers = await Promise.all([make(id, mark), make(id, mark), make(id, mark)]);
    expect(answers).toEqual(Array(3).fill({ ok: true, value: { seriesId: id } }));
    expect(await make(id, 'whatever')).toEqual({ ok: true, value: { seriesId: id } });

    const found = await findSeries(opened.db, id);
    expect(found?.workshops.map(({ code, state }) => [code, state])).toEqual(
      ['S20', 'S21', 'S22', 'S23', 'S24', 'S25'].map((code) => [code, 'draft'])
    );
    expect(found?.series.record).toMatchObject({ rule: 'next-open-day', grouping: 'each' });
    expect((await findWorkshopSnapshot(opened.db, now)).workshops).toEqual([]);
    const sessions = await opened.db.selectFrom('session').select('id').execute();
    const scopes = await opened.db.selectFrom('sync_row').select('scope').execute();
    expect(scopes.map(({ scope }) => scope).sort()).toEqual(
      sessions.map((session) => sessionScope(session.id)).sort()
    );

    const published = await inTransaction(opened.db, (tx) =>
      publishDrafts(tx, { seriesId: id }, { now })
    );
    expect(published).toBe(6);
    const later = now + 10_000;
    expect((await findWorkshopSnapshot(opened.db, later)).workshops).toHaveLength(6);
  });

  test('a series of lotteries gives each workshop a seed of its own', async () => {
    const rules = { priorities: { resident: 'first' as const }, seatsPerYear: 2 };
    const changed = {
      ...{ firstCode: 'L70', months: 4 },
      template: { ...salons.template, kind: 'class' as const, selection: 'lottery' as const },
      signUp: { ...salons.signUp, closesDays: 9 },
      draw: { drawsDays: 8, drawsTime: '10:00', rules }
    };
    const { mark, workshops } = await preview(changed);
    const otherDay = await preview({ ...changed, draw: { ...changed.draw, drawsDays: 7 } });
    expect(otherDay.mark).not.toBe(mark);
    const id = newId();
    expect(await make(id, mark, changed)).toMatchObject({ ok: true });
    const lotteries = await opened.db
      .selectFrom('lottery')
      .innerJoin('workshop', 'workshop.id', 'lottery.workshop_id')
      .select(['seed', 'commitment', 'draws_at', 'rules'])
      .where('series_id', '=', id)
      .orderBy('code')
      .execute();
    expect(lotteries.map(({ draws_at }) => draws_at)).toEqual(
      workshops.map(({ lottery }) => lottery?.drawsAt)
    );
    expect(lotteries).toHaveLength(3);
    expect(new Set(lotteries.map(({ seed }) => seed)).size).toBe(3);
    expect(new Set(lotteries.map(({ commitment }) => commitment)).size).toBe(3);
    for (const lottery of lotteries) expect(JSON.parse(lottery.rules)).toEqual(rules);
  });

  test('a calendar that changed since it was looked at makes nothing and is shown anew', async () => {
    const { mark } = await preview();
    await inTransaction(opened.db, (tx) =>
      keepClosure(tx, { venueId: 'sayama', date: '2027-02-02', reason: '工事' })
    );
    const before = await count();
    const answer = await make(newId(), mark);
    expect(answer).toMatchObject({ ok: false, error: { type: 'changed-since-seen' } });
    expect(await count()).toBe(before);
    if (answer.ok || !('preview' in answer.error)) throw new Error('made');
    expect(answer.error.preview.occurrences[2]).toMatchObject({ kind: 'moved', due: '2027-02-02' });
  });

  test('two organisers whose codes meet: one makes, the other looks again', async () => {
    const changed = { firstCode: 'K1', months: 3 };
    const { mark } = await preview(changed);
    const answers = await Promise.all([make(newId(), mark, changed), make(newId(), mark, changed)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { type: 'changed-since-seen' } });
    expect((await preview(changed)).workshops.map(({ code }) => code)).toEqual(['K3', 'K4']);
  });

  test.each([
    [
      'a place nobody knows',
      { template: { ...salons.template, venueId: 'moon' } },
      'venue-unknown'
    ],
    [
      'a room of another house',
      { template: { ...salons.template, roomId: 'none' } },
      'room-unknown'
    ],
    ['no week of the month', { rhythm: { nths: [], weekday: 2 } }, 'no-nth'],
    ['too many months', { months: 25 }, 'months-out-of-range'],
    [
      'a rhythm that never meets an open day',
      { rhythm: { nths: [1], weekday: 1 }, rule: 'skip' },
      'no-date-left'
    ]
  ] as const)('%s is refused before anything is made', async (_, changed, type) => {
    const plan = { ...salons, ...changed };
    expect(await previewSeries(opened.db, plan, now)).toEqual({ ok: false, error: { type } });
    expect(await makeSeries(opened.db, { id: newId(), plan, seen: '', now })).toEqual({
      ok: false,
      error: { type }
    });
  });

  test('more chairs than the room has', async () => {
    const { id } = await opened.db.selectFrom('room').select('id').executeTakeFirstOrThrow();
    const template = { ...salons.template, venueId: 'chuo', roomId: id };
    const answer = (roomChairs: number) =>
      previewSeries(opened.db, { ...salons, template: { ...template, roomChairs } }, now);
    expect(await answer(21)).toEqual({ ok: false, error: { type: 'more-chairs-than-room' } });
    expect(await answer(20)).toMatchObject({ ok: true });
  });
});
