import { addNotice } from '#features/notices/server/notices.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { DAY_MS, type Instant } from '#shared/time/instant.ts';
import { logMissingKey } from './assistance.ts';

/** What is older than this is for the desk to ask about: nobody remembers it by the minute. */
const REMINDED_FOR_MS = 14 * DAY_MS;

/**
 * Reminds supporters of meetings that are over and have no record, each meeting once. The work looks at
 * dates, not at runs: an evening without a server is made good by the next.
 * @returns how many notices were added
 */
export function remindOfLogs(db: Db, now: Instant): Promise<number> {
  return inTransaction(db, async (tx) => {
    const rows = await tx
      .selectFrom('help_match')
      .innerJoin('supporter', 'supporter.id', 'help_match.supporter_id')
      .innerJoin('account', 'account.id', 'supporter.account_id')
      .selectAll('help_match')
      .select('supporter.account_id')
      .where('help_match.state', '=', 'confirmed')
      .where('help_match.ends_at', '<=', now)
      .where('help_match.ends_at', '>', now - REMINDED_FOR_MS)
      .where('supporter.state', '!=', 'suspended')
      .where('account.suspended_at', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(selectFrom('assistance').select('id').whereRef('match_id', '=', 'help_match.id'))
        )
      )
      .orderBy('help_match.id')
      .execute();
    const keys = rows.map(({ id }) => logMissingKey(id));
    const known = await tx
      .selectFrom('notice')
      .select('dedupe_key')
      .where('dedupe_key', 'in', ['', ...keys])
      .execute();
    const isKnown = new Set(known.map(({ dedupe_key }) => dedupe_key));
    const due = rows.filter(({ id }) => !isKnown.has(logMissingKey(id)));
    for (const match of due) {
      await addNotice(tx, {
        to: { accountId: match.account_id },
        way: 'mail',
        kind: 'log-missing',
        dedupeKey: logMissingKey(match.id),
        params: { matchId: match.id, venueId: match.venue_id, startsAt: match.starts_at },
        contactStopped: false,
        now,
        deleteAfter: match.delete_after
      });
    }
    return due.length;
  });
}
