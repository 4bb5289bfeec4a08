import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { MINUTE_MS, type Instant, type LocalDate } from '#shared/time/instant.ts';
import type { MatchProposal, MatchReason, OpenReason } from '../domain/matching.ts';
import type { ProposedMatchRow } from './tables.ts';

/** A pair as the desk decides about it. */
export type ProposedPair = Omit<ProposedMatchRow, 'reasons'> & {
  readonly reasons: readonly MatchReason[];
};

export type StoredProposal = {
  readonly id: string;
  readonly madeAt: Instant;
  readonly pairs: readonly ProposedPair[];
  readonly open: readonly { readonly requestId: string; readonly why: OpenReason }[];
};

/** Takes the place of the proposal before it: what was confirmed of that is a match of its own. */
export async function replaceProposal(
  tx: Tx,
  proposal: MatchProposal,
  made: { readonly by: string; readonly at: Instant; readonly deleteAfter: LocalDate }
): Promise<string> {
  await tx.deleteFrom('proposed_match').execute();
  await tx.deleteFrom('match_proposal').execute();
  const id = newId();
  await tx
    .insertInto('match_proposal')
    .values({
      id,
      made_at: made.at,
      made_by: made.by,
      left_open: JSON.stringify(proposal.open),
      delete_after: made.deleteAfter
    })
    .execute();
  for (const match of proposal.matches) {
    await tx
      .insertInto('proposed_match')
      .values({
        id: newId(),
        proposal_id: id,
        request_id: match.requestId,
        supporter_id: match.supporterId,
        venue_id: match.venueId,
        starts_at: match.startsAt,
        minutes: (match.endsAt - match.startsAt) / MINUTE_MS,
        reasons: JSON.stringify(match.reasons),
        outcome: null
      })
      .execute();
  }
  return id;
}

/** @returns `undefined` while nothing was proposed; pairs by time. */
export async function findProposal(db: Db): Promise<StoredProposal | undefined> {
  const row = await db
    .selectFrom('match_proposal')
    .selectAll()
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!row) return undefined;
  const pairs = await db
    .selectFrom('proposed_match')
    .selectAll()
    .where('proposal_id', '=', row.id)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  return {
    id: row.id,
    madeAt: row.made_at,
    pairs: pairs.map((pair) => ({ ...pair, reasons: JSON.parse(pair.reasons) as MatchReason[] })),
    open: JSON.parse(row.left_open) as StoredProposal['open']
  };
}

/** Notes what came of a pair; one that was confirmed stays that. */
export async function settleProposedMatch(db: Db, id: string, outcome: string): Promise<void> {
  await db
    .updateTable('proposed_match')
    .set({ outcome })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '!=', 'confirmed')]))
    .execute();
}
