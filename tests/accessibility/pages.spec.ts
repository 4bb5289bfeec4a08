import type { Page } from '@playwright/test';
import { enrolDevice, unlock } from '#tests/support/field.ts';
import { expectNoBarriers, expectNoSidewaysScroll } from '#tests/support/journey.ts';
import { focusTroubles, smallTargets, type Limits } from '#tests/support/measures.ts';
import { expect, test, type Visitor } from '#tests/support/visitors.ts';

type Kind = 'public' | 'tablet' | 'desk';

const limits: Readonly<Record<Kind, Limits>> = {
  public: { target: 56, inText: 44, main: 64, gap: 12 },
  tablet: { target: 48, inText: 32, main: 56, gap: 0 },
  desk: { target: 32, inText: 20, main: 32, gap: 0 }
};
const RING = 4;

const publicPaths = [
  '/',
  '/lessons',
  '/lessons/0-1',
  '/lessons/0-1/3',
  '/lessons/4-2/2',
  '/lessons/2-7/check',
  '/lessons/4-2/sheet',
  '/card',
  '/card#2-7.3.kantan',
  '/card#4-2.m3.iphone.m2',
  '/practice/0-1',
  '/practice/4-2',
  '/words',
  '/drills',
  '/drills/refund',
  '/stamps',
  '/resume',
  '/about',
  '/about/versions',
  '/about/device',
  '/about/classroom',
  '/offline',
  '/workshops',
  '/workshops?month=:month',
  '/workshops/:code',
  '/workshops/:code/apply',
  '/workshops/C14',
  '/workshops/C14/lottery',
  '/workshops/C16/lottery',
  '/receipt',
  '/receipt/cancel',
  '/receipt/change',
  '/apply',
  '/apply?code=:code',
  '/help',
  '/help?topic=line&family=android',
  '/help?topic=line&family=android&venue=sayama&times=weekday-morning&needsAsked=1',
  '/help/talk?topic=fraud',
  '/help/word',
  '/help/received?number=1234567&reach=phone',
  '/supporters',
  '/supporters/apply',
  '/supporters/apply/received?number=1234567',
  '/supporters/card/unknown',
  '/still/:followUp'
] as const;

const signedInPaths: readonly (readonly [Visitor, Kind, string])[] = [
  ['anybody', 'public', '/sign-in'],
  ['anybody', 'public', '/nowhere'],
  ['reception', 'tablet', '/staff'],
  ['reception', 'tablet', '/staff/sessions/:session'],
  ['reception', 'tablet', '/staff/tablet'],
  ['reception', 'tablet', '/staff/card'],
  ['reception', 'tablet', '/staff/sessions/:session/loans'],
  ['reception', 'tablet', '/staff/sessions/:session/tickets'],
  ['reception', 'tablet', '/staff/sessions/:session/board'],
  ['reception', 'tablet', '/staff/sessions/:session/answers'],
  ['reception', 'tablet', '/staff/sessions/:session/paper'],
  ['reception', 'tablet', '/staff/sessions/:session/room'],
  ['reception', 'tablet', '/staff/sessions/:session/courses/:participation'],
  ['supporter', 'tablet', '/supporter'],
  ['supporter', 'tablet', '/supporter/log/salon'],
  ['supporter', 'tablet', '/supporter/log/tally'],
  ['coordinator', 'desk', '/desk'],
  ['coordinator', 'desk', '/desk/workshops'],
  ['coordinator', 'desk', '/desk/workshops/new'],
  ['coordinator', 'desk', '/desk/workshops/:workshop'],
  ['coordinator', 'desk', '/desk/workshops/:workshop/edit'],
  ['coordinator', 'desk', '/desk/workshops/:workshop/partners'],
  ['coordinator', 'desk', '/desk/workshops/:workshop/notice'],
  ['coordinator', 'desk', '/desk/series'],
  ['coordinator', 'desk', '/desk/series/new'],
  ['coordinator', 'desk', '/desk/series/:series'],
  ['coordinator', 'desk', '/desk/venues'],
  ['coordinator', 'desk', '/desk/workshops/:workshop/enter'],
  ['coordinator', 'desk', '/desk/workshops/:workshop/print'],
  ['coordinator', 'desk', '/desk/workshops/:workshop/questionnaire'],
  ['coordinator', 'desk', '/desk/workshops/:workshop/key-card'],
  ['coordinator', 'desk', '/desk/workshops/:workshop/paper'],
  ['coordinator', 'desk', '/desk/workshops/:workshop/files'],
  ['coordinator', 'desk', '/desk/workshops/:workshop/sign-ups/:signUp'],
  ['coordinator', 'desk', '/desk/people'],
  ['supporter', 'public', '/supporters/me'],
  ['supporter', 'public', '/supporters/me/trouble'],
  ['supporter', 'public', '/supporters/me/messages'],
  ['supporter', 'public', '/supporters/me/slots'],
  ['supporter', 'public', '/supporters/me/card'],
  ['supporter', 'public', '/supporters/me/passport'],
  ['coordinator', 'desk', '/desk/supporters'],
  ['coordinator', 'desk', '/desk/supporters/new'],
  ['coordinator', 'desk', '/desk/supporters/:supporter'],
  ['coordinator', 'desk', '/desk/supporters/files/:supporterFile'],
  ['coordinator', 'public', '/supporters/card/:card'],
  ['administrator', 'desk', '/desk/supporters/promise'],
  ['coordinator', 'desk', '/desk/workshops/:lottery/lottery'],
  ['coordinator', 'desk', '/desk/workshops/:drawn/lottery'],
  ['coordinator', 'desk', '/desk/workshops/:drawn/lottery/letters?for=everybody'],
  ['coordinator', 'desk', '/desk/requests'],
  ['coordinator', 'desk', '/desk/assistance'],
  ['coordinator', 'desk', '/desk/follow-ups'],
  ['coordinator', 'desk', '/desk/follow-ups/cards'],
  ['coordinator', 'desk', '/desk/matching'],
  ['coordinator', 'desk', '/desk/board-watch'],
  ['coordinator', 'desk', '/desk/messages'],
  ['coordinator', 'desk', '/desk/slots'],
  ['coordinator', 'desk', '/desk/requests/new'],
  ['coordinator', 'desk', '/desk/requests/:request'],
  ['coordinator', 'desk', '/desk/notices'],
  ['coordinator', 'desk', '/desk/absence?q=さ'],
  ['coordinator', 'desk', '/desk/reminders'],
  ['coordinator', 'desk', '/desk/wishes'],
  ['coordinator', 'desk', '/desk/weather'],
  ['coordinator', 'desk', '/desk/workshops/:workshop/change?session=:session'],
  ['coordinator', 'desk', '/desk/drills'],
  ['coordinator', 'desk', '/desk/tablets'],
  ['coordinator', 'desk', '/desk/tablets/after'],
  ['administrator', 'desk', '/desk/staff']
];

for (const path of publicPaths) {
  for (const language of ['ja', 'en'] as const) {
    const address = language === 'ja' ? path : `/en${path === '/' ? '' : path}`;
    test(address, async ({ pageOf, lookOnly, example }) => {
      const page = await pageOf('anybody');
      await openAt(page, lookOnly.origin + fill(address, example));
      await expectSound(page, 'public', language);
    });
  }
}

for (const [visitor, kind, path] of signedInPaths) {
  test(`${path} as ${visitor}`, async ({ pageOf, lookOnly, example }) => {
    const page = await pageOf(visitor);
    await openAt(page, lookOnly.origin + fill(path, example), kind);
    await expectSound(page, kind, 'ja');
  });
}

async function openAt(page: Page, address: string, kind: Kind = 'public'): Promise<void> {
  await page.setViewportSize(
    {
      public: { width: 390, height: 844 },
      tablet: { width: 1024, height: 768 },
      desk: { width: 1280, height: 800 }
    }[kind]
  );
  // From nowhere: an address that differs by its # alone would not load the page anew.
  await page.goto('about:blank');
  // A page that says sorry has no barriers either: it is looked at where it is meant.
  const status = (await page.goto(address))?.status();
  expect(status).toBe(address.endsWith('/nowhere') ? 404 : 200);
  const enrol = page.getByRole('button', { name: 'この端末を使う' });
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading.or(enrol).first()).toBeVisible();
  if (await page.getByRole('heading', { name: '鍵が かかっています' }).isVisible()) {
    await unlock(page);
    await expect(heading.or(enrol).first()).toBeVisible();
  }
  if (!(await enrol.isVisible())) return;
  await expectNoBarriers(page);
  await enrolDevice(page, 'A');
  await expect(enrol).toBeHidden();
  await expect(heading).toBeVisible();
}

async function expectSound(page: Page, kind: Kind, language: 'ja' | 'en'): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page).toHaveTitle(/^[^{}[\]|]{2,} \| [^{}[\]]{2,}$/);
  await expect(page.locator('h1:visible')).toHaveCount(1);
  await expectNoBarriers(page);
  expect.soft(await smallTargets(page, limits[kind]), 'as it is first shown').toEqual([]);
  expect.soft(await focusTroubles(page, RING), 'by the Tab key').toEqual([]);

  await page.setViewportSize({ width: 320, height: 700 });
  for (const size of ['22', '36']) {
    await page.evaluate((size) => (document.documentElement.dataset['textSize'] = size), size);
    await expectNoSidewaysScroll(page);
    expect.soft(await smallTargets(page, limits[kind]), `at ${size} px, 320 wide`).toEqual([]);
  }
}

function fill(path: string, example: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => example[name] ?? name);
}
