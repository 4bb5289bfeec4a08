import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { applyForWorkshop } from '#app/server/apply.ts';
import {
  emptyEntry,
  isDeskChannel,
  lookedAt,
  readEntry,
  typedEntryOf
} from '#app/server/desk/entry-form.ts';
import { findEnteredSignUp } from '#app/server/desk/entered-sign-up.ts';
import {
  findByKana,
  findMaybeSame,
  readKnownAnswers,
  type KnownPerson
} from '#app/server/desk/known-people.ts';
import { findWorkshopHead, type WorkshopHead } from '#app/server/desk/workshop-file.ts';
import { lineOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import type { Application } from '#features/workshops/domain/application.ts';
import {
  fillFromKnown,
  searchedBy,
  type DeskChannel,
  type EntryErrors,
  type TypedEntry
} from '#features/workshops/domain/entry.ts';
import { newToken } from '#features/people/server/auth-session.ts';
import { isKana } from '#shared/text/kana.ts';
import { toPhoneDigits } from '#shared/text/phone.ts';
import { localDateOf } from '#shared/time/instant.ts';
import type { Actions, PageServerLoad } from './$types';

const KEY_BYTES = 16;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db } = locals.app;
  const workshop = (await findWorkshopHead(db, params.id)) ?? error(404, 'no such workshop');
  const channel = url.searchParams.get('channel');
  const done = url.searchParams.get('done');
  return {
    workshop,
    offersMail: locals.app.settings.mail !== undefined,
    empty: emptyEntry(newToken(KEY_BYTES), isDeskChannel(channel) ? channel : ''),
    done: done ? await findEnteredSignUp(db, params.id, done) : undefined
  };
};

type Refusal = Extract<Awaited<ReturnType<typeof applyForWorkshop>>, { ok: false }>['error'];
type Returned = {
  readonly typed: TypedEntry;
  readonly errors: EntryErrors;
  /** People to choose from, after a search for somebody known. */
  readonly found: readonly KnownPerson[] | undefined;
  readonly maybeSame: readonly KnownPerson[];
  readonly refused: Refusal['type'] | 'person-gone' | undefined;
};
type Event = RequestEvent<{ id: string }>;

export const actions: Actions = {
  enter: async (event) => {
    const workshop = await workshopOf(event);
    const typed = typedEntryOf(await event.request.formData());
    const by = searchedBy(typed);
    const found = by && (await search(event, typed, by));
    if (found) return found;

    const entry = readEntry(typed, {
      ...workshop,
      offersMail: offersMail(event),
      thisYear: Number(localDateOf(event.locals.app.now()).slice(0, 4))
    });
    if (!entry.ok) return giveBack(422, typed, { errors: entry.error });

    const { application, channel } = entry.value;
    if (typed.looked !== lookedAt(application)) {
      const maybeSame = await lookFor(event, typed, application);
      const looked = { ...typed, looked: lookedAt(application) };
      if (maybeSame.length > 0) return giveBack(409, looked, { maybeSame });
    }
    return receive(event, workshop, { typed, application, channel });
  },

  /** Takes a person from the list: what they told before is filled in, what was typed stays. */
  choose: async (event) => {
    await workshopOf(event);
    const form = await event.request.formData();
    const typed = typedEntryOf(form);
    const personId = lineOf(form, 'personId', 100);
    const known = await readKnownAnswers(event.locals.app.db, { ...asked(event), personId });
    if (!known) return giveBack(409, typed, { refused: 'person-gone' });
    const filled = fillFromKnown(typed, known, { offersMail: offersMail(event) });
    return show({ ...filled, known: personId, looked: '' }, {});
  }
};

function offersMail({ locals }: Event): boolean {
  return locals.app.settings.mail !== undefined;
}

async function workshopOf({ locals, params }: Event): Promise<WorkshopHead> {
  return (await findWorkshopHead(locals.app.db, params.id)) ?? error(404, 'no such workshop');
}

function asked({ locals, params }: Event) {
  return { workshopId: params.id, actor: signedIn(locals).id, now: locals.app.now() };
}

/** @returns `undefined` for what cannot be searched: it is read, and told what is wrong with it. */
async function search(event: Event, typed: TypedEntry, by: 'kana' | 'phone') {
  const { db } = event.locals.app;
  const phone = toPhoneDigits(typed.phone);
  if (by === 'kana' ? !isKana(typed.kana) : phone === undefined) return undefined;
  const found =
    by === 'kana'
      ? await findByKana(db, { ...asked(event), beginning: typed.kana })
      : await findMaybeSame(db, { ...asked(event), phone });
  return show({ ...typed, searched: typed[by] }, { found });
}

/** Somebody chosen was looked at, unless they have a sign-up here; anybody else may be known already. */
async function lookFor(event: Event, typed: TypedEntry, { kana, phone }: Application) {
  const { db } = event.locals.app;
  const personId = typed.known || undefined;
  const same = await findMaybeSame(db, { ...asked(event), kana, phone, personId });
  return personId === undefined
    ? same
    : same.filter(({ id, signUpId }) => id === personId && signUpId !== null);
}

async function receive(
  event: Event,
  workshop: WorkshopHead,
  entry: {
    readonly typed: TypedEntry;
    readonly application: Application;
    readonly channel: DeskChannel;
  }
) {
  const { typed, application, channel } = entry;
  const { actor, now } = asked(event);
  const applied = await applyForWorkshop(event.locals.app.db, {
    ...{ code: workshop.code, application, channel, key: typed.key, actor, now },
    personId: typed.known || undefined
  });
  if (!applied.ok) {
    const refused = applied.error.type;
    // The form that came before is another person's: with a new key, pressing again enters this one.
    const again = refused === 'other-application' ? { key: newToken(KEY_BYTES) } : {};
    return giveBack(409, { ...typed, ...again }, { refused });
  }
  redirect(
    303,
    `/desk/workshops/${workshop.id}/enter?channel=${channel}&done=${applied.value.signUpId}`
  );
}

function show(typed: TypedEntry, told: Partial<Returned>): Returned {
  const empty = { errors: {}, found: undefined, maybeSame: [], refused: undefined };
  return { typed, ...empty, ...told };
}

function giveBack(status: number, typed: TypedEntry, told: Partial<Returned>) {
  return fail(status, show(typed, told));
}
