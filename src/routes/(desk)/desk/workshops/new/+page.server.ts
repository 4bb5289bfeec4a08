import { fail, redirect } from '@sveltejs/kit';
import { DATE_ROWS, readPlanForm } from '#app/server/desk/plan-form.ts';
import type { PlanFormErrors, TypedPlan } from '#app/server/desk/plan-reader.ts';
import { planWorkshop } from '#app/server/plan-workshop.ts';
import { listVenues } from '#features/places/server/venues.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  venues: await listVenues(locals.app.db),
  dateRows: DATE_ROWS
});

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const { db, now } = locals.app;
    const { plan, typed } = readPlanForm(await request.formData());
    if (!plan.ok) return refuse(422, typed, plan.error);

    const planned = await planWorkshop(db, { ...plan.value, now: now() });
    if (!planned.ok) return refuse(409, typed, {}, planned.error.type);
    redirect(303, `/desk/workshops/${planned.value.workshopId}`);
  }
};

type Refused = {
  readonly typed: TypedPlan;
  readonly errors: PlanFormErrors;
  readonly refused: PlanRefusal | undefined;
};
type PlanRefusal = Extract<
  Awaited<ReturnType<typeof planWorkshop>>,
  { ok: false }
>['error']['type'];

function refuse(
  status: number,
  typed: TypedPlan,
  errors: Refused['errors'],
  refused?: PlanRefusal
) {
  const answer: Refused = { typed, errors, refused };
  return fail(status, answer);
}
