import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openDatabase } from '#server/db/database.ts';
import { expect, logins, signIn, test as town } from './journey.ts';

/** Who looks: somebody without an account, or one of the demonstration's accounts. */
export type Visitor = 'anybody' | keyof typeof logins;

type WorkerFixtures = {
  /** One page for each visitor, signed in once and used for every address. */
  readonly pageOf: (visitor: Visitor) => Promise<Page>;
  /** Ids of the demonstration for addresses such as `/desk/workshops/:workshop`. */
  readonly example: Readonly<
    Record<
      | 'code'
      | 'workshop'
      | 'session'
      | 'participation'
      | 'signUp'
      | 'request'
      | 'series'
      | 'followUp'
      | 'month'
      | 'lottery'
      | 'drawn'
      | 'supporter'
      | 'supporterFile'
      | 'card',
      string
    >
  >;
};

const homes = {
  administrator: '/desk',
  coordinator: '/desk',
  reception: '/staff',
  supporter: '/supporter'
} as const;

export const test = town.extend<object, WorkerFixtures>({
  pageOf: [
    async ({ browser, lookOnly }, use) => {
      const pages = new Map<Visitor, Page>();
      await use(async (visitor) => {
        const known = pages.get(visitor);
        if (known) return known;
        const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
        const page = await context.newPage();
        pages.set(visitor, page);
        if (visitor !== 'anybody')
          await signIn(page, lookOnly.origin, logins[visitor], homes[visitor]);
        return page;
      });
      for (const page of pages.values()) await page.context().close();
    },
    { scope: 'worker' }
  ],
  example: [
    async ({ lookOnly }, use) => {
      const db = openDatabase({ engine: 'sqlite', file: join(lookOnly.dataDir, 'demo.sqlite') });
      const busiest = await db
        .selectFrom('participation')
        .innerJoin('session', 'session.id', 'participation.session_id')
        .innerJoin('workshop', 'workshop.id', 'session.workshop_id')
        .innerJoin('sign_up', 'sign_up.id', 'participation.sign_up_id')
        .select(['workshop.id', 'workshop.code', 'session.id as session', 'sign_up.id as signUp'])
        .select(['session.local_date', 'participation.id as participation'])
        .where('workshop.selection', '=', 'first-come')
        .where('workshop.closes_at', '>', Date.now())
        .orderBy('session.starts_at')
        .executeTakeFirstOrThrow();
      const request = await db
        .selectFrom('help_request')
        .select('id')
        .where('state', '=', 'on-board')
        .executeTakeFirstOrThrow();
      const supporter = await db
        .selectFrom('supporter')
        .select(['id', 'card_code'])
        .where('state', '=', 'active')
        .executeTakeFirstOrThrow();
      const file = await db
        .selectFrom('supporter_file')
        .select('id')
        .where('state', '=', 'applied')
        .executeTakeFirstOrThrow();
      const series = await db.selectFrom('series').select('id').executeTakeFirstOrThrow();
      const followUp = await db.selectFrom('follow_up').select('token').executeTakeFirstOrThrow();
      const lotteries = await db
        .selectFrom('lottery')
        .select(['workshop_id', 'drawn_at'])
        .orderBy('drawn_at')
        .execute();
      await db.destroy();
      const lotteryOf = (isDrawn: boolean) =>
        lotteries.find(({ drawn_at }) => (drawn_at !== null) === isDrawn)?.workshop_id ?? '';
      const { id: workshop, code, session, signUp, participation } = busiest;
      const month = busiest.local_date.slice(0, 7);
      await use({
        ...{ workshop, code, session, signUp, participation, month },
        ...{ request: request.id, series: series.id, followUp: followUp.token },
        ...{ supporter: supporter.id, card: supporter.card_code, supporterFile: file.id },
        ...{ lottery: lotteryOf(false), drawn: lotteryOf(true) }
      });
    },
    { scope: 'worker' }
  ]
});
export { expect };
