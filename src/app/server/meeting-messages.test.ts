import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import { countOpenMessages } from '#features/board/server/messages.ts';
import type { Supporter } from '#features/board/server/supporters.ts';
import { findAccount } from '#features/people/server/accounts.ts';
import { newId } from '#shared/ids.ts';
import { HOUR_MS, instantOf } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import {
  confirmedMeeting,
  askedRequest,
  helpNow as now,
  newStaff,
  newSupporter,
  prepareVenues
} from '#tests/support/help.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import {
  actions as onDesk,
  load as readDesk
} from '../../routes/(desk)/desk/messages/+page.server.ts';
import {
  actions as onMine,
  load as readMine
} from '../../routes/(supporter)/supporters/me/messages/+page.server.ts';
import { actions as onWord } from '../../routes/[[lang=lang]]/(join)/help/word/+page.server.ts';
import { readNotices } from './desk/notices.ts';
import { lookAtRequest } from './help-desk.ts';
import { leaveAsSupporter, settleMessage } from './meeting-messages.ts';
import { runNightly } from './nightly.ts';

describe.each(engines)('words about a meeting on $name', ({ open }) => {
  let opened: TestDb;
  let staff: string;

  beforeAll(async () => {
    opened = await open();
    await prepareVenues(opened.db);
    staff = await newStaff(opened.db);
  });
  afterAll(() => opened.close());

  async function meet(supporter: Supporter) {
    const met = await confirmedMeeting(opened.db, { supporter, staff });
    const { number } = await opened.db
      .selectFrom('help_request')
      .select('number')
      .where('id', '=', met.requestId)
      .executeTakeFirstOrThrow();
    return { ...met, number };
  }
  const ask = async (
    work: ((event: never) => unknown) | undefined,
    asked: { by?: string; form?: Readonly<Record<string, string>>; at?: number } = {}
  ) => {
    if (!work) throw new Error('no such action');
    const app = applicationFor(opened.db, () => asked.at ?? now);
    const account = await findAccount(opened.db, asked.by ?? '');
    return answerOf(() =>
      work(askedOf(app, { path: '/help/word', ...(account && { account }), ...asked }))
    );
  };
  const ofMeeting = (matchId: string) =>
    opened.db.selectFrom('meeting_message').selectAll().where('match_id', '=', matchId).execute();
  const settle = (messageId: string, how: 'pass-on' | 'answer' | 'note', answer = '') =>
    settleMessage(opened.db, { messageId, how, answer, actor: staff, now });

  test('a person’s word reaches the desk without an account, and the supporter without a number', async () => {
    const supporter = await newSupporter(opened.db);
    const { matchId, number, requestId } = await meet(supporter);
    const before = await countOpenMessages(opened.db);
    const form = { key: newId(), number, lastFour: '5678', kind: 'late', text: '10分ほどです' };
    const done = { kind: 'redirect', to: '/help/word?told' };
    expect(await ask(onWord['default'], { form })).toEqual(done);
    expect(await ask(onWord['default'], { form })).toEqual(done);
    expect(await countOpenMessages(opened.db)).toBe(before + 1);

    const desk = JSON.stringify(await ask(readDesk, { by: staff }));
    expect(desk).toContain('10分ほどです');
    expect(desk).not.toMatch(/佐藤|さとう|0901234/);
    const mine = () => ask(readMine, { by: supporter.accountId });
    expect(JSON.stringify(await mine())).not.toContain('10分');

    expect(
      await ask(onDesk['default'], {
        by: staff,
        form: { messageId: form.key, how: 'pass-on', answer: 'お気をつけて' }
      })
    ).toEqual({ kind: 'redirect', to: '/desk/messages?done' });
    const page = JSON.stringify(await mine());
    expect(page).toContain('10分ほどです');
    expect(page).not.toMatch(/お気をつけて|佐藤|0901234/);
    const notices = await opened.db
      .selectFrom('notice')
      .select(['kind', 'account_id', 'way'])
      .where('dedupe_key', 'like', `%${form.key}`)
      .orderBy('kind')
      .execute();
    expect(notices).toEqual([
      { kind: 'message-answered', account_id: null, way: 'phone' },
      {
        kind: 'message-passed-on-for-supporter',
        account_id: supporter.accountId,
        way: 'mail'
      }
    ]);
    const looked = await lookAtRequest(opened.db, { id: requestId, actor: staff, now });
    expect(looked).toMatchObject({
      value: {
        matches: [{ id: matchId, messages: [{ state: 'passed-on', answer: 'お気をつけて' }] }]
      }
    });
    expect(await settle(form.key, 'note')).toEqual({ ok: false, error: { type: 'not-now' } });
  });

  test('a supporter’s word is told to the person in their own way, in its own words', async () => {
    const supporter = await newSupporter(opened.db);
    const { matchId } = await meet(supporter);
    const form = { key: newId(), matchId, kind: 'late', text: '' };
    expect(await ask(onMine['default'], { by: supporter.accountId, form })).toMatchObject({
      kind: 'redirect'
    });
    await settle(form.key, 'pass-on');
    const { lines } = await readNotices(opened.db, {
      state: 'to-tell',
      page: 1,
      actor: staff,
      now
    });
    const line = lines.find(({ kind }) => kind === 'message-passed-on');
    expect(line).toMatchObject({
      way: 'phone',
      subject: {
        message: { kind: 'late', text: null },
        meeting: { startsAt: instantOf('2026-12-01', '10:00') }
      }
    });
  });

  test.each([
    ['wrong digits', { lastFour: '0000' }, 404, 'not-found'],
    ['a number of nobody', { number: '0000000' }, 404, 'not-found'],
    ['no digits', { lastFour: '' }, 404, 'not-found'],
    ['no touch', { kind: '' }, 422, 'kind-missing'],
    ['a telephone number', { text: '090-1234-5678' }, 422, 'guard-phone']
  ])('%s is refused, with what was typed kept', async (_, change, status, error) => {
    const { number, matchId } = await meet(await newSupporter(opened.db));
    const form = { key: newId(), number, lastFour: '5678', kind: 'late', text: 'はい', ...change };
    expect(await ask(onWord['default'], { form })).toMatchObject({
      value: { status, data: { error, typed: { text: form.text, number: form.number } } }
    });
    expect(await ofMeeting(matchId)).toEqual([]);
  });

  test('a stopped line is on the list of stopped texts; digits are not guessed; no meeting, no word', async () => {
    const stopped = await opened.db
      .selectFrom('stopped_text')
      .select(['place', 'written_by'])
      .where('place', '=', 'message')
      .execute();
    expect(stopped).toEqual([{ place: 'message', written_by: 'applicant' }]);

    const { number } = await opened.db
      .selectFrom('help_request')
      .select('number')
      .where('id', '=', await askedRequest(opened.db))
      .executeTakeFirstOrThrow();
    const word = (lastFour: string) =>
      ask(onWord['default'], { form: { key: newId(), number, lastFour, kind: 'late', text: '' } });
    expect(await word('5678')).toMatchObject({ value: { data: { error: 'no-meeting' } } });
    for (let attempt = 0; attempt < 4; attempt++) await word('0000');
    expect(await word('5678')).toMatchObject({ value: { data: { error: 'too-many' } } });
  });

  test('another’s meeting and one that is over take no words; they go with the meeting', async () => {
    const [supporter, other] = [await newSupporter(opened.db), await newSupporter(opened.db)];
    const { matchId } = await meet(supporter);
    const leave = (supporterId: string, at = now) =>
      leaveAsSupporter(opened.db, {
        ...{ key: newId(), matchId, supporterId, now: at, message: { kind: 'late', text: null } }
      });
    expect(await leave(other.id)).toEqual({ ok: false, error: { type: 'not-found' } });
    const after = instantOf('2026-12-01', '10:30') + HOUR_MS;
    expect(await leave(supporter.id, after)).toEqual({ ok: false, error: { type: 'over' } });
    expect(await leave(supporter.id)).toMatchObject({ ok: true });
    const [kept] = await ofMeeting(matchId);
    await runNightly(opened.db, { city, now: instantOf(kept!.delete_after) + 24 * HOUR_MS });
    expect(await ofMeeting(matchId)).toEqual([]);
  });
});
