import type { MatchCard } from '#features/board/domain/meeting.ts';
import type { Topic } from '#features/board/domain/request.ts';
import { supporterScope } from '#features/sync/domain/operation.ts';
import type { RowChanges } from '#features/sync/domain/stored-operation.ts';
import type { Tx } from '#server/db/transaction.ts';

/** The kind of row under which a supporter's devices hold their meetings. */
export const MATCH_ROW = 'match';

/** Tells the supporter's own devices how a meeting stands now; flush the changes last. */
export async function publishMatch(tx: Tx, changes: RowChanges, matchId: string): Promise<void> {
  const row = await tx
    .selectFrom('help_match')
    .innerJoin('help_request', 'help_request.id', 'help_match.request_id')
    .innerJoin('venue', 'venue.id', 'help_match.venue_id')
    .select([
      'help_match.supporter_id',
      'help_match.starts_at',
      'help_match.ends_at',
      'help_match.host',
      'help_match.state',
      'help_request.topic',
      'help_request.phone_family',
      'venue.name_ja',
      'venue.name_en',
      'venue.address'
    ])
    .where('help_match.id', '=', matchId)
    .executeTakeFirstOrThrow();
  const card: MatchCard = {
    matchId,
    topic: row.topic as Topic,
    phoneFamily: row.phone_family,
    venue: { ja: row.name_ja, en: row.name_en },
    address: row.address,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    host: row.host,
    state: row.state
  };
  changes.put(supporterScope(row.supporter_id), MATCH_ROW, matchId, card);
}
