import type { City } from '#city/city.ts';
import type { WaitingRequest } from '#features/board/domain/fit.ts';
import { halfDaySlots } from '#features/board/domain/half-day-slots.ts';
import type { Helper, HelpSlot } from '#features/board/domain/help-slot.ts';
import { proposeMatches, type MatchingTown } from '#features/board/domain/matching.ts';
import { isOverlapping, type OpeningHours } from '#features/board/domain/meeting.ts';
import { SLOT_MINUTES } from '#features/board/domain/opened-slot.ts';
import type { HelpTime, Topic } from '#features/board/domain/request.ts';
import { findHeldSlot, listSlots } from '#features/board/server/help-slots.ts';
import {
  findProposal,
  replaceProposal,
  settleProposedMatch
} from '#features/board/server/proposals.ts';
import { supporterOf } from '#features/board/server/supporters.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { DAY_MS, MINUTE_MS, localDateOf, localTimeOf, type Instant } from '#shared/time/instant.ts';
import { confirmMatch, type ConfirmError } from './confirm-match.ts';
import { deleteAfter } from './retention.ts';

/** Four weeks: further ahead people do not know yet. */
const DAYS_AHEAD = 28;

/** What was proposed: how many pairs, and how many requests stay open. */
export type Proposed = { readonly id: string; readonly matches: number; readonly open: number };

/**
 * Proposes who helps whom among those who offered, and keeps it for the desk in place of the last
 * proposal. Reading and solving hold no lock: whatever changes meanwhile is noticed when a pair is
 * confirmed.
 */
export async function proposeAndStore(
  db: Db,
  city: City,
  { actor, now }: { readonly actor: string; readonly now: Instant }
): Promise<Proposed> {
  const proposal = proposeMatches(await readTown(db, now));
  const today = localDateOf(now);
  const id = await inTransaction(db, async (tx) => {
    const made = { by: actor, at: now, deleteAfter: deleteAfter(city, 'helpRequest', today) };
    const stored = await replaceProposal(tx, proposal, made);
    await writeAudit(tx, [
      { at: now, actor, action: 'propose', entity: 'match_proposal', entityId: stored, why: 'help' }
    ]);
    return stored;
  });
  return { id, matches: proposal.matches.length, open: proposal.open.length };
}

export type AcceptMatches = {
  /** Pairs of the present proposal; others are passed over. */
  readonly pairIds: readonly string[];
  readonly host: string;
  readonly actor: string;
  readonly now: Instant;
};

export type AcceptedPair = {
  readonly id: string;
  readonly outcome: 'confirmed' | ConfirmError['type'];
};

/** Confirms chosen pairs, each by itself and with everything looked at anew: one refused stops no other. */
export async function acceptMatches(
  db: Db,
  city: City,
  { pairIds, host, actor, now }: AcceptMatches
): Promise<readonly AcceptedPair[]> {
  const proposal = await findProposal(db);
  const chosen = (proposal?.pairs ?? []).filter(
    ({ id, outcome }) => pairIds.includes(id) && outcome !== 'confirmed'
  );
  const accepted: AcceptedPair[] = [];
  for (const pair of chosen) {
    const held = await findHeldSlot(db, {
      ...{ supporterId: pair.supporter_id, venueId: pair.venue_id, startsAt: pair.starts_at },
      endsAt: pair.starts_at + pair.minutes * MINUTE_MS
    });
    const confirmed = await confirmMatch(db, city, {
      requestId: pair.request_id,
      offerId: held ? '' : await findOfferId(db, pair.request_id, pair.supporter_id),
      ...(held && { heldBy: pair.supporter_id }),
      venueId: pair.venue_id,
      proposal: {
        date: localDateOf(pair.starts_at),
        startsAt: localTimeOf(pair.starts_at),
        minutes: pair.minutes,
        host: held?.host || host
      },
      actor,
      now
    });
    const outcome = confirmed.ok ? 'confirmed' : confirmed.error.type;
    await settleProposedMatch(db, pair.id, outcome);
    accepted.push({ id: pair.id, outcome });
  }
  return accepted;
}

async function readTown(db: Db, now: Instant): Promise<MatchingTown> {
  const venues = await readVenues(db);
  const helpers = await readHelpers(db);
  const opened = await readOpened(db, now);
  const slots = halfDaySlots(helpers, [...venues.keys()], { now, days: DAYS_AHEAD }).map((slot) =>
    withoutTaken(slot, opened)
  );
  return { requests: await readWaiting(db), helpers, slots: [...opened, ...slots], venues, now };
}

/** What the desk opened and supporters took, as far ahead as is proposed. */
async function readOpened(db: Db, now: Instant): Promise<readonly HelpSlot[]> {
  const slots = await listSlots(db, now);
  return slots
    .filter(({ startsAt }) => startsAt < now + DAYS_AHEAD * DAY_MS)
    .map(({ takenBy, ...slot }) => ({
      ...slot,
      minutes: SLOT_MINUTES,
      supporterIds: takenBy,
      isTaken: true
    }));
}

/** Whoever took a place then is there, and not where they usually are. */
function withoutTaken(slot: HelpSlot, opened: readonly HelpSlot[]): HelpSlot {
  const taken = new Set(
    opened.filter((one) => isOverlapping(one, slot)).flatMap(({ supporterIds }) => supporterIds)
  );
  return { ...slot, supporterIds: slot.supporterIds.filter((id) => !taken.has(id)) };
}

async function readWaiting(db: Db): Promise<readonly WaitingRequest[]> {
  const rows = await db
    .selectFrom('help_request')
    .select(['id', 'topic', 'phone_family', 'venue_id', 'times', 'languages', 'created_at'])
    .where('state', '=', 'on-board')
    .execute();
  const offers = await db
    .selectFrom('offer')
    .select(['request_id', 'supporter_id'])
    .where('state', '=', 'open')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    topic: row.topic as Topic,
    phoneFamily: row.phone_family,
    venueId: row.venue_id,
    times: JSON.parse(row.times) as HelpTime[],
    createdAt: row.created_at,
    languages: JSON.parse(row.languages) as string[],
    places: [{ venueId: row.venue_id, metres: 0 }],
    offeredBy: offers
      .filter(({ request_id }) => request_id === row.id)
      .map(({ supporter_id }) => supporter_id),
    wishedSupporterId: null
  }));
}

async function readHelpers(db: Db): Promise<readonly Helper[]> {
  const rows = await db
    .selectFrom('supporter')
    .innerJoin('account', 'account.id', 'supporter.account_id')
    .selectAll('supporter')
    .where('supporter.state', '=', 'active')
    .where('account.suspended_at', 'is', null)
    .execute();
  const meetings = await db
    .selectFrom('help_match')
    .select(['supporter_id', 'starts_at', 'ends_at'])
    .where('state', '!=', 'cancelled')
    .execute();
  return rows.map((row) => ({
    ...supporterOf(row),
    mayHelp: true,
    meetings: meetings
      .filter(({ supporter_id }) => supporter_id === row.id)
      .map(({ starts_at, ends_at }) => ({ startsAt: starts_at, endsAt: ends_at }))
  }));
}

async function readVenues(db: Db): Promise<ReadonlyMap<string, OpeningHours>> {
  const venues = await db
    .selectFrom('venue')
    .select(['id', 'opens', 'closes', 'closed_weekdays'])
    .orderBy('id')
    .execute();
  const closures = await db.selectFrom('venue_closure').select(['venue_id', 'date']).execute();
  return new Map(
    venues.map(({ id, opens, closes, closed_weekdays }) => [
      id,
      {
        opens,
        closes,
        closedWeekdays: JSON.parse(closed_weekdays) as number[],
        closures: closures.filter(({ venue_id }) => venue_id === id).map(({ date }) => date)
      }
    ])
  );
}

/** @returns an empty text without one, which confirming refuses. */
async function findOfferId(db: Db, requestId: string, supporterId: string): Promise<string> {
  const offer = await db
    .selectFrom('offer')
    .select('id')
    .where('request_id', '=', requestId)
    .where('supporter_id', '=', supporterId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return offer?.id ?? '';
}
