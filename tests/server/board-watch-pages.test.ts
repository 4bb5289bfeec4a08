import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BoardWatch } from '#app/server/desk/board-watch.ts';
import { confirmMatch } from '#app/server/confirm-match.ts';
import { city } from '#city/current.ts';
import { findSupporter, type Supporter } from '#features/board/server/supporters.ts';
import { findAccount, type Account } from '#features/people/server/accounts.ts';
import { newId } from '#shared/ids.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import {
  aProposal,
  helpNow as now,
  newStaff,
  newSupporter,
  openOffer,
  openRequest,
  prepareVenues
} from '#tests/support/help.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import { actions as onHelp } from '../../src/routes/[[lang=lang]]/(join)/help/+page.server.ts';
import { actions as onLog } from '../../src/routes/(desk)/desk/assistance/+page.server.ts';
import { actions as onWatch, load } from '../../src/routes/(desk)/desk/board-watch/+page.server.ts';
import { actions as onMatching } from '../../src/routes/(desk)/desk/matching/+page.server.ts';
import { actions as onRequest } from '../../src/routes/(desk)/desk/requests/[id]/+page.server.ts';
import { actions as onNew } from '../../src/routes/(desk)/desk/requests/new/+page.server.ts';
import {
  actions as onTrouble,
  load as readTrouble
} from '../../src/routes/(supporter)/supporters/me/trouble/+page.server.ts';

type Form = Readonly<Record<string, string | readonly string[]>>;

describe.each(engines)('the watch over the board on $name', ({ open }) => {
  let opened: TestDb;
  let staff: Account;
  let supporter: Supporter;
  let helper: Account;
  let matchId: string;

  beforeAll(async () => {
    opened = await open();
    await prepareVenues(opened.db);
    staff = (await findAccount(opened.db, await newStaff(opened.db)))!;
    supporter = await newSupporter(opened.db);
    helper = (await findAccount(opened.db, supporter.accountId))!;
    const requestId = await openRequest(opened.db);
    const confirmed = await confirmMatch(opened.db, city, {
      ...{ requestId, offerId: await openOffer(opened.db, requestId, supporter) },
      ...{ venueId: 'chuo', proposal: aProposal, actor: staff.id, now }
    });
    if (!confirmed.ok) throw new Error(confirmed.error.type);
    ({ matchId } = confirmed.value);
  });
  afterAll(() => opened.close());

  const ask = (
    work: ((event: never) => unknown) | undefined,
    asked: { account?: Account; form?: Form; path?: string; params?: Record<string, string> }
  ) => {
    if (!work) throw new Error('no such action');
    const app = applicationFor(opened.db, () => now);
    return answerOf(() => work(askedOf(app, { path: '/desk/board-watch', ...asked })));
  };
  const watch = async (): Promise<BoardWatch> => {
    const answer = await ask(load, { account: staff });
    if (answer.kind !== 'value') throw new Error(answer.kind);
    return (answer.value as { watch: BoardWatch }).watch;
  };

  test('a supporter tells without a script; the desk reads it first and suspends from it', async () => {
    const path = `/supporters/me/trouble?match=${matchId}`;
    expect(await ask(readTrouble, { account: helper, path })).toMatchObject({
      kind: 'value',
      value: { chosen: matchId, meetings: [{ id: matchId }] }
    });
    const form = { matchId, key: newId(), kind: 'unsafe', note: '大きな声を出されました' };
    expect(await ask(onTrouble['default'], { account: helper, form })).toEqual({
      kind: 'redirect',
      to: '/supporters/me/trouble?done=told'
    });
    const [report] = (await watch()).reports;
    expect(report).toMatchObject({ kind: 'unsafe', state: 'open', supporterName: '支援 桜' });

    const reportId = report!.id;
    expect(await ask(onWatch['suspend'], { account: staff, form: { reportId } })).toMatchObject({
      kind: 'value',
      value: { status: 422, data: { error: 'no-reason' } }
    });
    const suspending = { reportId, reason: 'safety' };
    expect(await ask(onWatch['suspend'], { account: staff, form: suspending })).toEqual({
      kind: 'redirect',
      to: '/desk/board-watch?done=suspended'
    });
    expect((await findSupporter(opened.db, supporter.id))?.state).toBe('suspended');
    expect((await watch()).reports[0]?.state).toBe('suspended');
    expect(await ask(onWatch['settle'], { account: staff, form: { reportId } })).toMatchObject({
      kind: 'value',
      value: { status: 409, data: { error: 'not-now' } }
    });
  });

  test.each([
    ['no meeting', { matchId: '' }, 422, 'match-missing'],
    ['a meeting of nobody', { matchId: 'x' }, 404, 'not-found'],
    ['no kind', { kind: '' }, 422, 'kind-missing'],
    ['a number', { note: '090-1234-5678' }, 422, 'guard-phone']
  ])('%s is asked for again, with what was typed kept', async (_, change, status, error) => {
    const other = await newSupporter(opened.db);
    const account = (await findAccount(opened.db, other.accountId))!;
    const form = { matchId, key: newId(), kind: 'other', note: 'ようす', ...change };
    expect(await ask(onTrouble['default'], { account, form })).toMatchObject({
      kind: 'value',
      value: { status, data: { error, typed: { note: form.note } } }
    });
  });

  test('the desk writes for the person helped, and ends it as dealt with', async () => {
    const form = { matchId, key: newId(), kind: 'money', note: '' };
    expect(await ask(onWatch['tell'], { account: staff, form })).toMatchObject({
      kind: 'redirect'
    });
    const [report] = (await watch()).reports;
    expect(report).toMatchObject({ id: form.key, told_by: 'person', note: null });
    expect(
      await ask(onWatch['settle'], { account: staff, form: { reportId: form.key } })
    ).toMatchObject({ kind: 'redirect', to: '/desk/board-watch?done=settled' });
  });

  test('every free text goes through the guard; the desk sees that it stopped, and no text', async () => {
    await opened.db.deleteFrom('stopped_text').execute();
    const number = '090-1234-5678';
    const asking = { topic: 'line', noteAsked: '1', asked: 'note', note: `${number}へ` };
    await ask(onHelp['show'], { form: asking });
    await ask(onHelp['send'], { form: { ...asking, note: '暗証番号は1357' } });
    await ask(onNew['default'], { account: staff, form: asking });
    const proposal = { ...aProposal, minutes: '30', host: `山田 ${number}` };
    const params = { id: await openRequest(opened.db) };
    await ask(onRequest['confirm'], { account: staff, form: proposal, params });
    await ask(onMatching['accept'], {
      account: staff,
      form: { pair: 'x', host: 'LINEを交換してください' }
    });
    await ask(onLog['write'], { account: staff, form: { note: 'a@example.jp' } });
    await ask(onWatch['tell'], { account: staff, form: { note: '自宅で会いたい、1357' } });
    await ask(onHelp['show'], { form: { ...asking, note: '2026年に3,000円、10時30分' } });

    const { stopped } = await watch();
    const told = stopped.map(({ place, kinds, writerName }) =>
      [place, ...kinds, writerName ?? 'web'].join(' ')
    );
    expect(told.toSorted()).toEqual(
      [
        `host meeting ${staff.name}`,
        `host phone ${staff.name}`,
        `log mail link ${staff.name}`,
        `request phone ${staff.name}`,
        'request phone web',
        'request pin web',
        `trouble pin ${staff.name}`
      ].toSorted()
    );
    const rows = await opened.db.selectFrom('stopped_text').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/1357|090-1234|example/);
  });
});
