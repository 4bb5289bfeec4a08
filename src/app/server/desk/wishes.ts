import { applyInTransaction, type ApplyError } from '#app/server/apply.ts';
import { placeNames } from '#app/server/place-names.ts';
import type { WishOutcome } from '#features/attendance/domain/wish.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { fillFromKnown, type DeskChannel } from '#features/workshops/domain/entry.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { localDateOf, type Instant } from '#shared/time/instant.ts';
import { emptyEntry, readEntry } from './entry-form.ts';
import { readKnownAnswers } from './known-people.ts';
import { findWorkshopHead } from './workshop-file.ts';

type Words = { readonly ja: string; readonly en: string };

/** Somebody who said before leaving which later date they would like to come to. */
export type WishLine = {
  readonly id: string;
  /** Both empty for a walk-in who gave no name. */
  readonly kana: string;
  readonly name: string;
  /** `null` for who has none, or is not to be called. */
  readonly phone: string | null;
  readonly contactStopped: boolean;
  /** False for a walk-in: name and telephone are still to be asked. */
  readonly isKnown: boolean;
  /** Their number on the roster of the day they said it. */
  readonly number: number;
  readonly saidAt: {
    readonly sessionId: string;
    readonly title: Words;
    readonly startsAt: Instant;
  };
  readonly wished: {
    readonly workshopId: string;
    readonly code: string;
    readonly title: Words;
    readonly venue: Words;
    readonly startsAt: Instant;
    /** `on`: sign-ups are taken; `no-need`: one simply comes; otherwise why nobody can sign up now. */
    readonly signUp: 'on' | 'no-need' | 'not-yet' | 'over';
  };
  /** A sign-up of theirs that stands there already. */
  readonly signUpId: string | null;
};

type Asked = { readonly actor: string; readonly now: Instant };

/**
 * Wishes the desk has not dealt with, in the order they were told, for dates still to come; with a session
 * those that were told there. Names and telephones are read here, so each person is written down.
 */
export function listWishes(
  db: Db,
  asked: Asked & { readonly sessionId?: string | undefined }
): Promise<readonly WishLine[]> {
  const { sessionId, actor, now } = asked;
  return inTransaction(db, async (tx) => {
    const rows = await selectWishes(tx)
      .where('there.starts_at', '>', now)
      .$if(sessionId !== undefined, (query) => query.where('here.id', '=', sessionId ?? ''))
      .execute();
    const people = new Set(rows.map(({ person_id }) => person_id).filter((id) => id !== null));
    await writeAudit(
      tx,
      [...people].map((entityId) => ({
        ...{ at: now, actor, action: 'read', entity: 'person', entityId, why: 'wish' }
      }))
    );
    return rows.map((row) => lineOf(row, now));
  });
}

function selectWishes(db: Db) {
  return db
    .selectFrom('next_wish')
    .innerJoin('participation', 'participation.id', 'next_wish.participation_id')
    .innerJoin('session as here', 'here.id', 'participation.session_id')
    .innerJoin('workshop as visited', 'visited.id', 'here.workshop_id')
    .innerJoin('session as there', 'there.id', 'next_wish.session_id')
    .innerJoin('workshop', 'workshop.id', 'there.workshop_id')
    .innerJoin('venue', 'venue.id', 'workshop.venue_id')
    .leftJoin('room', 'room.id', 'workshop.room_id')
    .leftJoin('person', 'person.id', 'participation.person_id')
    .leftJoin('sign_up', (join) =>
      join
        .onRef('sign_up.person_id', '=', 'participation.person_id')
        .onRef('sign_up.workshop_id', '=', 'there.workshop_id')
        .on('sign_up.status', '!=', 'cancelled')
    )
    .select(['next_wish.id', 'participation.person_id', 'participation.number'])
    .select([
      'participation.walk_in_kana',
      'participation.walk_in_name',
      'sign_up.id as sign_up_id'
    ])
    .select(['person.kana', 'person.name', 'person.phone', 'person.contact_stopped_at'])
    .select(['here.id as here_id', 'here.starts_at as here_at', 'visited.title_ja as here_ja'])
    .select(['visited.title_en as here_en', 'there.starts_at', 'there.state as date_state'])
    .select(['workshop.id as workshop_id', 'workshop.code', 'workshop.title_ja'])
    .select(['workshop.title_en', 'workshop.selection', 'workshop.state', 'workshop.opens_at'])
    .select(['workshop.closes_at', 'venue.name_ja', 'venue.name_en'])
    .select(['room.name_ja as room_ja', 'room.name_en as room_en'])
    .where('next_wish.outcome', 'is', null)
    .orderBy('next_wish.wished_at')
    .orderBy('next_wish.id');
}

type WishRow = Awaited<ReturnType<ReturnType<typeof selectWishes>['execute']>>[number];

function lineOf(row: WishRow, now: Instant): WishLine {
  const contactStopped = row.contact_stopped_at !== null;
  return {
    id: row.id,
    kana: row.kana ?? row.walk_in_kana ?? '',
    name: row.name ?? row.walk_in_name ?? '',
    phone: contactStopped ? null : row.phone,
    ...{ contactStopped, isKnown: row.person_id !== null, number: row.number },
    saidAt: {
      sessionId: row.here_id,
      title: { ja: row.here_ja, en: row.here_en },
      startsAt: row.here_at
    },
    wished: {
      ...{ workshopId: row.workshop_id, code: row.code, startsAt: row.starts_at },
      title: { ja: row.title_ja, en: row.title_en },
      venue: placeNames(row),
      signUp: signUpOf(row, now)
    },
    signUpId: row.sign_up_id
  };
}

function signUpOf(row: WishRow, now: Instant): WishLine['wished']['signUp'] {
  if (row.state !== 'open' || row.date_state === 'cancelled') return 'over';
  if (row.selection === 'none') return 'no-need';
  if (now < row.opens_at) return 'not-yet';
  return now < row.closes_at ? 'on' : 'over';
}

/** `needs-form`: somebody's name, telephone or an answer this workshop asks for is still missing. */
type WishError = ApplyError | { readonly type: 'wish-gone' } | { readonly type: 'needs-form' };

/**
 * Makes a sign-up of a wish, with what the person told before. It is placed as any other of this moment:
 * a seat, the end of the line, the draw or a refusal. The wish is a wish, and holds no seat.
 */
export async function signUpFromWish(
  db: Db,
  asked: Asked & {
    readonly wishId: string;
    readonly channel: Extract<DeskChannel, 'phone' | 'counter'>;
    readonly offersMail: boolean;
  }
): Promise<Result<{ readonly workshopId: string; readonly signUpId: string }, WishError>> {
  const { wishId, channel, offersMail, actor, now } = asked;
  const wish = await selectWishes(db).where('next_wish.id', '=', wishId).executeTakeFirst();
  if (!wish || wish.sign_up_id !== null) return err({ type: 'wish-gone' });
  const { person_id: personId, workshop_id: workshopId } = wish;
  const workshop = await findWorkshopHead(db, workshopId);
  const known =
    personId === null
      ? undefined
      : await readKnownAnswers(db, { workshopId, actor, now, personId });
  if (personId === null || !known || !workshop) return err({ type: 'needs-form' });

  const key = `wish:${wishId}`;
  const typed = fillFromKnown(emptyEntry(key, channel), known, { offersMail });
  const thisYear = Number(localDateOf(now).slice(0, 4));
  const entry = readEntry(typed, { ...workshop, offersMail, thisYear });
  if (!entry.ok) return err({ type: 'needs-form' });

  const { code } = workshop;
  const { application } = entry.value;
  return inTransaction(db, async (tx) => {
    const settled = { wishId, outcome: 'signed-up', actor, now } as const;
    if (!(await takeOffList(tx, settled))) return err({ type: 'wish-gone' });
    const applied = await applyInTransaction(tx, {
      ...{ code, application, channel, key, personId, actor, now }
    });
    if (!applied.ok) return applied;
    await writeDown(tx, settled);
    return ok({ workshopId, signUpId: applied.value.signUpId });
  });
}

/** Notes that somebody was told, and the wish is off the list. @returns false when it was already. */
export function noteWishTold(db: Db, asked: Asked & { readonly wishId: string }): Promise<boolean> {
  const settled = { ...asked, outcome: 'told' } as const;
  return inTransaction(db, async (tx) => {
    const isNew = await takeOffList(tx, settled);
    if (isNew) await writeDown(tx, settled);
    return isNew;
  });
}

type Settled = Asked & { readonly wishId: string; readonly outcome: WishOutcome };

/** @returns false when it was off the list already. */
async function takeOffList(tx: Tx, { wishId, outcome, actor, now }: Settled): Promise<boolean> {
  const settled = await tx
    .updateTable('next_wish')
    .set({ outcome, settled_at: now, settled_by: actor })
    .where('id', '=', wishId)
    .where('outcome', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return settled !== undefined;
}

function writeDown(tx: Tx, { wishId, outcome, actor, now }: Settled): Promise<void> {
  return writeAudit(tx, [
    { at: now, actor, action: outcome, entity: 'next_wish', entityId: wishId, why: 'wish' }
  ]);
}
