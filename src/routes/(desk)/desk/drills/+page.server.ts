import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { readDrillForm } from '#app/server/desk/drill-form.ts';
import { lineOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { Drill } from '#features/practice-phone/domain/drill.ts';
import {
  keepCityDrill,
  listCityDrills,
  showCityDrill
} from '#features/practice-phone/server/city-drills.ts';
import { newId } from '#shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  drills: await listCityDrills(locals.app.db),
  formId: newId()
});

export const actions: Actions = {
  write: async ({ request, locals }) => {
    const { db, now } = locals.app;
    const { drill, typed } = readDrillForm(await request.formData());
    if (!drill.ok) return fail(422, { typed, errors: drill.error });
    if (!v.is(Drill, drill.value)) error(400, 'the form does not have the expected shape');

    await keepCityDrill(db, { drill: drill.value, actor: signedIn(locals).id, now: now() });
    redirect(303, `/desk/drills?written=${drill.value.id}`);
  },

  show: async ({ request, locals }) => {
    const form = await request.formData();
    const shown = lineOf(form, 'shown') === 'yes';
    const known = await showCityDrill(locals.app.db, lineOf(form, 'id', 60), shown);
    if (!known) error(404, 'no such drill');
    redirect(303, '/desk/drills');
  }
};
