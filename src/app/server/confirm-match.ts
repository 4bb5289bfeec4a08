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
import { localDateOf, type Instant } from '#shared/time/instant.ts';
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

/**
 * Confirms one offer as a meeting at a public place. Both sides get a notice, and the supporter's own
 * devices the place, the time and the topic: never who is helped.
 */
export function confirmMatch(
  db: Db,
  city: City,
  match: ConfirmMatch
): Promise<Result<{ readonly matchId: string }, ConfirmError>> {
  return inTransaction(db, async (tx) => {
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
  });
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
  const matchId = newId();
  const deletion = deleteAfter(city, 'helpRequest', localDateOf(meeting.startsAt));
  await addMatch(tx, {
    id: matchId,
    request_id: request.id,
    supporter_id: supporter.id,
    venue_id: venueId,
    starts_at: meeting.startsAt,
    ends_at: meeting.endsAt,
    host: meeting.host,
    state: 'confirmed',
    cancelled_because: null,
    confirmed_by: actor,
    created_at: now,
    delete_after: deletion
  });
  const about = { matchId, venueId, startsAt: meeting.startsAt, host: meeting.host };
  await tellAsker(tx, request, 'help-matched', now, about);
  await addNotice(tx, {
    to: { accountId: supporter.accountId },
    way: 'mail',
    kind: 'match-for-supporter',
    dedupeKey: `match-for-supporter:${matchId}`,
    params: about,
    contactStopped: false,
    now,
    deleteAfter: deletion
  });
  await writeAudit(tx, [
    { at: now, actor, action: 'confirm', entity: 'help_match', entityId: matchId, why: 'help' }
  ]);
  const changes = new ScopeChanges();
  await publishMatch(tx, changes, matchId);
  await changes.flush(tx);
  return matchId;
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
