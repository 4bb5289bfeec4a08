import type { Db } from '#server/db/database.ts';
import { DAY_MS, type Instant } from '#shared/time/instant.ts';

/** A meeting of one's own, to say which one a report is about. */
export type OwnMeeting = {
  readonly id: string;
  readonly startsAt: Instant;
  readonly venue: { readonly ja: string; readonly en: string };
};

const SHOWN_AFTER_MS = 60 * DAY_MS;
const LONGEST_LIST = 20;

/** Those of the last two months and those to come, the latest first; cancelled ones too. */
export async function listOwnMeetings(
  db: Db,
  supporterId: string,
  now: Instant
): Promise<readonly OwnMeeting[]> {
  const rows = await db
    .selectFrom('help_match')
    .innerJoin('venue', 'venue.id', 'help_match.venue_id')
    .select(['help_match.id', 'help_match.starts_at', 'venue.name_ja', 'venue.name_en'])
    .where('help_match.supporter_id', '=', supporterId)
    .where('help_match.starts_at', '>=', now - SHOWN_AFTER_MS)
    .orderBy('help_match.starts_at', 'desc')
    .limit(LONGEST_LIST)
    .execute();
  return rows.map(({ id, starts_at, name_ja, name_en }) => ({
    id,
    startsAt: starts_at,
    venue: { ja: name_ja, en: name_en }
  }));
}
