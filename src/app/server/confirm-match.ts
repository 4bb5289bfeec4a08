import type { City } from '#city/city.ts';
import {
  decideMeeting,
  type Meeting,
  type MeetingError,
  type Proposal
} from '#features/board/domain/meeting.ts';
import { findHeldSlot } from '#features/board/server/help-slots.ts';
import { addMatch, isFree, settleOffers } from '#features/board/server/matches.ts';
import { offerBySlot } from '#features/board/server/offers.ts';
import { findRequest, moveRequest, type HelpRequest } from '#features/board/server/requests.ts';
import { addNotice } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { localDateOf, type Instant, type LocalDate } from '#shared/time/instant.ts';
import { tellAsker } from './help-desk.ts';
import { publishMatch } from './match-card.ts';
import { readOpeningHours } from './opening-hours.ts';
import { deleteAfter } from './retention.ts';

export type ConfirmMatch = {
  readonly requestId: string;
  readonly offerId: string;
  /** The supporter whose place in an opened slot stands for an offer; `offerId` is not looked at. */
  readonly heldBy?: string;
  readonly venueId: string;
  readonly proposal: Proposal;
  readonly actor: string;
  readonly now: Instant;
};

export type ConfirmError =
  | MeetingError
  | {
      readonly type:
        'not-found' | 'not-on-board' | 'offer-gone' | 'venue-unknown' | 'supporter-busy';
    };

/** Stands where an account would, when a meeting was confirmed by itself. */
export const BY_RULE = 'rule';

/**
 * Confirms one offer as a meeting at a public place. Both sides get a notice, and the supporter's own
 * devices the place, the time and the topic: never who is helped.
 */
export function confirmMatch(
  db: Db,
  city: City,
  match: ConfirmMatch
): Promise<Result<{ readonly matchId: string }, ConfirmError>> {
  return inTransaction(db, (tx) => confirmWithin(tx, city, match));
}

/** The same as the last step of another use case. */
export async function confirmWithin(
  tx: Tx,
  city: City,
  match: ConfirmMatch
): Promise<Result<{ readonly matchId: string }, ConfirmError>> {
  const request = await findRequest(tx, match.requestId);
  if (!request) return err({ type: 'not-found' });
  const hours = await readOpeningHours(tx, match.venueId);
  if (!hours) return err({ type: 'venue-unknown' });
  const meeting = decideMeeting(match.proposal, hours, match.now);
  if (!meeting.ok) return meeting;

  const moved = await moveRequest(tx, request.id, 'on-board', { state: 'matched' });
  if (!moved) return err({ type: 'not-on-board' });
  const offerId = await findOfferId(tx, match, meeting.value);
  const supporter = await readOfferer(tx, offerId);
  if (!supporter || !(await settleOffers(tx, request.id, offerId))) {
    return err({ type: 'offer-gone' });
  }
  if (!(await isFree(tx, supporter.id, meeting.value))) return err({ type: 'supporter-busy' });

  const matchId = await store(tx, city, match, { request, supporter, meeting: meeting.value });
  return ok({ matchId });
}

type Parts = {
  readonly request: HelpRequest;
  readonly supporter: { readonly id: string; readonly accountId: string };
  readonly meeting: Meeting;
};

async function store(
  tx: Tx,
  city: City,
  { venueId, actor, now }: ConfirmMatch,
  { request, supporter, meeting }: Parts
): Promise<string> {
  const by = { actor, now };
  const set = { requestId: request.id, supporterId: supporter.id, venueId, meeting };
  const added = await addConfirmed(tx, city, set, by);
  await tellAsker(tx, request, 'help-matched', now, added.about);
  await tellSupporter(tx, supporter.accountId, 'match-for-supporter', added, now);
  const entityId = added.about.matchId;
  const why = actor === BY_RULE ? 'rule' : 'help';
  await writeAudit(tx, [
    { at: now, actor, action: 'confirm', entity: 'help_match', entityId, why }
  ]);
  const changes = new ScopeChanges();
  await publishMatch(tx, changes, entityId);
  await changes.flush(tx);
  return entityId;
}

/** A stored meeting as its notices need it. */
export type AddedMeeting = {
  readonly about: {
    readonly matchId: string;
    readonly venueId: string;
    readonly startsAt: Instant;
    readonly host: string;
  };
  readonly deleteAfter: LocalDate;
};

/** Stores a meeting that is decided; telling it is the use case's own. */
export async function addConfirmed(
  tx: Tx,
  city: City,
  set: {
    readonly requestId: string;
    readonly supporterId: string;
    readonly venueId: string;
    readonly meeting: Meeting;
  },
  { actor, now }: { readonly actor: string; readonly now: Instant }
): Promise<AddedMeeting> {
  const { requestId, supporterId, venueId, meeting } = set;
  const { startsAt, endsAt, host } = meeting;
  const matchId = newId();
  const deletion = deleteAfter(city, 'helpRequest', localDateOf(startsAt));
  await addMatch(tx, {
    ...{ id: matchId, request_id: requestId, supporter_id: supporterId, venue_id: venueId },
    ...{ starts_at: startsAt, ends_at: endsAt, host, state: 'confirmed', cancelled_because: null },
    ...{ confirmed_by: actor, created_at: now, delete_after: deletion }
  });
  return { about: { matchId, venueId, startsAt, host }, deleteAfter: deletion };
}

/** Tells a supporter of a meeting of theirs, once. */
export async function tellSupporter(
  tx: Tx,
  accountId: string,
  kind: 'match-for-supporter' | 'match-changed-for-supporter',
  { about, deleteAfter: deletion }: AddedMeeting,
  now: Instant
): Promise<void> {
  await addNotice(tx, {
    to: { accountId },
    way: 'mail',
    kind,
    dedupeKey: `${kind}:${about.matchId}`,
    params: about,
    contactStopped: false,
    now,
    deleteAfter: deletion
  });
}

/** An open offer as it is, or one in the name of whoever took the slot in which the meeting lies. */
async function findOfferId(tx: Tx, match: ConfirmMatch, meeting: Meeting): Promise<string> {
  const { offerId, heldBy, requestId, venueId, now } = match;
  if (heldBy === undefined) return offerId;
  const { startsAt, endsAt } = meeting;
  if (!(await findHeldSlot(tx, { supporterId: heldBy, venueId, startsAt, endsAt }))) return '';
  return offerBySlot(tx, { requestId, supporterId: heldBy, now });
}

/** Who made the offer, if they may still help. */
async function readOfferer(
  tx: Tx,
  offerId: string
): Promise<{ id: string; accountId: string } | undefined> {
  return tx
    .selectFrom('offer')
    .innerJoin('supporter', 'supporter.id', 'offer.supporter_id')
    .innerJoin('account', 'account.id', 'supporter.account_id')
    .select(['supporter.id', 'supporter.account_id as accountId'])
    .where('offer.id', '=', offerId)
    .where('supporter.state', '=', 'active')
    .where('account.suspended_at', 'is', null)
    .executeTakeFirst();
}
