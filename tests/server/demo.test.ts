import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listSessions } from '#app/server/desk/sessions.ts';
import { fillWithDemoData } from '#cli/demo/fill.ts';
import { city } from '#city/current.ts';
import { findBrokenAudit } from '#features/people/server/audit.ts';
import { keepCityVenues } from '#features/places/server/venues.ts';
import { readFigures } from '#features/reporting/server/figures.ts';
import { createLogger } from '#server/log.ts';
import { addDays, instantOf, weekdayOf } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';

describe.each(engines)('the demonstration town on $name', ({ open }) => {
  let opened: TestDb;
  const today = '2026-12-01';
  const now = instantOf(today, '09:00');

  beforeAll(async () => {
    opened = await open();
    await keepCityVenues(opened.db, city.venues);
    await fillWithDemoData(opened.db, city, now, createLogger('silent'));
  });
  afterAll(() => opened.close());

  test('today there is a class of ten with twelve applicants, two of them waiting', async () => {
    const sessions = await listSessions(opened.db, { from: today, to: today });
    expect(sessions.find(({ kind }) => kind === 'class')).toMatchObject({
      seats: 10,
      confirmed: 10,
      waiting: 2,
      came: 0
    });
  });

  test('each hall keeps its n-th weekday for the next six months', async () => {
    const ahead = { from: addDays(today, 1), to: addDays(today, 200) };
    const sessions = await listSessions(opened.db, ahead);
    const salons = sessions.filter(({ kind }) => kind === 'salon');
    for (const [venue, weekday, weeks] of [
      ['狭山公民館', 2, 1],
      ['蔵敷公民館', 4, 2],
      ['上北台公民館', 2, 2],
      ['中央公民館', 3, 3],
      ['南街公民館', 2, 4]
    ] as const) {
      const dates = salons.filter((salon) => salon.venue.ja === venue).map(({ date }) => date);
      expect(dates.length).toBeGreaterThanOrEqual(6);
      for (const date of dates) {
        expect(weekdayOf(date)).toBe(weekday);
        expect(Math.ceil(Number(date.slice(8)) / 7)).toBe(weeks);
      }
    }
  });

  test('a salon is on with its number tickets; past classes lent phones and asked what people thought', async () => {
    const facts = await opened.db.selectFrom('operation').select(['type', 'scope']).execute();
    const told = Map.groupBy(facts, ({ type }) => type);
    expect(told.get('ticket.take')).toHaveLength(6);
    expect(told.get('loan.out')?.length).toBe(told.get('loan.in')?.length);
    const year = await readFigures(opened.db, { from: addDays(today, -365), to: today }, now);
    expect(year.answers.sheets).toBe(told.get('answer.given')?.length);
  });

  test('one class ahead has seats, and one is full to the end of its line', async () => {
    const ahead = await listSessions(opened.db, {
      from: addDays(today, 1),
      to: addDays(today, 60)
    });
    const classes = ahead.filter(({ kind }) => kind === 'class');
    expect(classes.some(({ confirmed, seats }) => confirmed < seats)).toBe(true);
    expect(classes.find(({ code }) => code === 'C12')).toMatchObject({ confirmed: 10, waiting: 3 });
  });

  test('one lottery takes applications, one waits to be drawn, and one is drawn', async () => {
    const lotteries = await opened.db
      .selectFrom('lottery')
      .innerJoin('workshop', 'workshop.id', 'lottery.workshop_id')
      .select(['code', 'closes_at', 'draws_at', 'drawn_at'])
      .orderBy('code')
      .execute();
    expect(
      lotteries.map(({ code, closes_at, draws_at, drawn_at }) => [
        code,
        closes_at > now ? 'open' : draws_at <= now ? 'due' : 'closed',
        drawn_at !== null
      ])
    ).toEqual([
      ['C14', 'open', false],
      ['C15', 'due', false],
      ['C16', 'due', true]
    ]);
    const ahead = await listSessions(opened.db, { from: today, to: addDays(today, 30) });
    expect(ahead.find(({ code }) => code === 'C16')).toMatchObject({ confirmed: 10, waiting: 6 });
  });

  test('everybody can see that nobody in it is real', async () => {
    const people = await opened.db.selectFrom('person').select(['name', 'phone']).execute();
    expect(people.length).toBeGreaterThan(100);
    for (const { name, phone } of people) {
      expect(name).toMatch(/見本|試|例/);
      expect(phone ?? '0900000').toMatch(/^090000/);
    }
  });

  test('eight supporters, thirty requests and a year of help fill the figures', async () => {
    const count = async (table: 'supporter' | 'help_request') =>
      (await opened.db.selectFrom(table).select('id').execute()).length;
    expect(await count('supporter')).toBe(8);
    expect(await count('help_request')).toBe(30);
    const year = await readFigures(opened.db, { from: addDays(today, -365), to: today }, now);
    expect(year.help.meetings).toBeGreaterThan(300);
    expect(year.attendance.walkedIn).toBeGreaterThan(100);
    expect(year.attendance.noShow).toBeGreaterThan(0);
    expect(await findBrokenAudit(opened.db)).toBeUndefined();
  });
});
