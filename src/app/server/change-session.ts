import { city as builtFor } from '#city/current.ts';
import type { City } from '#city/city.ts';
import { addNotice, withdrawNotices } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { findTellings } from '#features/people/server/persons.ts';
import { findRoom, isVenueKnown } from '#features/places/server/venues.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import {
  checkCancellation,
  checkChange,
  checkReason,
  checkWeather,
  isRoomLargeEnough,
  type ChangeError,
  type ChangeProposal,
  type Reason,
  type SessionBefore
} from '#features/workshops/domain/session-change.ts';
import { withdrawOffers } from '#features/workshops/server/seat-offers.ts';
import {
  addChange,
  cancelSession,
  findChangeByKey,
  findSessionBefore,
  moveSession
} from '#features/workshops/server/session-changes.ts';
import { countPlaces } from '#features/workshops/server/count-places.ts';
import {
  lockWorkshop,
  sessionsOf,
  type LockedWorkshop
} from '#features/workshops/server/workshop-lock.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { localDateOf, type Instant, type LocalDate } from '#shared/time/instant.ts';
import { timeInWords } from '#shared/time/words.ts';
import { forgetAbsences } from './date-absence.ts';
import { publishSession } from './reception.ts';
import { offerNoticeKey, placeNoticeKeys } from './refill-line.ts';
import { deleteAfter } from './retention.ts';
import { dropWorkshopSnapshot } from './workshop-snapshot.ts';

/** `weather`: the city's rule is the reason. */
export type WantedChange =
  | { readonly kind: 'changed'; readonly to: ChangeProposal; readonly reason: Reason }
  | { readonly kind: 'cancelled'; readonly reason: Reason }
  | { readonly kind: 'weather' };

export type ChangeSession = {
  readonly sessionId: string;
  readonly what: WantedChange;
  /** Made with the form: sent twice, it is one change and one notice each. */
  readonly key: string;
  readonly actor: string;
  readonly now: Instant;
};

export type ChangeSessionError =
  | ChangeError
  | { readonly type: 'session-not-found' | 'venue-unknown' | 'room-unknown' | 'room-too-small' };

/**
 * Moves a date or calls it off: the date, one notice for everyone concerned in their own way, the audit
 * row and the tablets' rows are one transaction; the public pages read it with their next look.
 *
 * @returns the change's id, by which the desk lists who is still to be told
 */
export async function changeSession(
  db: Db,
  request: ChangeSession,
  city: City = builtFor
): Promise<Result<{ readonly changeId: string }, ChangeSessionError>> {
  const changed = await inTransaction(db, (tx) => changeInTransaction(tx, request, city));
  dropWorkshopSnapshot(db);
  return changed;
}

async function changeInTransaction(
  tx: Tx,
  request: ChangeSession,
  city: City
): Promise<Result<{ readonly changeId: string }, ChangeSessionError>> {
  const { sessionId, key, actor, now } = request;
  const known = await findSessionBefore(tx, sessionId);
  if (!known) return err({ type: 'session-not-found' });
  const { workshopId } = known;
  const workshop = await lockWorkshop(tx, { id: workshopId });
  if (!workshop) return err({ type: 'session-not-found' });
  // Other content under one key (the Back button) is another change, and is decided as one.
  const keyOfContent = JSON.stringify([key, sessionId, request.what]);
  const earlier = await findChangeByKey(tx, keyOfContent);
  if (earlier !== undefined) return ok({ changeId: earlier });

  const before = (await findSessionBefore(tx, sessionId)) ?? known;
  const wanted = decide(before, request, city);
  if (!wanted.ok) return wanted;
  const { to, reason } = wanted.value;
  const place = to ? await checkPlace(tx, workshop, to) : ok(undefined);
  if (!place.ok) return place;

  const kind = to ? 'changed' : 'cancelled';
  const change = { sessionId, kind, reason, before, actor, now } as const;
  const changeId = await addChange(tx, { ...change, key: keyOfContent });
  const date = { sessionId, workshopId };
  const changes = new ScopeChanges();
  if (to) await move(tx, date, { ...to, roomChairs: place.value }, city);
  else await callOff(tx, date);
  if (to && to.startsAt !== before.startsAt) await forgetAbsences(tx, changes, sessionId, request);
  const keptUntil = deleteAfter(city, 'signUp', localDateOf((to ?? before).startsAt));
  await tellEveryone(tx, { ...date, changeId, kind, now, keptUntil });
  await writeAudit(tx, [
    {
      ...{ at: now, actor, action: `session.${kind}`, entity: 'session', entityId: sessionId },
      why: request.what.kind === 'weather' ? 'weather' : 'desk'
    }
  ]);
  const others = to ? await sessionsOf(tx, workshopId) : [];
  for (const id of new Set([sessionId, ...others.map((one) => one.id)])) {
    await publishSession(tx, changes, id);
  }
  await changes.flush(tx);
  return ok({ changeId });
}

function decide(
  before: SessionBefore,
  { what, now }: ChangeSession,
  { rules }: City
): Result<{ readonly to?: ChangeProposal; readonly reason: Reason }, ChangeError> {
  if (what.kind === 'weather') {
    const checked = checkWeather(before, rules.weather.time, now);
    return checked.ok ? ok({ reason: weatherReason(rules.weather, before) }) : checked;
  }
  const reason = checkReason(what.reason);
  if (!reason.ok) return reason;
  if (what.kind === 'cancelled') {
    const checked = checkCancellation(before, now);
    return checked.ok ? ok({ reason: reason.value }) : checked;
  }
  const checked = checkChange(before, what.to, now);
  return checked.ok ? ok({ to: checked.value, reason: reason.value }) : checked;
}

/** The rule that stands on every page and receipt, as the reason. */
function weatherReason(
  { time, warnings }: City['rules']['weather'],
  { startsAt }: SessionBefore
): Reason {
  const at = Date.parse(`${localDateOf(startsAt)}T${time}:00+09:00`);
  return {
    ja: `${timeInWords(at, 'ja')}に ${warnings.ja}が 出ていたため`,
    en: `At ${timeInWords(at, 'en')} there was ${warnings.en}`
  };
}

type DateOfWorkshop = { readonly sessionId: string; readonly workshopId: string };

async function move(
  tx: Tx,
  date: DateOfWorkshop,
  to: ChangeProposal & { readonly roomChairs: number | undefined },
  city: City
): Promise<void> {
  const kept = deleteAfter(city, 'signUp', localDateOf(to.startsAt));
  await moveSession(tx, date, { ...to, deleteAfter: kept });
  await tx
    .updateTable('participation')
    .set({ delete_after: kept })
    .where('session_id', '=', date.sessionId)
    .execute();
}

/** With the last date gone nobody is asked about a seat, and no place is left to tell of. */
async function callOff(tx: Tx, date: DateOfWorkshop): Promise<void> {
  if (!(await cancelSession(tx, date))) return;
  const offers = await withdrawOffers(tx, { workshopId: date.workshopId });
  const signUps = await tx
    .selectFrom('sign_up')
    .select('id')
    .where('workshop_id', '=', date.workshopId)
    .execute();
  const keys = [...offers.map(offerNoticeKey), ...signUps.flatMap(({ id }) => placeNoticeKeys(id))];
  if (keys.length > 0) await withdrawNotices(tx, keys);
}

/** One notice each for those with a seat, those who wait or are in a draw, and the supporters of the date. */
async function tellEveryone(
  tx: Tx,
  change: DateOfWorkshop & {
    readonly changeId: string;
    readonly kind: 'changed' | 'cancelled';
    readonly now: Instant;
    readonly keptUntil: LocalDate;
  }
): Promise<void> {
  const { changeId, sessionId, kind, now } = change;
  const signUps = await tx
    .selectFrom('sign_up')
    .select(['id', 'person_id', 'delete_after'])
    .where('workshop_id', '=', change.workshopId)
    .where('status', '!=', 'cancelled')
    .orderBy('id')
    .execute();
  const tellings = await findTellings(
    tx,
    signUps.map(({ person_id }) => person_id)
  );
  // What was still to be told about this date is told by the newest notice.
  await withdrawEarlier(tx, sessionId, changeId);
  for (const { id, person_id, delete_after } of signUps) {
    const { way, contactStopped } = tellings.get(person_id) ?? {
      way: 'desk' as const,
      contactStopped: true
    };
    await addNotice(tx, {
      ...{ to: { personId: person_id }, way, contactStopped, now, deleteAfter: delete_after },
      kind: `session-${kind}`,
      dedupeKey: changeNoticeKey(changeId, id),
      params: { signUpId: id, changeId }
    });
  }
  const supporters = await tx
    .selectFrom('session_supporter')
    .select('account_id')
    .where('session_id', '=', sessionId)
    .execute();
  for (const { account_id } of supporters) {
    await addNotice(tx, {
      ...{ to: { accountId: account_id }, way: 'mail', contactStopped: false, now },
      kind: `session-${kind}-for-supporter`,
      dedupeKey: changeNoticeKey(changeId, account_id),
      params: { changeId },
      deleteAfter: change.keptUntil
    });
  }
}

/** Names the notice that tells one person, or one supporter, of one change. */
export function changeNoticeKey(changeId: string, recipient: string): string {
  return `session-change:${changeId}:${recipient}`;
}

async function withdrawEarlier(tx: Tx, sessionId: string, changeId: string): Promise<void> {
  const earlier = await tx
    .selectFrom('session_change')
    .select('id')
    .where('session_id', '=', sessionId)
    .where('id', '!=', changeId)
    .execute();
  for (const { id } of earlier) {
    await tx
      .updateTable('notice')
      .set({ state: 'not-wanted' })
      .where('dedupe_key', 'like', changeNoticeKey(id, '%'))
      .where('state', 'in', ['to-tell', 'not-reached'])
      .execute();
  }
}

/**
 * Whether the new place has a room and chairs for everybody.
 * @returns the chairs of the workshop from now on: no more than the room has; `undefined` as before
 */
async function checkPlace(
  tx: Tx,
  workshop: LockedWorkshop,
  to: ChangeProposal
): Promise<Result<number | undefined, ChangeSessionError>> {
  if (!(await isVenueKnown(tx, to.venueId))) return err({ type: 'venue-unknown' });
  if (to.roomId === undefined) return ok(undefined);
  const room = await findRoom(tx, to.venueId, to.roomId);
  if (!room) return err({ type: 'room-unknown' });
  const { roomChairs, supporters, seats } = workshop;
  const { confirmed, chairsLeft } = await countPlaces(tx, workshop);
  const sitting = confirmed + supporters + workshop.companionChairs - chairsLeft;
  return isRoomLargeEnough(room.chairs, { seats, sitting })
    ? ok(Math.min(roomChairs, room.chairs))
    : err({ type: 'room-too-small' });
}
