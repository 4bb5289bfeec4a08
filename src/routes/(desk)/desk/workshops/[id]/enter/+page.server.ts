import { error, fail, redirect } from '@sveltejs/kit';
import { applyForWorkshop } from '#app/server/apply.ts';
import {
  emptyEntry,
  isDeskChannel,
  lookedAt,
  readEntry,
  typedEntryOf
} from '#app/server/desk/entry-form.ts';
import { findEnteredSignUp } from '#app/server/desk/entered-sign-up.ts';
import { findMaybeSame, type MaybeSame } from '#app/server/desk/maybe-same-person.ts';
import { findWorkshopHead } from '#app/server/desk/workshop-file.ts';
import { signedIn } from '#app/server/signed-in.ts';
import type { EntryErrors, TypedEntry } from '#features/workshops/domain/entry.ts';
import { newToken } from '#features/people/server/auth-session.ts';
import type { Actions, PageServerLoad } from './$types';

const KEY_BYTES = 16;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db } = locals.app;
  const workshop = (await findWorkshopHead(db, params.id)) ?? error(404, 'no such workshop');
  const channel = url.searchParams.get('channel');
  const done = url.searchParams.get('done');
  return {
    workshop,
    empty: emptyEntry(newToken(KEY_BYTES), isDeskChannel(channel) ? channel : ''),
    done: done ? await findEnteredSignUp(db, params.id, done) : undefined
  };
};

type Refusal = Extract<Awaited<ReturnType<typeof applyForWorkshop>>, { ok: false }>['error'];
type Returned = {
  readonly typed: TypedEntry;
  readonly errors: EntryErrors;
  readonly maybeSame: readonly MaybeSame[];
  readonly refused: Refusal['type'] | undefined;
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const { db, now } = locals.app;
    const actor = signedIn(locals).id;
    const workshop = (await findWorkshopHead(db, params.id)) ?? error(404, 'no such workshop');
    const typed = typedEntryOf(await request.formData());
    const entry = readEntry(typed, workshop);
    if (!entry.ok) return giveBack(422, typed, { errors: entry.error });

    const { application, channel } = entry.value;
    if (typed.looked !== lookedAt(application)) {
      const { kana, phone } = application;
      const asked = { workshopId: params.id, kana, phone, actor, now: now() };
      const maybeSame = await findMaybeSame(db, asked);
      const looked = { ...typed, looked: lookedAt(application) };
      if (maybeSame.length > 0) return giveBack(409, looked, { maybeSame });
    }

    const applied = await applyForWorkshop(db, {
      code: workshop.code,
      application,
      channel,
      key: typed.key,
      actor,
      now: now()
    });
    if (!applied.ok) {
      const refused = applied.error.type;
      // The form that came before is another person's: with a new key, pressing again enters this one.
      const again = refused === 'other-application' ? { key: newToken(KEY_BYTES) } : {};
      return giveBack(409, { ...typed, ...again }, { refused });
    }
    redirect(
      303,
      `/desk/workshops/${params.id}/enter?channel=${channel}&done=${applied.value.signUpId}`
    );
  }
};

function giveBack(status: number, typed: TypedEntry, told: Partial<Returned>) {
  const answer: Returned = { typed, errors: {}, maybeSame: [], refused: undefined, ...told };
  return fail(status, answer);
}
