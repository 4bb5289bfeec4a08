import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import { listSlots } from '#features/board/server/help-slots.ts';
import type { Supporter } from '#features/board/server/supporters.ts';
import { findAccount } from '#features/people/server/accounts.ts';
import { newId } from '#shared/ids.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import {
  helpNow as now,
  newStaff,
  newSupporter,
  openRequest,
  prepareVenues
} from '#tests/support/help.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import {
  actions as onDesk,
  load as readDesk
} from '../../routes/(desk)/desk/slots/+page.server.ts';
import {
  actions as onMine,
  load as readMine
} from '../../routes/(supporter)/supporters/me/slots/+page.server.ts';
import { closeSlot, leaveSlot, openSlot, takeSlot } from './help-slots.ts';
import { acceptMatches, proposeAndStore } from './propose-matches.ts';
import { suspend } from './supporters/standing.ts';

const proposal = { date: '2026-12-02', startsAt: '17:00', hours: 1, wanted: 1, host: '窓口 山田' };

describe.each(engines)('times to help on $name', ({ open }) => {
  let opened: TestDb;
  let staff: string;
  let day = 1;

  beforeAll(async () => {
    opened = await open();
    await prepareVenues(opened.db);
    staff = await newStaff(opened.db);
  });
  afterAll(() => opened.close());

  /** Each on a day of its own: nobody is in two places. */
  async function slotWith(change: Partial<typeof proposal> = {}): Promise<string> {
    day += 1;
    const date = `2027-02-${String(day).padStart(2, '0')}`;
    const isMonday = [1, 8, 15, 22].includes(day);
    const at = { ...proposal, date: isMonday ? '2027-02-27' : date, ...change };
    const slot = await openSlot(opened.db, city, {
      ...{ venueId: 'chuo', proposal: at, actor: staff, now }
    });
    if (!slot.ok) throw new Error(slot.error.type);
    return slot.value.slotId;
  }
  const by = ({ id, accountId }: Supporter) => ({ supporterId: id, actor: accountId, now });
  const take = (slotId: string, supporter: Supporter) =>
    takeSlot(opened.db, { slotId, ...by(supporter) });
  const takersOf = async (slotId: string) =>
    (await listSlots(opened.db, now)).find(({ id }) => id === slotId)?.takenBy;
  const refused = (type: string) => ({ ok: false, error: { type } });

  test('two supporters take the last place at once: one has it, the other hears that it is full', async () => {
    for (let round = 0; round < 3; round++) {
      const slotId = await slotWith();
      const [one, other] = [await newSupporter(opened.db), await newSupporter(opened.db)];
      const both = await Promise.all([take(slotId, one), take(slotId, other)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.find(({ ok }) => !ok)).toEqual(refused('full'));
      const winner = both[0].ok ? one : other;
      expect(await takersOf(slotId)).toEqual([winner.id]);
      expect(await take(slotId, winner)).toEqual({ ok: true, value: undefined });
    }
  });

  test('a place given back is free again; a slot of nobody, and a foreign place, are refused', async () => {
    const slotId = await slotWith();
    const [one, other] = [await newSupporter(opened.db), await newSupporter(opened.db)];
    await take(slotId, one);
    const leave = (supporter: Supporter) => leaveSlot(opened.db, { slotId, ...by(supporter) });
    expect(await leave(other)).toEqual(refused('not-found'));
    expect(await leave(one)).toMatchObject({ ok: true });
    expect(await take(slotId, other)).toMatchObject({ ok: true });
    expect(await take(newId(), one)).toEqual(refused('not-found'));
  });

  test('a suspension gives every place back and takes no new one', async () => {
    const slotId = await slotWith();
    const supporter = await newSupporter(opened.db);
    await take(slotId, supporter);
    await suspend(opened.db, city, {
      ...{ supporterId: supporter.id, reason: 'safety', actor: staff, now }
    });
    expect(await takersOf(slotId)).toEqual([]);
    expect(await take(slotId, supporter)).toEqual(refused('not-found'));
  });

  test('a slot that is called off tells whoever took it', async () => {
    const slotId = await slotWith();
    const supporter = await newSupporter(opened.db);
    await take(slotId, supporter);
    expect(await closeSlot(opened.db, city, { slotId, actor: staff, now })).toMatchObject({
      ok: true
    });
    expect(await takersOf(slotId)).toBeUndefined();
    const notices = await opened.db
      .selectFrom('notice')
      .select('kind')
      .where('account_id', '=', supporter.accountId)
      .execute();
    expect(notices).toEqual([{ kind: 'slot-closed-for-supporter' }]);
    expect(await take(slotId, supporter)).toEqual(refused('not-found'));
  });

  test('whoever took a place is proposed without an offer, at the slot’s time and with its host', async () => {
    const supporter = await newSupporter(opened.db);
    const requestId = await openRequest(opened.db, { times: ['weekday-afternoon'] });
    const slotId = await slotWith({ date: '2026-12-02', host: '窓口 石井' });
    await take(slotId, supporter);
    await proposeAndStore(opened.db, city, { actor: staff, now });
    const pair = await opened.db
      .selectFrom('proposed_match')
      .select(['id', 'supporter_id'])
      .where('request_id', '=', requestId)
      .executeTakeFirstOrThrow();
    expect(pair.supporter_id).toBe(supporter.id);
    const accepting = { pairIds: [pair.id], host: '窓口 山田', actor: staff, now };
    expect(await acceptMatches(opened.db, city, accepting)).toMatchObject([
      { outcome: 'confirmed' }
    ]);
    const meeting = await opened.db
      .selectFrom('help_match')
      .select(['host', 'starts_at'])
      .where('request_id', '=', requestId)
      .executeTakeFirstOrThrow();
    expect(meeting).toEqual({ host: '窓口 石井', starts_at: Date.parse('2026-12-02T08:00:00Z') });
    const { params } = await opened.db
      .selectFrom('notice')
      .select('params')
      .where('kind', '=', 'match-for-supporter')
      .where('account_id', '=', supporter.accountId)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(params)).toMatchObject({ host: '窓口 石井' });
  });

  test('the pages: the desk opens and closes, a supporter takes, a full one is told kindly', async () => {
    const app = applicationFor(opened.db, () => now);
    const desk = (await findAccount(opened.db, staff))!;
    const supporter = await newSupporter(opened.db);
    const account = (await findAccount(opened.db, supporter.accountId))!;
    const ask = (
      work: ((event: never) => unknown) | undefined,
      who: typeof account,
      form?: Readonly<Record<string, string>>
    ) => answerOf(() => work?.(askedOf(app, { path: '/x', account: who, ...(form && { form }) })));
    const typed = { venueId: 'chuo', date: '2027-03-02', startsAt: '10:00', hours: '1' };
    expect(await ask(onDesk['open'], desk, { ...typed, wanted: '1', host: '' })).toMatchObject({
      value: { status: 422, data: { error: 'two-people', typed: { date: '2027-03-02' } } }
    });
    const form = { ...typed, wanted: '1', host: '窓口 山田' };
    expect(await ask(onDesk['open'], desk, form)).toMatchObject({
      kind: 'redirect',
      to: '/desk/slots?done=opened'
    });
    const slot = (await listSlots(opened.db, now)).at(-1)!;
    expect(await ask(onMine['take'], account, { slotId: slot.id })).toMatchObject({
      to: '/supporters/me/slots?done=taken'
    });
    const other = (await findAccount(opened.db, (await newSupporter(opened.db)).accountId))!;
    expect(await ask(onMine['take'], other, { slotId: slot.id })).toMatchObject({
      value: { status: 409, data: { error: 'full' } }
    });
    const seen = JSON.stringify(await ask(readMine, other));
    expect(seen).toContain(slot.id);
    expect(seen).not.toContain(supporter.id);
    expect(JSON.stringify(await ask(readDesk, desk))).toContain('支援 桜');
    expect(await ask(onMine['leave'], account, { slotId: slot.id })).toMatchObject({
      to: '/supporters/me/slots?done=left'
    });
    expect(await ask(onDesk['close'], desk, { slotId: slot.id })).toMatchObject({
      to: '/desk/slots?done=closed'
    });
  });
});
