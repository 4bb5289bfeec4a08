import { fail, redirect } from '@sveltejs/kit';
import { isDay } from '#app/server/desk/plan-reader.ts';
import { listVenueFiles } from '#app/server/desk/venues.ts';
import { lineOf, wholeNumberOf } from '#app/server/read-form.ts';
import {
  insertRoom,
  isVenueKnown,
  keepClosure,
  removeClosure
} from '#features/places/server/venues.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { localDateOf } from '#shared/time/instant.ts';
import type { Actions, PageServerLoad } from './$types';

type Wrong = 'venue' | 'date' | 'reason' | 'nameJa' | 'chairs';
type Typed = Readonly<Record<string, string>>;
const LONGEST = 60;
const MOST_CHAIRS = 999;

export const load: PageServerLoad = async ({ locals }) => ({
  venues: await listVenueFiles(locals.app.db, localDateOf(locals.app.now()))
});

export const actions: Actions = {
  close: async ({ request, locals }) => {
    const { db } = locals.app;
    const typed = typedIn(await request.formData(), ['venue', 'date', 'reason']);
    const { venue = '', date = '', reason = '' } = typed;
    if (!(await isVenueKnown(db, venue))) return refuse('close', typed, 'venue');
    if (!isDay(date)) return refuse('close', typed, 'date');
    if (reason === '') return refuse('close', typed, 'reason');
    await inTransaction(db, (tx) => keepClosure(tx, { venueId: venue, date, reason }));
    redirect(303, '/desk/venues');
  },

  open: async ({ request, locals }) => {
    const { venue = '', date = '' } = typedIn(await request.formData(), ['venue', 'date']);
    await inTransaction(locals.app.db, (tx) => removeClosure(tx, venue, date));
    redirect(303, '/desk/venues');
  },

  room: async ({ request, locals }) => {
    const { db } = locals.app;
    const form = await request.formData();
    const typed = typedIn(form, ['venue', 'nameJa', 'nameEn', 'chairs']);
    const { venue = '', nameJa = '', nameEn = '' } = typed;
    const chairs = wholeNumberOf(form, 'chairs');
    if (!(await isVenueKnown(db, venue))) return refuse('room', typed, 'venue');
    if (nameJa === '') return refuse('room', typed, 'nameJa');
    if (chairs === undefined || chairs < 1 || chairs > MOST_CHAIRS) {
      return refuse('room', typed, 'chairs');
    }
    const name = { ja: nameJa, en: nameEn || nameJa };
    await inTransaction(db, (tx) => insertRoom(tx, { venueId: venue, name, chairs }));
    redirect(303, '/desk/venues');
  }
};

function typedIn(form: FormData, names: readonly string[]): Typed {
  return Object.fromEntries(names.map((name) => [name, lineOf(form, name, LONGEST)]));
}

function refuse(about: 'close' | 'room', typed: Typed, wrong: Wrong) {
  return fail(422, { about, typed, wrong });
}
