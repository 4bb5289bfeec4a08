import type { Page } from '@playwright/test';
import { askForHelp } from '#app/server/ask-for-help.ts';
import { confirmMatch } from '#app/server/confirm-match.ts';
import { takeStep } from '#app/server/help-desk.ts';
import { openSlot } from '#app/server/help-slots.ts';
import { city } from '#city/current.ts';
import { offerHelp } from '#features/board/server/offers.ts';
import { addSupporter, findSupporter } from '#features/board/server/supporters.ts';
import { createAccount } from '#features/people/server/accounts.ts';
import { hashPassword } from '#features/people/server/password.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { holidayOf } from '#shared/time/holidays.ts';
import { addDays, localDateOf, weekdayOf } from '#shared/time/instant.ts';
import {
  DEMO_PASSWORD,
  expect,
  expectNoBarriers,
  expectNoSidewaysScroll,
  logins,
  signIn,
  test
} from '#tests/support/journey.ts';
import { beginningWith, expectToSay } from '#tests/support/words.ts';

const PHONE = { viewport: { width: 360, height: 800 } };

/** A day on which no 公民館 rests. */
function nextOpenDay(): string {
  let day = addDays(localDateOf(Date.now()), 1);
  while (weekdayOf(day) === 1 || holidayOf(day)) day = addDays(day, 1);
  return day;
}

/** The supporter of the town with a confirmed meeting at 狭山公民館. */
async function plantMeeting(db: Db): Promise<{ readonly number: string }> {
  const now = Date.now();
  const account = await db
    .selectFrom('account')
    .select('id')
    .where('login', '=', logins.supporter)
    .executeTakeFirstOrThrow();
  const supporterId = await inTransaction(db, (tx) =>
    addSupporter(tx, {
      ...{ accountId: account.id, topics: ['line'], phoneFamilies: ['android'] },
      ...{ venues: ['sayama'], times: ['weekday-morning'], languages: ['ja'], monthlyLimit: 4 },
      ...{ promiseUntil: addDays(localDateOf(now), 300), now }
    })
  );
  const asked = await askForHelp(db, city, {
    ask: {
      ...{ topic: 'line', phoneFamily: 'android', venueId: 'sayama', times: ['weekday-morning'] },
      ...{ needs: [], note: null },
      contact: {
        ...{ kind: 'named', kana: 'ためし はな', name: '試 花' },
        ...{ phone: '09012345678', way: 'phone' }
      }
    },
    ...{ key: newId(), channel: 'phone', actor: 'desk', now }
  });
  if (!asked.ok) throw new Error(asked.error.type);
  const { id: requestId } = await db
    .selectFrom('help_request')
    .select('id')
    .where('number', '=', asked.value.number)
    .executeTakeFirstOrThrow();
  await takeStep(db, { id: requestId, step: 'put-on-board', actor: 'desk', now });
  const supporter = await findSupporter(db, supporterId);
  if (!supporter) throw new Error('no supporter');
  const offerId = newId();
  await offerHelp(db, { supporter, requestId, key: offerId, now });
  const proposal = { date: nextOpenDay(), startsAt: '10:00', minutes: 30, host: '窓口 山田' };
  const confirmed = await confirmMatch(db, city, {
    ...{ requestId, offerId, venueId: 'sayama', proposal, actor: 'desk', now }
  });
  if (!confirmed.ok) throw new Error(confirmed.error.type);
  return asked.value;
}

/** A time for one helper, and a second supporter who may take it. */
async function plantLastPlace(db: Db): Promise<{ readonly login: string }> {
  const now = Date.now();
  const login = 'supporter2@example.jp';
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await inTransaction(db, async (tx) => {
    const accountId = await createAccount(tx, {
      ...{ login, name: 'supporter two', passwordHash, roles: ['supporter'], now }
    });
    await addSupporter(tx, {
      ...{ accountId, topics: ['line'], phoneFamilies: ['android'] },
      ...{ venues: ['sayama'], times: ['weekday-morning'], languages: ['ja'], monthlyLimit: 4 },
      ...{ promiseUntil: addDays(localDateOf(now), 300), now }
    });
  });
  const proposal = { date: nextOpenDay(), startsAt: '14:00', hours: 1, wanted: 1 };
  const slot = await openSlot(db, city, {
    ...{ venueId: 'sayama', proposal: { ...proposal, host: '窓口 山田' }, actor: 'desk', now }
  });
  if (!slot.ok) throw new Error(slot.error.type);
  return { login };
}

test('trouble is told without JavaScript, read first at the desk, and suspends at once', async ({
  town,
  browser
}) => {
  await plantMeeting(town.db);
  const phone = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  const supporter = await phone.newPage();
  await signIn(supporter, town.origin, logins.supporter, '/supporters/me/trouble');
  await supporter.getByRole('radio', { name: /狭山公民館/ }).check();
  await supporter.getByRole('radio', { name: beginningWith('ほかの 場所で') }).check();
  await supporter.locator('textarea[name=note]').fill('090-1234-5678へと 言われました');
  await supporter.getByRole('button', { name: '窓口に知らせる' }).click();
  await expect(supporter.locator('#note-error')).toBeVisible();
  await expect(supporter.locator('textarea[name=note]')).toHaveValue(
    '090-1234-5678へと 言われました'
  );
  await expectNoSidewaysScroll(supporter);
  await supporter.locator('textarea[name=note]').fill('自宅に 来てと 言われました');
  await supporter.getByRole('button', { name: '窓口に知らせる' }).click();
  await expect(supporter).toHaveURL(/done=told/);

  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, town.origin, logins.coordinator, '/desk');
  await desk.getByRole('link', { name: /こまったときの知らせ/ }).click();
  await expect(desk.getByText('自宅に 来てと 言われました')).toBeVisible();
  await expect(desk.getByText('電話番号')).toBeVisible();
  await expectNoBarriers(desk);
  await desk.getByRole('button', { name: 'この方を停止する' }).click();
  await expect(desk.getByRole('status')).toContainText('停止しました');

  await supporter.goto(`${town.origin}/supporters/me/trouble`);
  await expect(supporter).toHaveURL(/\/sign-in/);
});

test('the last place goes to one of two who press at once; a late person’s word reaches the supporter', async ({
  town,
  browser
}) => {
  const { number } = await plantMeeting(town.db);
  const { login } = await plantLastPlace(town.db);
  const withoutScript = { ...PHONE, javaScriptEnabled: false };
  const helpers: Page[] = [];
  for (const one of [logins.supporter, login]) {
    const page = await (await browser.newContext(withoutScript)).newPage();
    await signIn(page, town.origin, one, '/supporters/me/slots');
    await expect(page.getByRole('button', { name: beginningWith('ここで 手伝う') })).toBeVisible();
    helpers.push(page);
  }
  await Promise.all(
    helpers.map((page) =>
      page.getByRole('button', { name: beginningWith('ここで 手伝う') }).click()
    )
  );
  const places = await town.db.selectFrom('slot_place').select('supporter_id').execute();
  expect(places).toHaveLength(1);
  const [winner, other] = helpers.toSorted((page) => (page.url().includes('done=taken') ? -1 : 1));
  await expectToSay(winner!.getByRole('main'), '決まりました。ありがとうございます。');
  await expectToSay(other!.getByRole('main'), 'ひと足ちがいでいっぱいになりました。');

  const person = await (await browser.newContext(withoutScript)).newPage();
  await person.goto(`${town.origin}/help/word?number=${number}`);
  await person.locator('input[name=lastFour]').fill('5678');
  await person.getByRole('radio', { name: beginningWith('少し 遅れます') }).check();
  await person.locator('input[name=text]').fill('090-1234-5678に ください');
  await person.getByRole('button', { name: beginningWith('窓口に 伝える') }).click();
  await expect(person.locator('#text-error')).toBeVisible();
  await person.locator('input[name=text]').fill('10分ほどです');
  await person.getByRole('button', { name: beginningWith('窓口に 伝える') }).click();
  await expectToSay(person.getByRole('main'), '窓口に伝えました。');
  await expectNoSidewaysScroll(person);

  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, town.origin, logins.coordinator, '/desk/messages');
  await expect(desk.getByText('10分ほどです')).toBeVisible();
  await expect(desk.getByText(/試 花|09012345678/)).toHaveCount(0);
  await expectNoBarriers(desk);
  await desk.getByRole('button', { name: '相手に伝える' }).click();
  await expect(desk.getByRole('status')).toContainText('記録しました');

  const supporter = helpers[0]!;
  await supporter.goto(`${town.origin}/supporters/me/messages`);
  await expect(supporter.getByText('10分ほどです')).toBeVisible();
  await expectNoSidewaysScroll(supporter);
});
