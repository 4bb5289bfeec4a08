import { error, fail, redirect } from '@sveltejs/kit';
import { changeWorkshop } from '#app/server/change-workshop.ts';
import { DATE_ROWS, readPlanForm } from '#app/server/desk/plan-form.ts';
import type { PlanFormErrors, TypedPlan } from '#app/server/desk/plan-reader.ts';
import { findStoredPlan } from '#app/server/desk/stored-plan.ts';
import { listVenues } from '#features/places/server/venues.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db } = locals.app;
  const plan = (await findStoredPlan(db, params.id)) ?? error(404, 'no such workshop');
  return { plan, id: params.id, venues: await listVenues(db), dateRows: DATE_ROWS };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const { db, now } = locals.app;
    const { plan, typed } = readPlanForm(await request.formData());
    if (!plan.ok) return refuse(422, typed, plan.error);

    const changed = await changeWorkshop(db, { id: params.id, plan: plan.value, now: now() });
    if (!changed.ok) {
      if (changed.error.type === 'workshop-not-found') error(404, 'no such workshop');
      return refuse(409, typed, {}, changed.error.type);
    }
    redirect(303, `/desk/workshops/${params.id}`);
  }
};

type Refusal = Exclude<
  Extract<Awaited<ReturnType<typeof changeWorkshop>>, { ok: false }>['error']['type'],
  'workshop-not-found'
>;
type Refused = {
  readonly typed: TypedPlan;
  readonly errors: PlanFormErrors;
  readonly refused: Refusal | undefined;
};

function refuse(status: number, typed: TypedPlan, errors: PlanFormErrors, refused?: Refusal) {
  const answer: Refused = { typed, errors, refused };
  return fail(status, answer);
}
