import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MatchingList } from '#app/server/desk/matching-list.ts';
import { createAccount, findAccount, type Account } from '#features/people/server/accounts.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import {
  helpNow as now,
  newSupporter,
  openOffer,
  openRequest,
  prepareVenues
} from '#tests/support/help.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import { actions, load } from '../../src/routes/(desk)/desk/matching/+page.server.ts';

describe.each(engines)('the page of matches on $name', ({ open }) => {
  let opened: TestDb;
  let account: Account;

  beforeAll(async () => {
    opened = await open();
    await prepareVenues(opened.db);
    const id = await inTransaction(opened.db, (tx) =>
      createAccount(tx, {
        login: 'chosei@example.jp',
        name: '調整',
        passwordHash: '',
        roles: ['coordinator'],
        now
      })
    );
    account = (await findAccount(opened.db, id))!;
  });
  afterAll(() => opened.close());

  const ask = (
    work: (event: never) => unknown,
    form?: Readonly<Record<string, string | readonly string[]>>
  ) =>
    answerOf(() =>
      work(
        askedOf(
          applicationFor(opened.db, () => now),
          { path: '/desk/matching', account, ...(form && { form }) }
        )
      )
    );
  const listed = async (): Promise<MatchingList | undefined> => {
    const answer = await ask(load);
    if (answer.kind !== 'value') throw new Error(answer.kind);
    return (answer.value as { list: MatchingList | undefined }).list;
  };

  test('from no proposal to confirmed meetings', async () => {
    expect(await listed()).toBeUndefined();

    const supporter = await newSupporter(opened.db, '支援 桜');
    for (let number = 0; number < 3; number++) {
      await openOffer(opened.db, await openRequest(opened.db), supporter);
    }
    await openRequest(opened.db);
    expect(await ask(actions['make']!, {})).toEqual({
      kind: 'redirect',
      to: '/desk/matching?done=made'
    });
    const list = await listed();
    expect(list?.lines).toHaveLength(3);
    expect(list?.lines[0]).toMatchObject({
      supporterName: '支援 桜',
      venueId: 'chuo',
      request: { topic: 'line', phoneFamily: 'android', waitedDays: 0 },
      outcome: null
    });
    expect(list?.open.map(({ why }) => why)).toEqual(['offer']);
    expect(JSON.stringify(list)).not.toMatch(/佐藤|はな|0901234|写真/);

    const [first, ...rest] = list!.lines.map(({ id }) => id);
    await ask(actions['accept']!, { pair: first!, host: '窓口 山田' });
    expect((await listed())?.lines.map(({ outcome }) => outcome)).toEqual([
      'confirmed',
      null,
      null
    ]);

    await ask(actions['accept']!, { all: 'yes', shown: rest, host: '窓口 山田' });
    expect((await listed())?.lines.every(({ outcome }) => outcome === 'confirmed')).toBe(true);
    expect(await opened.db.selectFrom('help_match').select('id').execute()).toHaveLength(3);
  });

  test.each([
    ['nothing chosen', { host: '窓口 山田' }, 'none-chosen'],
    ['nobody of the place', { pair: 'x', host: ' ' }, 'host-missing']
  ])('%s is asked for again, and what was typed is kept', async (_, form, error) => {
    expect(await ask(actions['accept']!, form)).toMatchObject({
      kind: 'value',
      value: { status: 422, data: { error, host: form.host.trim() } }
    });
  });

  test('what is no pair of the proposal changes nothing', async () => {
    const before = await listed();
    for (const pair of ['', 'unknown', "' or 1=1", '%']) {
      expect(await ask(actions['accept']!, { pair, host: '窓口 山田' })).toMatchObject({
        kind: 'value',
        value: { status: 409, data: { error: 'not-now' } }
      });
    }
    expect(await listed()).toEqual(before);
  });
});
