import type { City } from '#city/city.ts';
import { proposeMatches } from '#features/board/domain/matching.ts';
import { findHeldSlot } from '#features/board/server/help-slots.ts';
import {
  findProposal,
  replaceProposal,
  settleProposedMatch
} from '#features/board/server/proposals.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { MINUTE_MS, localDateOf, localTimeOf, type Instant } from '#shared/time/instant.ts';
import { confirmMatch, type ConfirmError } from './confirm-match.ts';
import { readTown } from './matching-town.ts';
import { deleteAfter } from './retention.ts';

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
