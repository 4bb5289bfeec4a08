import { signedIn } from '#app/server/signed-in.ts';
import { requireSupporter } from '#app/server/supporter.ts';
import { readPassport } from '#app/server/supporters/passport.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { db, now } = event.locals.app;
  const supporter = await requireSupporter(event);
  return {
    name: signedIn(event.locals).name,
    passport: await readPassport(db, supporter, now())
  };
};
