import type { CancelCause, CancelReason, Meeting } from '#features/board/domain/meeting.ts';
import type { RequestState } from '#features/board/domain/request.ts';
import { reopenOffers } from '#features/board/server/matches.ts';
import { moveRequest } from '#features/board/server/requests.ts';
import { addNotice } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { tellAsker } from './help-desk.ts';
import { publishMatch } from './match-card.ts';

export type CancelMatch = {
  readonly matchId: string;
  readonly reason: CancelReason;
  readonly actor: string;
  readonly now: Instant;
};

/** Cancels a confirmed meeting; both sides get a notice, and the supporter's devices see it cancelled. */
export function cancelMatch(
  db: Db,
  cancelled: CancelMatch
): Promise<Result<{ readonly requestId: string }, { readonly type: 'not-found' }>> {
  const { matchId, reason, actor, now } = cancelled;
  return inTransaction(db, async (tx) => {
    const changes = new ScopeChanges();
    const requestId = await cancelConfirmed(tx, changes, cancelled);
    if (requestId === undefined) return err({ type: 'not-found' });
    await writeAudit(tx, [
      { at: now, actor, action: 'cancel', entity: 'help_match', entityId: matchId, why: reason }
    ]);
    await changes.flush(tx);
    return ok({ requestId });
  });
}

/** Where a request goes when its meeting is cancelled; after a suspension the desk looks at it anew. */
const REQUEST_AFTER = {
  person: 'withdrawn',
  supporter: 'on-board',
  place: 'on-board',
  suspended: 'received'
} as const satisfies Readonly<Record<Exclude<CancelCause, 'swapped' | 'undone'>, RequestState>>;

/**
 * Cancels a confirmed meeting inside a use case of its own, which writes the audit row and flushes the
 * changes. @returns the request's id; `undefined` when the meeting is not confirmed (any more)
 */
export async function cancelConfirmed(
  tx: Tx,
  changes: ScopeChanges,
  cancelled: Pick<CancelMatch, 'matchId' | 'now'> & {
    readonly reason: keyof typeof REQUEST_AFTER;
  }
): Promise<string | undefined> {
  const { matchId, reason } = cancelled;
  const match = await takeConfirmed(tx, matchId, reason);
  if (!match) return undefined;
  const isSupporters = reason === 'supporter' || reason === 'suspended';
  await moveRequest(tx, match.requestId, 'matched', { state: REQUEST_AFTER[reason] });
  await reopenOffers(tx, match.requestId, isSupporters ? 'withdrawn' : 'open');
  await tellBoth(tx, match, cancelled);
  await publishMatch(tx, changes, matchId);
  return match.requestId;
}

/** A meeting that stood until now. */
export type Confirmed = Pick<Meeting, 'startsAt' | 'endsAt' | 'host'> & {
  readonly requestId: string;
  readonly personId: string | null;
  readonly number: string;
  readonly supporterId: string;
  readonly accountId: string;
  readonly venueId: string;
  readonly confirmedBy: string;
  readonly deleteAfter: string;
};

/** Sets the meeting to cancelled and reads it; `undefined` when it is not confirmed (any more). */
export async function takeConfirmed(
  tx: Tx,
  matchId: string,
  reason: CancelCause
): Promise<Confirmed | undefined> {
  const { numUpdatedRows } = await tx
    .updateTable('help_match')
    .set({ state: 'cancelled', cancelled_because: reason })
    .where('id', '=', matchId)
    .where('state', '=', 'confirmed')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return undefined;
  return tx
    .selectFrom('help_match')
    .innerJoin('help_request', 'help_request.id', 'help_match.request_id')
    .innerJoin('supporter', 'supporter.id', 'help_match.supporter_id')
    .select([
      'help_request.id as requestId',
      'help_request.person_id as personId',
      'help_request.number',
      'supporter.id as supporterId',
      'supporter.account_id as accountId',
      'help_match.venue_id as venueId',
      'help_match.host',
      'help_match.confirmed_by as confirmedBy',
      'help_match.starts_at as startsAt',
      'help_match.ends_at as endsAt',
      'help_match.delete_after as deleteAfter'
    ])
    .where('help_match.id', '=', matchId)
    .executeTakeFirstOrThrow();
}

async function tellBoth(
  tx: Tx,
  match: Confirmed,
  { matchId, now }: Pick<CancelMatch, 'matchId' | 'now'>
): Promise<void> {
  const about = { matchId, startsAt: match.startsAt };
  const request = { id: match.requestId, personId: match.personId, number: match.number };
  await tellAsker(tx, request, 'match-cancelled', now, about);
  await tellReleased(tx, match, { matchId, now });
}

/** Tells the supporter that a meeting is no longer theirs. */
export async function tellReleased(
  tx: Tx,
  match: Confirmed,
  { matchId, now }: Pick<CancelMatch, 'matchId' | 'now'>
): Promise<void> {
  await addNotice(tx, {
    to: { accountId: match.accountId },
    way: 'mail',
    kind: 'match-cancelled-for-supporter',
    dedupeKey: `match-cancelled-for-supporter:${matchId}`,
    params: { matchId, startsAt: match.startsAt },
    contactStopped: false,
    now,
    deleteAfter: match.deleteAfter
  });
}
