import type { City } from '#city/city.ts';
import {
  decideMeeting,
  isOverlapping,
  type Meeting,
  type MeetingError,
  type Proposal
} from '#features/board/domain/meeting.ts';
import { whyNotFit, type Misfit } from '#features/board/domain/replacement.ts';
import { findHeldSlot, listSlots } from '#features/board/server/help-slots.ts';
import { isFree } from '#features/board/server/matches.ts';
import { acceptInstead } from '#features/board/server/offers.ts';
import { moveRequest } from '#features/board/server/requests.ts';
import { lockSupporter, type Supporter } from '#features/board/server/supporters.ts';
import { withdrawNotices } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { takeConfirmed, tellReleased, type Confirmed } from './cancel-match.ts';
import { addConfirmed, tellSupporter, type AddedMeeting } from './confirm-match.ts';
import { tellAsker } from './help-desk.ts';
import { publishMatch } from './match-card.ts';
import { readHelpers, readWaiting } from './matching-town.ts';
import { readOpeningHours } from './opening-hours.ts';

export type SwapMatch = {
  /** The confirmed meeting that another takes the place of. */
  readonly matchId: string;
  /** Who helps from now on; the same one when only place or time change. */
  readonly supporterId: string;
  readonly venueId: string;
  readonly proposal: Proposal;
  /** The supporter said yes to this very meeting, to the desk. */
  readonly hasAgreed: boolean;
  readonly actor: string;
  readonly now: Instant;
};

export type SwapError =
  | MeetingError
  | {
      readonly type:
        'not-now' | 'venue-unknown' | 'supporter-gone' | 'unchanged' | `misfit-${Misfit}`;
    };

/**
 * Sets another supporter, another time or both in the place of a confirmed meeting. Every rule of the
 * matching holds again; what stood before stays in the history as swapped. The person, whoever helps now
 * and whoever helped before are told, in the same transaction.
 */
export function swapMatch(
  db: Db,
  city: City,
  swap: SwapMatch
): Promise<Result<{ readonly requestId: string; readonly matchId: string }, SwapError>> {
  return inTransaction(db, async (tx) => {
    // The supporter's row first, as a suspension takes it: one is wholly before the other.
    const supporter = await lockSupporter(tx, swap.supporterId);
    if (supporter?.state !== 'active') return err({ type: 'supporter-gone' });
    const before = await takeConfirmed(tx, swap.matchId, 'swapped');
    if (!before || before.startsAt <= swap.now) return err({ type: 'not-now' });
    const hours = await readOpeningHours(tx, swap.venueId);
    if (!hours) return err({ type: 'venue-unknown' });
    const decided = decideMeeting(swap.proposal, hours, swap.now);
    if (!decided.ok) return decided;
    const meeting = { ...decided.value, venueId: swap.venueId };
    if (before.supporterId === supporter.id && isSame(before, meeting, 'host')) {
      return err({ type: 'unchanged' });
    }
    if (!(await moveRequest(tx, before.requestId, 'matched', { state: 'matched' }))) {
      return err({ type: 'not-now' });
    }
    const refused = await findMisfit(tx, swap, { before, supporter, meeting });
    if (refused) return err(refused);

    const { requestId } = before;
    await acceptInstead(tx, { requestId, supporterId: supporter.id, now: swap.now });
    const set = { requestId, supporterId: supporter.id, venueId: swap.venueId, meeting };
    const added = await addConfirmed(tx, city, set, swap);
    await tellAll(tx, swap, { before, supporter, added, meeting });
    await publish(tx, swap, added.about.matchId);
    return ok({ requestId, matchId: added.about.matchId });
  });
}

type Set = Meeting & { readonly venueId: string };
type Parts = {
  readonly before: Confirmed;
  readonly supporter: Supporter;
  readonly meeting: Set;
};

async function findMisfit(
  tx: Tx,
  { hasAgreed, now }: SwapMatch,
  { before, supporter, meeting }: Parts
): Promise<Exclude<SwapError, MeetingError> | undefined> {
  const offers = ['open', 'declined', 'accepted'] as const;
  const [request] = await readWaiting(tx, { state: 'matched', offers, id: before.requestId });
  const helper = (await readHelpers(tx)).find(({ id }) => id === supporter.id);
  if (!request || !helper) return { type: 'supporter-gone' };
  const { venueId, startsAt, endsAt } = meeting;
  const held = await findHeldSlot(tx, { supporterId: supporter.id, venueId, startsAt, endsAt });
  const isSameTime = isSame(before, meeting);
  const misfit = whyNotFit({
    ...{ request, helper, meeting, isSameTime },
    // Who keeps the meeting as it is agreed to it before.
    hasAgreed: hasAgreed || (isSameTime && before.supporterId === supporter.id),
    isHeld: held !== undefined
  });
  if (misfit) return { type: `misfit-${misfit}` };
  const isElsewhere =
    held === undefined &&
    (await listSlots(tx, now)).some(
      (slot) => slot.takenBy.includes(supporter.id) && isOverlapping(slot, meeting)
    );
  if (isElsewhere || !(await isFree(tx, supporter.id, meeting))) return { type: 'misfit-busy' };
  return undefined;
}

/** The same place and time; with `host` the same person of the place too. */
function isSame(before: Confirmed, meeting: Set, what?: 'host'): boolean {
  return (
    before.venueId === meeting.venueId &&
    before.startsAt === meeting.startsAt &&
    before.endsAt === meeting.endsAt &&
    (what === undefined || before.host === meeting.host)
  );
}

/** Whoever was not told of the meeting before hears of the new one only, as if it were the first. */
async function tellAll(
  tx: Tx,
  { matchId, now }: SwapMatch,
  { before, supporter, added, meeting }: Parts & { readonly added: AddedMeeting }
): Promise<void> {
  const request = { id: before.requestId, personId: before.personId, number: before.number };
  const wasUntold = (await withdrawNotices(tx, [`help-matched:${matchId}`])) > 0;
  await withdrawNotices(tx, [`match-changed:${matchId}`, `match-other-supporter:${matchId}`]);
  const changed = isSame(before, meeting, 'host') ? 'match-other-supporter' : 'match-changed';
  await tellAsker(tx, request, wasUntold ? 'help-matched' : changed, now, added.about);

  await withdrawNotices(tx, [
    `match-for-supporter:${matchId}`,
    `match-changed-for-supporter:${matchId}`
  ]);
  const isSameSupporter = before.supporterId === supporter.id;
  if (!isSameSupporter) await tellReleased(tx, before, { matchId, now });
  const kind = isSameSupporter ? 'match-changed-for-supporter' : 'match-for-supporter';
  await tellSupporter(tx, supporter.accountId, kind, added, now);
}

/** The phones of both supporters show how it stands; the scopes' versions come last. */
async function publish(
  tx: Tx,
  { matchId, actor, now }: SwapMatch,
  newMatchId: string
): Promise<void> {
  const entity = 'help_match';
  await writeAudit(tx, [
    { at: now, actor, action: 'swap', entity, entityId: matchId, why: 'help' },
    { at: now, actor, action: 'confirm', entity, entityId: newMatchId, why: 'swap' }
  ]);
  const changes = new ScopeChanges();
  await publishMatch(tx, changes, matchId);
  await publishMatch(tx, changes, newMatchId);
  await changes.flush(tx);
}
