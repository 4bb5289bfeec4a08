import { fail, redirect } from '@sveltejs/kit';
import type { PlanFormErrors, TypedPlan } from '#app/server/desk/plan-reader.ts';
import { readSeriesForm } from '#app/server/desk/series-form.ts';
import {
  makeSeries,
  previewSeries,
  type MakeSeriesError,
  type SeriesPreview
} from '#app/server/plan-series.ts';
import { listVenues } from '#features/places/server/venues.ts';
import { monthsFrom } from '#features/workshops/domain/recurrence.ts';
import { newId } from '#shared/ids.ts';
import { localDateOf } from '#shared/time/instant.ts';
import type { Actions, PageServerLoad } from './$types';

const MONTHS_TO_BEGIN = 12;

export const load: PageServerLoad = async ({ locals }) => {
  const { db, now } = locals.app;
  const [year = 0, month = 0] = localDateOf(now()).split('-').map(Number);
  return {
    id: newId(),
    venues: await listVenues(db),
    months: monthsFrom({ year, month }, MONTHS_TO_BEGIN)
  };
};

type Answer = {
  readonly id: string;
  readonly typed: TypedPlan;
  readonly errors: PlanFormErrors;
  readonly refused: MakeSeriesError['type'] | undefined;
  readonly preview: SeriesPreview | undefined;
};

export const actions: Actions = {
  preview: async ({ request, locals }) => {
    const { db, now } = locals.app;
    const { id, typed, plan } = readSeriesForm(await request.formData());
    if (!plan.ok) return fail(422, answer({ id, typed, errors: plan.error }));
    const preview = await previewSeries(db, plan.value, now());
    if (!preview.ok) return fail(409, answer({ id, typed, refused: preview.error.type }));
    return answer({ id, typed, preview: preview.value });
  },

  make: async ({ request, locals }) => {
    const { db, now } = locals.app;
    const { id, seen, typed, plan } = readSeriesForm(await request.formData());
    if (!plan.ok) return fail(422, answer({ id, typed, errors: plan.error }));
    const made = await makeSeries(db, { id, plan: plan.value, seen, now: now() });
    if (made.ok) redirect(303, `/desk/series/${made.value.seriesId}`);

    const preview = 'preview' in made.error ? made.error.preview : undefined;
    return fail(409, answer({ id, typed, refused: made.error.type, preview }));
  }
};

function answer(told: Pick<Answer, 'id' | 'typed'> & Partial<Answer>): Answer {
  return { errors: {}, refused: undefined, preview: undefined, ...told };
}
