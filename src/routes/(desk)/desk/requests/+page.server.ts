import {
  handOverTargets,
  requestStates,
  type RequestState
} from '#features/board/domain/request.ts';
import { countOpenOffers } from '#features/board/server/offers.ts';
import { countByState, countHandOvers, listRequests } from '#features/board/server/requests.ts';
import { DAY_MS } from '#shared/time/instant.ts';
import type { PageServerLoad } from './$types';

/** What still needs somebody: shown unless a state is chosen. */
const OPEN: readonly RequestState[] = ['received', 'on-board', 'matched'];

/** The list holds no name and no telephone; those are read, and that is written down, on a request's page. */
export const load: PageServerLoad = async ({ url, locals }) => {
  const { db, now } = locals.app;
  const number = (url.searchParams.get('number') ?? '').normalize('NFKC').replace(/\D/g, '');
  const state = requestStates.find((one) => one === url.searchParams.get('state'));
  const requests = await listRequests(db, number ? { number } : { states: state ? [state] : OPEN });
  const ids = requests.map(({ id }) => id);
  const handOvers = state === 'handed-over' ? await countHandOvers(db) : undefined;
  const [counts, offers] = [await countByState(db), await countOpenOffers(db, ids)];
  return {
    number,
    state,
    /** To whom how many went, while those are looked at. */
    handOvers: handOverTargets.flatMap((to) => {
      const count = handOvers?.get(to);
      return count === undefined ? [] : [{ to, count }];
    }),
    counts: requestStates.map((one) => [one, counts.get(one) ?? 0] as const),
    requests: requests.map(({ id, topic, phoneFamily, venueId, times, createdAt, ...request }) => ({
      id,
      number: request.number,
      channel: request.channel,
      state: request.state,
      topic,
      phoneFamily,
      venueId,
      times,
      createdAt,
      handedTo: request.handedTo,
      waitedDays: Math.floor((now() - createdAt) / DAY_MS),
      offers: offers.get(id) ?? 0
    }))
  };
};
