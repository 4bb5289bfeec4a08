import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import type { FollowUpWay } from '#features/assistance/domain/follow-up.ts';
import { createAccount, findAccount, type Account } from '#features/people/server/accounts.ts';
import { periodOf } from '#features/reporting/domain/period.ts';
import { readFigures } from '#features/reporting/server/figures.ts';
import { readFiscalYears } from '#features/reporting/server/fiscal-years.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { instantOf, localDateOf } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { logTown, told } from '#tests/support/log-town.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import { plannedWorkshop } from '#tests/support/workshops.ts';
import * as cardsPage from '../../routes/(desk)/desk/follow-ups/cards/+page.server.ts';
import * as listPage from '../../routes/(desk)/desk/follow-ups/+page.server.ts';
import * as stillPage from '../../routes/[[lang=lang]]/(join)/still/[token]/+page.server.ts';
import { markFollowUps, readFollowUps } from './desk/follow-up-list.ts';
import { answerFollowUp, findFollowUp } from './follow-ups.ts';
import { runNightly } from './nightly.ts';

const twoWeeks = instantOf('2026-12-15', '09:00');
const threeMonths = instantOf('2027-03-02', '09:00');
const actor = 'desk';

describe.each(engines)('「まだできますか」 on $name', ({ open }) => {
  let opened: TestDb;
  let town: ReturnType<typeof logTown>;
  let account: Account;

  beforeAll(async () => {
    opened = await open();
    town = logTown(opened.db);
    await town.prepareVenues();
    const id = await inTransaction(opened.db, (tx) =>
      createAccount(tx, {
        ...{ login: 'chosei@example.jp', name: '調整', passwordHash: '' },
        ...{ roles: ['coordinator'], now: 1 }
      })
    );
    account = (await findAccount(opened.db, id))!;
  });
  afterAll(() => opened.close());

  /** A logged meeting whose person agreed to be asked in this way. */
  async function logged(askAgain: FollowUpWay | undefined, nameless = false) {
    const prepared = await town.prepare(nameless ? { contact: { kind: 'nameless' } } : {});
    const { matchId, write, send } = prepared;
    const record = write('assist.record', { ...told, matchId, ...(askAgain && { askAgain }) });
    await send(record);
    const rows = () =>
      opened.db
        .selectFrom('follow_up')
        .selectAll()
        .where('assistance_id', '=', record.opId)
        .orderBy('due_on')
        .execute();
    return { ...prepared, record, rows };
  }
  const due = (now: number, more: { way?: FollowUpWay; sessionId?: string } = {}) =>
    readFollowUps(opened.db, { ...more, actor, now });
  const app = (now: number) => applicationFor(opened.db, () => now);

  test('two questions come of a record whose person agreed, and none of any other', async () => {
    const { rows } = await logged('post');
    expect(await rows()).toMatchObject([
      { kind: 'two-weeks', way: 'post', due_on: '2026-12-15', delete_after: '2030-03-31' },
      { kind: 'three-months', way: 'post', due_on: '2027-03-02' }
    ]);
    expect(await (await logged(undefined)).rows()).toEqual([]);
    expect(await (await logged('call', true)).rows()).toEqual([]);
  });

  test('a correction changes the way or ends the asking; taken back, nobody is asked', async () => {
    const { rows, record, matchId, write, send } = await logged('post');
    const tokens = (await rows()).map(({ token }) => token);
    const correct = (askAgain?: FollowUpWay) =>
      send(
        write('assist.correct', {
          targetOpId: record.opId,
          record: { ...told, matchId, ...(askAgain && { askAgain }) }
        })
      );
    await correct('call');
    expect((await rows()).map(({ way, token }) => [way, token])).toEqual(
      tokens.map((token) => ['call', token])
    );
    await correct();
    expect(await rows()).toEqual([]);
    await correct('salon');
    expect(await rows()).toHaveLength(2);
    await send(write('assist.withdraw', { targetOpId: record.opId }));
    expect(await rows()).toEqual([]);
  });

  test('each is asked from the day on, by telephone only who asked for that', async () => {
    const one = await logged('salon');
    const [first] = await one.rows();
    const isListed = async (now: number) => (await due(now)).some(({ id }) => id === first?.id);
    expect(await isListed(instantOf('2026-12-14', '23:59'))).toBe(false);
    expect(await isListed(twoWeeks)).toBe(true);
    expect(await isListed(instantOf('2027-02-14', '12:00'))).toBe(false);

    await logged('call');
    const lines = await due(twoWeeks);
    expect(lines.every(({ way, phone }) => (phone !== undefined) === (way === 'call'))).toBe(true);
    expect((await due(twoWeeks, { way: 'call' })).map(({ way }) => way)).toEqual(['call']);
    const read = await opened.db
      .selectFrom('audit')
      .select('seq')
      .where('why', '=', 'follow-up')
      .where('action', '=', 'read')
      .execute();
    expect(read.length).toBeGreaterThan(0);
  });

  test('the list of a session has who waits for the salon at its place', async () => {
    await logged('salon');
    const [there] = (await plannedWorkshop(opened.db, { code: 'C77', venueId: 'chuo' })).sessionIds;
    const [elsewhere] = (await plannedWorkshop(opened.db, { code: 'C78', venueId: 'sayama' }))
      .sessionIds;
    const at = (sessionId = '') => due(twoWeeks, { sessionId });
    expect((await at(there)).length).toBeGreaterThan(0);
    expect((await at(there)).every(({ way }) => way === 'salon')).toBe(true);
    expect(await at(elsewhere)).toEqual([]);
  });

  test('whoever wants no contact is not asked; what the desk lets go is gone', async () => {
    const { rows } = await logged('post');
    const ids = (await rows()).map(({ id }) => id);
    await markFollowUps(opened.db, { ids, as: 'dropped', actor, now: twoWeeks });
    expect(await markFollowUps(opened.db, { ids, as: 'dropped', actor, now: twoWeeks })).toBe(0);
    const isListed = async (some: readonly string[]) =>
      (await due(threeMonths)).some(({ id }) => some.includes(id));
    expect(await isListed(ids)).toBe(false);

    const other = await logged('post');
    const theirs = (await other.rows()).map(({ id }) => id);
    expect(await isListed(theirs)).toBe(true);
    await opened.db
      .updateTable('person')
      .set({ contact_stopped_at: 1 })
      .where('id', '=', (eb) =>
        eb
          .selectFrom('help_request')
          .select('person_id')
          .where('id', '=', other.requestId)
          .$castTo<string>()
      )
      .execute();
    expect(await isListed(theirs)).toBe(false);
    await opened.db.updateTable('person').set({ contact_stopped_at: null }).execute();
  });

  test('the page asks without a name, takes an answer, and another one after a slip', async () => {
    const { rows } = await logged('link');
    const token = (await rows())[0]?.token ?? '';
    const ask = (work: (event: never) => unknown, form?: Record<string, string>, at = token) =>
      answerOf(() =>
        work(
          askedOf(app(twoWeeks), {
            ...{ path: `/still/${at}`, params: { token: at } },
            ...(form && { form })
          })
        )
      );
    const shown = await ask(stillPage.load as never);
    expect(shown).toMatchObject({
      value: { question: { topics: ['camera-photos', 'line'], helpedOn: '2026-12-01' } }
    });
    expect(JSON.stringify(shown)).not.toMatch(/佐藤|はな|0901234/);
    const send = stillPage.actions['default'] as never;
    expect(await ask(send, {})).toMatchObject({ value: { status: 422 } });
    expect(await ask(send, { answer: 'perhaps' })).toMatchObject({ value: { status: 422 } });
    const unknown = '0'.repeat(16);
    expect(await ask(send, { answer: 'still' }, unknown)).toMatchObject({ value: { status: 404 } });
    expect(await ask(stillPage.load as never, undefined, "' or 1=1")).toMatchObject({
      value: { question: undefined }
    });
    for (const answer of ['not-now', 'still'] as const) {
      expect(await ask(send, { answer })).toEqual({
        kind: 'redirect',
        to: `/still/${token}?done=1`
      });
      expect(await findFollowUp(opened.db, token)).toMatchObject({ answer });
    }
    expect((await rows()).map(({ answered_by }) => answered_by)).toEqual(['page', null]);
  });

  test('the desk prints cards once, and writes answers down', async () => {
    const { rows } = await logged('post');
    const [first] = await rows();
    const ask = (work: (event: never) => unknown, path: string, form?: Record<string, string>) =>
      answerOf(() => work(askedOf(app(twoWeeks), { path, account, ...(form && { form }) })));
    const cards = async () => {
      const shown = await ask(cardsPage.load as never, '/desk/follow-ups/cards');
      if (shown.kind !== 'value') throw new Error(shown.kind);
      return (shown.value as { cards: { id: string }[] }).cards.map(({ id }) => id);
    };
    expect(await cards()).toContain(first?.id);
    await ask(cardsPage.actions['posted'] as never, '/desk/follow-ups/cards', { id: first!.id });
    expect(await cards()).not.toContain(first?.id);

    const write = listPage.actions['answer'] as never;
    expect(await ask(write, '/desk/follow-ups', { id: first!.id })).toMatchObject({
      value: { status: 422 }
    });
    expect(await ask(write, '/desk/follow-ups', { id: newId(), answer: 'still' })).toMatchObject({
      value: { status: 409 }
    });
    expect(
      await ask(write, '/desk/follow-ups?way=post', { id: first!.id, answer: 'with-help' })
    ).toEqual({ kind: 'redirect', to: '/desk/follow-ups?way=post&done=1' });
    expect((await rows())[0]).toMatchObject({ answer: 'with-help', answered_by: account.id });
  });

  test('answers are counted by topic, and the counts outlive the rows', async () => {
    await opened.db.deleteFrom('follow_up').execute();
    for (let count = 0; count < 6; count++) {
      const [first] = await (await logged('link')).rows();
      await answerFollowUp(opened.db, {
        ...{ of: { token: first?.token ?? '' }, answer: 'still', by: 'page', now: twoWeeks }
      });
    }
    const month = periodOf('month', localDateOf(twoWeeks));
    expect((await readFigures(opened.db, month, twoWeeks)).followUps).toEqual({
      ...{ answered: 6, still: 6 },
      topics: ['camera-photos', 'line'].map((topic) => ({ topic, answered: 6, still: 6 }))
    });
    const before = await readFiscalYears(opened.db, '2027-03-31', twoWeeks, 1);
    await runNightly(opened.db, { city, now: instantOf('2030-04-01', '03:30') });
    expect(await opened.db.selectFrom('follow_up').select('id').execute()).toEqual([]);
    expect(await readFiscalYears(opened.db, '2027-03-31', twoWeeks, 1)).toMatchObject(
      before.map(({ answered, still }) => ({ answered, still }))
    );
    const frozen = await opened.db
      .selectFrom('frozen_count')
      .select('value')
      .where('measure', '=', 'still:line')
      .execute();
    expect(frozen).toEqual([{ value: 6 }]);
  });
});
