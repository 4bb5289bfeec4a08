import { listSessions } from '#app/server/desk/sessions.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { countOpenMessages } from '#features/board/server/messages.ts';
import { countOpenTroubles } from '#features/board/server/trouble-reports.ts';
import { periodNames, periodOf } from '#features/reporting/domain/period.ts';
import { readFigures, readWaiting } from '#features/reporting/server/figures.ts';
import { readFiscalYears } from '#features/reporting/server/fiscal-years.ts';
import { localDateOf } from '#shared/time/instant.ts';
import type { PageServerLoad } from './$types';

const FISCAL_YEARS_SHOWN = 3;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, now } = locals.app;
  const at = now();
  const today = localDateOf(at);
  const chosen =
    periodNames.find((name) => name === url.searchParams.get('period')) ?? 'fiscal-year';

  return {
    today,
    chosen,
    sessions: await listSessions(db, { from: today, to: today }),
    waiting: await readWaiting(db),
    messages: await countOpenMessages(db),
    troubles: await countOpenTroubles(db, signedIn(locals).id),
    figures: {
      today: await readFigures(db, periodOf('today', today), at),
      month: await readFigures(db, periodOf('month', today), at),
      'fiscal-year': await readFigures(db, periodOf('fiscal-year', today), at)
    },
    fiscalYears: await readFiscalYears(db, today, at, FISCAL_YEARS_SHOWN)
  };
};
