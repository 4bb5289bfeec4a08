import { error, fail, redirect } from '@sveltejs/kit';
import { isRuleOn, switchRule } from '#app/server/confirm-by-rule.ts';
import { readByRule, readMatchingList } from '#app/server/desk/matching-list.ts';
import { acceptMatches, proposeAndStore } from '#app/server/propose-matches.ts';
import { lineOf } from '#app/server/read-form.ts';
import { noteIfStopped } from '#app/server/stopped-text.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const HOST_LONGEST = 60;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, now } = locals.app;
  const done = (['made', 'accepted', 'on', 'off'] as const).find(
    (one) => one === url.searchParams.get('done')
  );
  return {
    list: await readMatchingList(db, now()),
    isRuleOn: await isRuleOn(db),
    byRule: await readByRule(db, now()),
    done
  };
};

export const actions: Actions = {
  make: async (event) => {
    const { db, city } = event.locals.app;
    await proposeAndStore(db, city, byDesk(event));
    redirect(303, '/desk/matching?done=made');
  },

  rule: async (event) => {
    const isOn = (await event.request.formData()).get('switch') === 'on';
    await switchRule(event.locals.app.db, { ...byDesk(event), isOn });
    redirect(303, `/desk/matching?done=${isOn ? 'on' : 'off'}`);
  },

  /**
   * The chosen pairs; with the button for all, every pair that the page showed. A page whose proposal
   * was made anew meanwhile is shown again.
   */
  accept: async (event) => {
    const form = await event.request.formData();
    const host = lineOf(form, 'host', HOST_LONGEST);
    const pairIds = form
      .getAll(form.has('all') ? 'shown' : 'pair')
      .filter((value) => typeof value === 'string');
    if (pairIds.length === 0) return fail(422, { error: 'none-chosen' as const, host, pairIds });
    if (host === '') return fail(422, { error: 'host-missing' as const, host, pairIds });

    const { db, city } = event.locals.app;
    const { actor, now } = byDesk(event);
    await noteIfStopped(db, city, { text: host, place: 'host', by: { account: actor }, now });
    const accepted = await acceptMatches(db, city, { actor, now, pairIds, host });
    if (accepted.length === 0) return fail(409, { error: 'not-now' as const, host, pairIds });
    redirect(303, '/desk/matching?done=accepted');
  }
};

function byDesk({ locals }: RequestEvent) {
  return { actor: locals.account?.id ?? error(401, 'sign in first'), now: locals.app.now() };
}
