import { signedIn } from '#app/server/signed-in.ts';
import { requireSupporter } from '#app/server/supporter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { cardCode } = await requireSupporter(event);
  return {
    name: signedIn(event.locals).name,
    address: `${event.locals.app.settings.origin}/supporters/card/${cardCode}`
  };
};
