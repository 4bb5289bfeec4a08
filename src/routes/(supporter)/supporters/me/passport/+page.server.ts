import { signedIn } from '#app/server/signed-in.ts';
import { requireSupporter } from '#app/server/supporter.ts';
import { readPassport } from '#app/server/supporters/passport.ts';
import { localDateOf } from '#shared/time/instant.ts';
import type { PageServerLoad } from './$types';

/** `?year=` chooses the fiscal year of the letter; the newest with any help without it. */
export const load: PageServerLoad = async (event) => {
  const { db, now } = event.locals.app;
  const at = now();
  const supporter = await requireSupporter(event);
  const passport = await readPassport(db, supporter, at);
  const wanted = event.url.searchParams.get('year');
  return {
    name: signedIn(event.locals).name,
    passport,
    given: passport.years.find(({ year }) => String(year) === wanted) ?? passport.years[0],
    today: localDateOf(at)
  };
};
