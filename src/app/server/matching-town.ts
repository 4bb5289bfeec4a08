import type { OfferState } from '#features/board/domain/board.ts';
import type { WaitingRequest } from '#features/board/domain/fit.ts';
import { halfDaySlots } from '#features/board/domain/half-day-slots.ts';
import type { Helper, HelpSlot } from '#features/board/domain/help-slot.ts';
import type { MatchingTown } from '#features/board/domain/matching.ts';
import { isOverlapping, type OpeningHours } from '#features/board/domain/meeting.ts';
import { SLOT_MINUTES } from '#features/board/domain/opened-slot.ts';
import type { HelpTime, RequestState, Topic } from '#features/board/domain/request.ts';
import { listSlots } from '#features/board/server/help-slots.ts';
import { supporterOf } from '#features/board/server/supporters.ts';
import type { Db } from '#server/db/database.ts';
import { DAY_MS, type Instant } from '#shared/time/instant.ts';

/** Four weeks: further ahead people do not know yet. */
const DAYS_AHEAD = 28;

/** The requests on the board, who may help, the times at which it is possible, and the places. */
export async function readTown(db: Db, now: Instant): Promise<MatchingTown> {
  const venues = await readVenues(db);
  const helpers = await readHelpers(db);
  const opened = await readOpened(db, now);
  const slots = halfDaySlots(helpers, [...venues.keys()], { now, days: DAYS_AHEAD }).map((slot) =>
    withoutTaken(slot, opened)
  );
  const requests = await readWaiting(db, { state: 'on-board', offers: ['open'] });
  return { requests, helpers, slots: [...opened, ...slots], venues, now };
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

/** Requests as the matching needs them; whose offer is in one of these states stands behind them. */
export async function readWaiting(
  db: Db,
  choice: {
    readonly state: RequestState;
    readonly offers: readonly OfferState[];
    readonly id?: string;
  }
): Promise<readonly WaitingRequest[]> {
  const rows = await db
    .selectFrom('help_request')
    .select(['id', 'topic', 'phone_family', 'venue_id', 'times', 'languages', 'created_at'])
    .where('state', '=', choice.state)
    .$if(choice.id !== undefined, (query) => query.where('id', '=', choice.id ?? ''))
    .execute();
  const offers = await db
    .selectFrom('offer')
    .select(['request_id', 'supporter_id'])
    .where('state', 'in', [...choice.offers])
    .$if(choice.id !== undefined, (query) => query.where('request_id', '=', choice.id ?? ''))
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

/** Those who may help, with the meetings they have. */
export async function readHelpers(db: Db): Promise<readonly Helper[]> {
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
