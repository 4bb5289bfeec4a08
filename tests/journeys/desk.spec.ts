import {
  expect,
  expectNoBarriers,
  expectNoSidewaysScroll,
  logins,
  signIn,
  test
} from '#tests/support/journey.ts';

const pages = [
  '/desk',
  '/desk?period=month',
  '/desk/notices',
  '/desk/notices?state=told',
  '/desk/workshops',
  '/desk/workshops?show=past',
  '/desk/workshops/new',
  '/desk/staff'
];

/** In Japanese pages.spec.ts looks at them. */
test('every page of the desk is free of barriers in English too', async ({
  page,
  lookOnly: { origin }
}) => {
  test.slow();
  await signIn(page, origin, logins.administrator, '/desk');
  await page.context().addCookies([{ name: 'lang', value: 'en', url: origin }]);
  await page.setViewportSize({ width: 1280, height: 800 });
  const look = async (path: string) => {
    await page.goto(`${origin}${path}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expectNoBarriers(page);
    await expectNoSidewaysScroll(page);
  };
  for (const path of pages) await look(path);

  await page.goto(`${origin}/desk/workshops`);
  const workshop = await page.getByRole('link', { name: /^C11 / }).getAttribute('href');
  for (const path of ['', '/print', '/enter']) await look(`${workshop}${path}`);
  await page.goto(`${origin}${workshop}`);
  await look((await page.locator('a[href*="/sign-ups/"]').first().getAttribute('href')) ?? '');
});

test('the sign-in page comes back from a wrong password in plain words, without a script', async ({
  browser,
  lookOnly: { origin }
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'ja-JP' });
  const page = await context.newPage();
  await page.goto(`${origin}/desk/notices`);
  await page.getByLabel('ログイン名').fill('chosei@example.jp');
  await page.getByLabel('パスワード').fill('not this one');
  await page.getByRole('button', { name: '入る', exact: true }).click();
  await expect(page.getByText('合いませんでした')).toBeVisible();
  await expect(page.getByLabel('ログイン名')).toHaveValue('chosei@example.jp');

  await page.getByLabel('パスワード').fill('engawa-demo-2026');
  await page.getByRole('button', { name: '入る', exact: true }).click();
  await expect(page).toHaveURL(`${origin}/desk/notices`);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('To tell');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(`${origin}/sign-in`);
  expect((await page.request.get(`${origin}/desk`)).url()).toContain('/sign-in');
  await context.close();
});

test('reception and supporters are turned away kindly, and nothing unknown breaks', async ({
  page,
  lookOnly: { origin }
}) => {
  await signIn(page, origin, logins.reception, '/staff');
  for (const path of ['/desk', '/desk/notices', '/desk/workshops', '/desk/staff']) {
    expect((await page.goto(`${origin}${path}`))?.status()).toBe(403);
  }
  await page.context().clearCookies();
  await signIn(page, origin, logins.coordinator, '/desk');
  expect((await page.goto(`${origin}/desk/staff`))?.status()).toBe(403);
  for (const id of ['unknown', '%00', '%27%20or%201=1', '01234567-89ab-7cde-8f01-23456789abcd']) {
    for (const path of ['', '/print', '/key-card', '/enter', '/sign-ups/unknown']) {
      const answer = await page.request.get(`${origin}/desk/workshops/${id}${path}`);
      expect(answer.status(), `${id}${path}`).toBe(404);
    }
  }
});

test('a clerk enters a paper form with the keyboard alone and reads the number out', async ({
  page,
  lookOnly: { origin }
}) => {
  await signIn(page, origin, logins.coordinator, '/desk/workshops');
  await page.getByRole('link', { name: /^C11 / }).click();
  await page.getByRole('link', { name: '申込みを入れる' }).click();
  // The cursor stands on the channel: 電話, then two steps to 紙.
  const channels = page.getByRole('group', { name: '受付経路' });
  await expect(channels.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ヒガシ レイ');
  await page.keyboard.press('Tab');
  await page.keyboard.type('東 例');
  await page.keyboard.press('Tab');
  await page.keyboard.type('0900000 9999');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('席がとれました');
  await expect(page.getByRole('status')).toContainText(/\d{3}-\d{4}/);
  // The next form begins with the reading: the pile of paper goes on.
  await expect(page.getByLabel('1 ふりがな')).toBeFocused();
  await expect(page.getByRole('radio', { name: '紙', exact: true })).toBeChecked();
});
