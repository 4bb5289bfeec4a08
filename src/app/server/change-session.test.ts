import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import { createAccount } from '#features/people/server/accounts.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { HOUR_MS, instantOf } from '#shared/time/instant.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { classPlan, plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import { applyForWorkshop } from './apply.ts';
import { cancelApplication } from './cancel-sign-up.ts';
import { changeSession, type WantedChange } from './change-session.ts';
import { findWorkshop } from './workshop-snapshot.ts';

const storm: WantedChange = { kind: 'cancelled', reason: { ja: '講師の急病のため', en: '' } };
const planned = classPlan.sessions[0]!;

describe.each(engines)('changing a date on $name', ({ open }) => {
  let opened: TestDb;
  let supporter: string;
  let next = 0;

  beforeAll(async () => {
    opened = await open();
    supporter = await inTransaction(opened.db, (tx) =>
      createAccount(tx, {
        ...{ login: 's@example.jp', name: 'S', passwordHash: '-' },
        ...{ roles: ['supporter'], now: whileOpen }
      })
    );
  });
  afterAll(() => opened.close());

  /** Two seats, three applicants of whom one waits, and a supporter for each date. */
  async function workshop(dates = 1) {
    next += 1;
    const code = `D${next}`;
    const sessions = Array.from({ length: dates }, (_, index) => ({
      startsAt: planned.startsAt + index * 7 * 24 * HOUR_MS,
      endsAt: planned.endsAt + index * 7 * 24 * HOUR_MS
    }));
    const { workshopId, sessionIds } = await plannedWorkshop(opened.db, {
      ...{ code, seats: 2, longestLine: 5, sessions }
    });
    const ids: string[] = [];
    for (const index of [0, 1, 2]) {
      const applied = await applyForWorkshop(opened.db, {
        ...{ code, channel: 'web', actor: 'applicant', now: whileOpen },
        application: applicantNumber(next * 10 + index, {
          way: index === 1 ? 'desk' : 'phone'
        }),
        key: keyNumber(next * 10 + index)
      });
      if (!applied.ok) throw new Error(applied.error.type);
      ids.push(applied.value.signUpId);
    }
    await opened.db
      .insertInto('session_supporter')
      .values(sessionIds.map((session_id) => ({ session_id, account_id: supporter })))
      .execute();
    return { code, workshopId, sessionIds, sessionId: sessionIds[0] ?? '', ids };
  }
  const change = (sessionId: string, what: WantedChange, key = 'k', now = whileOpen) =>
    changeSession(opened.db, { sessionId, what, key, actor: 'clerk', now });
  const noticesOf = async (changeId: string) =>
    opened.db
      .selectFrom('notice')
      .select(['kind', 'state', 'way'])
      .where('dedupe_key', 'like', `session-change:${changeId}:%`)
      .orderBy('kind')
      .orderBy('way')
      .execute();
  const changeIdOf = (answer: Awaited<ReturnType<typeof changeSession>>) => {
    if (!answer.ok) throw new Error(answer.error.type);
    return answer.value.changeId;
  };

  test('called off: everyone concerned is told in their own way, and pages and tablets show it at once', async () => {
    const { code, sessionId } = await workshop();
    await findWorkshop(opened.db, code, whileOpen);
    const id = changeIdOf(await change(sessionId, storm));
    expect(await noticesOf(id)).toEqual([
      { kind: 'session-cancelled', state: 'to-tell', way: 'desk' },
      { kind: 'session-cancelled', state: 'to-tell', way: 'phone' },
      { kind: 'session-cancelled', state: 'to-tell', way: 'phone' },
      { kind: 'session-cancelled-for-supporter', state: 'to-tell', way: 'mail' }
    ]);
    const shown = await findWorkshop(opened.db, code, whileOpen);
    expect(shown?.workshop).toMatchObject({
      state: 'cancelled',
      sessions: [{ state: 'cancelled', change: { reason: { ja: '講師の急病のため' } } }]
    });
    const row = await opened.db
      .selectFrom('sync_row')
      .select('body')
      .where('scope', '=', sessionScope(sessionId))
      .where('kind', '=', 'session')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(row.body)).toMatchObject({ change: { kind: 'cancelled' } });
    const open = await opened.db
      .selectFrom('notice')
      .select('kind')
      .where('kind', 'in', ['sign-up-confirmed', 'sign-up-waiting'])
      .where('state', '=', 'to-tell')
      .where('params', 'like', '%signUpId%')
      .execute();
    expect(open).toEqual([]);
  });

  test('sent twice, even at once, it is one change and one notice each', async () => {
    const { sessionId } = await workshop();
    const answers = await Promise.all([change(sessionId, storm), change(sessionId, storm)]);
    const [one, other] = answers.map(changeIdOf);
    expect(one).toBe(other);
    expect(await noticesOf(one ?? '')).toHaveLength(4);
    expect(await change(sessionId, storm, 'another form')).toEqual({
      ok: false,
      error: { type: 'already-cancelled' }
    });
  });

  test('moved: the new hour stands everywhere, and an untold older change is told by the newest', async () => {
    const { code, sessionId } = await workshop();
    const to = {
      ...{ startsAt: planned.startsAt + HOUR_MS, endsAt: planned.endsAt + HOUR_MS },
      ...{ venueId: 'chuo', bringJa: 'めがね', bringEn: 'Glasses' }
    };
    const moved: WantedChange = { kind: 'changed', to, reason: { ja: '部屋の都合', en: 'Room' } };
    const first = changeIdOf(await change(sessionId, moved));
    expect(await findWorkshop(opened.db, code, whileOpen)).toMatchObject({
      workshop: {
        venueId: 'chuo',
        bring: { ja: 'めがね', en: 'Glasses' },
        sessions: [
          {
            startsAt: to.startsAt,
            change: { reason: { en: 'Room' }, from: { startsAt: planned.startsAt } }
          }
        ]
      }
    });
    expect(await change(sessionId, moved, 'again')).toEqual({
      ok: false,
      error: { type: 'nothing-changed' }
    });
    await change(sessionId, storm, 'then called off');
    expect(new Set((await noticesOf(first)).map(({ state }) => state))).toEqual(
      new Set(['not-wanted'])
    );
  });

  describe('another room', () => {
    const reason = { ja: '部屋の都合', en: 'Room' };
    const room = async (venueId: string, name: string, chairs: number) => {
      const id = newId();
      const names = { name_ja: name, name_en: `Room ${name}` };
      await opened.db
        .insertInto('room')
        .values({ id, venue_id: venueId, ...names, chairs })
        .execute();
      return id;
    };
    const into = (venueId: string, roomId: string | undefined): WantedChange => ({
      kind: 'changed',
      to: { ...planned, venueId, roomId, bringJa: '飲みもの', bringEn: 'A drink' },
      reason
    });
    const workshopRow = (id: string) =>
      opened.db
        .selectFrom('workshop')
        .select(['venue_id', 'room_id', 'room_chairs'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();

    test('is told to everyone, stands on page and tablet, and has no more chairs than it has', async () => {
      const { code, workshopId, sessionId } = await workshop();
      const roomId = await room('sayama', '会議室2', 12);
      const id = changeIdOf(await change(sessionId, into('sayama', roomId)));
      expect(await noticesOf(id)).toHaveLength(4);
      expect(await workshopRow(workshopId)).toMatchObject({ room_id: roomId, room_chairs: 12 });
      const shown = await findWorkshop(opened.db, code, whileOpen);
      expect(shown?.workshop.roomId).toBe(roomId);
      expect(shown?.workshop.sessions[0]?.change?.from.roomId).toBeUndefined();
      const { body } = await opened.db
        .selectFrom('sync_row')
        .select('body')
        .where('scope', '=', sessionScope(sessionId))
        .where('kind', '=', 'session')
        .executeTakeFirstOrThrow();
      const { venue } = JSON.parse(body) as { venue: { ja: string; en: string } };
      expect(venue.ja).toMatch(/、会議室2$/);
      expect(venue.en).toMatch(/, Room 会議室2$/);
      expect(await change(sessionId, into('sayama', roomId), 'again')).toMatchObject({
        error: { type: 'nothing-changed' }
      });
    });

    test('another place leaves the old room behind', async () => {
      const { workshopId, sessionId } = await workshop();
      await change(sessionId, into('sayama', await room('sayama', '会議室3', 30)));
      await change(sessionId, into('chuo', undefined), 'k2');
      expect(await workshopRow(workshopId)).toMatchObject({ venue_id: 'chuo', room_id: null });
    });

    test('that is of another place, or too small, is refused and nobody is told', async () => {
      const { workshopId, sessionId } = await workshop();
      const before = await workshopRow(workshopId);
      const elsewhere = await room('chuo', '会議室4', 30);
      const small = await room('sayama', '会議室5', 1);
      expect(await change(sessionId, into('sayama', elsewhere))).toMatchObject({
        error: { type: 'room-unknown' }
      });
      expect(await change(sessionId, into('sayama', small))).toMatchObject({
        error: { type: 'room-too-small' }
      });
      expect(await workshopRow(workshopId)).toEqual(before);
    });
  });

  test('one date of a course is called off, the others are held', async () => {
    const { code, sessionIds } = await workshop(3);
    await change(sessionIds[1] ?? '', storm);
    const shown = await findWorkshop(opened.db, code, whileOpen);
    expect(shown?.workshop.state).toBe('open');
    expect(shown?.workshop.sessions.map(({ state }) => state)).toEqual([
      'planned',
      'cancelled',
      'planned'
    ]);
  });

  test('with the last date gone nobody is asked about a seat any more', async () => {
    const { workshopId, sessionId, ids } = await workshop();
    await cancelApplication(opened.db, {
      ...{ signUpId: ids[0] ?? '', by: 'applicant', actor: 'applicant', now: whileOpen }
    });
    await change(sessionId, storm);
    const offers = await opened.db
      .selectFrom('seat_offer')
      .select('state')
      .where('workshop_id', '=', workshopId)
      .execute();
    expect(offers).toEqual([{ state: 'withdrawn' }]);
    const asked = await opened.db
      .selectFrom('notice')
      .select('state')
      .where('kind', '=', 'seat-asked')
      .where('params', 'like', `%${ids[2]}%`)
      .execute();
    expect(asked).toEqual([{ state: 'not-wanted' }]);
  });

  test('bad weather: one press on the day, from the hour of the rule on', async () => {
    const { code, sessionId } = await workshop();
    const at = (time: string) => instantOf('2026-12-01', time);
    expect(await change(sessionId, { kind: 'weather' }, 'w', at('06:59'))).toEqual({
      ok: false,
      error: { type: 'not-decided-yet' }
    });
    expect(await change(sessionId, { kind: 'weather' }, 'w', at('07:00'))).toMatchObject({
      ok: true
    });
    const shown = await findWorkshop(opened.db, code, at('07:00'));
    expect(shown?.workshop.sessions[0]?.change?.reason.ja).toContain(
      city.rules.weather.warnings.ja
    );
  });

  test.each([
    ['no reason', { kind: 'cancelled', reason: { ja: '', en: '' } }, 'reason-missing'],
    [
      'a place nobody knows',
      {
        kind: 'changed',
        reason: { ja: '都合', en: '' },
        to: { ...planned, venueId: 'nowhere', bringJa: '', bringEn: '' }
      },
      'venue-unknown'
    ]
  ] as const)('%s is refused and nothing is stored', async (_, what, type) => {
    const { sessionId } = await workshop();
    expect(await change(sessionId, what)).toEqual({ ok: false, error: { type } });
    const stored = await opened.db
      .selectFrom('session_change')
      .select('id')
      .where('session_id', '=', sessionId)
      .execute();
    expect(stored).toEqual([]);
  });

  test('an unknown date is told as that', async () => {
    expect(await change('unknown', storm)).toEqual({
      ok: false,
      error: { type: 'session-not-found' }
    });
  });
});
