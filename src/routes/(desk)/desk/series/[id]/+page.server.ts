import { error, fail, redirect } from '@sveltejs/kit';
import { listVenues } from '#features/places/server/venues.ts';
import { giveUpDraft, publishDrafts } from '#features/workshops/server/change-workshop.ts';
import { findSeries, isSeriesKnown } from '#features/workshops/server/series.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db } = locals.app;
  const found = (await findSeries(db, params.id)) ?? error(404, 'no such series');
  return { ...found, venues: await listVenues(db) };
};

export const actions: Actions = {
  publish: async ({ locals, params }) => {
    const { db, now } = locals.app;
    if (!(await isSeriesKnown(db, params.id))) error(404, 'no such series');
    await inTransaction(db, (tx) => publishDrafts(tx, { seriesId: params.id }, { now: now() }));
    redirect(303, `/desk/series/${params.id}`);
  },

  giveUp: async ({ request, locals, params }) => {
    const { db } = locals.app;
    const workshop = (await request.formData()).get('workshop');
    const found = (await findSeries(db, params.id)) ?? error(404, 'no such series');
    const chosen = found.workshops.find(({ id }) => id === workshop) ?? error(404, 'not of it');
    const given = await inTransaction(db, (tx) => giveUpDraft(tx, chosen.id));
    if (!given) return fail(409, { notADraft: true });
    redirect(303, `/desk/series/${params.id}`);
  }
};
