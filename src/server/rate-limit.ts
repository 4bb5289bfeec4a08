import { sql } from 'kysely';
import type { Instant } from '#shared/time/instant.ts';
import type { Db } from './db/database.ts';
import type { Migrations } from './db/migrate.ts';
import { inTransaction, type Tx } from './db/transaction.ts';

declare module '#server/db/tables.ts' {
  interface Tables {
    rate_limit: { key: string; window_started_at: Instant; count: number };
  }
}

export const rateLimitMigrations: Migrations = {
  '0001-rate-limit': {
    up: async (db) => {
      await db.schema
        .createTable('rate_limit')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('window_started_at', 'bigint', (column) => column.notNull())
        .addColumn('count', 'integer', (column) => column.notNull())
        .execute();
    }
  }
};

/** At most `times` in `withinMs`, counted per key (a receipt, an account, a device, an address). */
export type Limit = { readonly times: number; readonly withinMs: number };

/**
 * Counts one attempt and tells whether it is still allowed. The window begins with the first attempt
 * and is not lengthened by later ones, so a person who waits is always let in again.
 */
export function takeAttempt(db: Db, key: string, limit: Limit, now: Instant): Promise<boolean> {
  return inTransaction(db, (tx) => countAttempt(tx, key, limit, now));
}

/** The same inside a transaction of the caller's: an attempt that is refused there is not counted. */
export async function countAttempt(
  tx: Tx,
  key: string,
  limit: Limit,
  now: Instant
): Promise<boolean> {
  const windowOver = sql<boolean>`rate_limit.window_started_at <= ${now - limit.withinMs}`;
  const { count } = await tx
    .insertInto('rate_limit')
    .values({ key, window_started_at: now, count: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql`case when ${windowOver} then 1 else rate_limit.count + 1 end`,
        window_started_at: sql`case when ${windowOver} then ${now} else rate_limit.window_started_at end`
      })
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  return count <= limit.times;
}

/** Forgets the attempts of a key, after one that was right. */
export async function clearAttempts(db: Db, key: string): Promise<void> {
  await db.deleteFrom('rate_limit').where('key', '=', key).execute();
}

/** Drops windows that began before `before`; the nightly job calls it. */
export async function forgetOldAttempts(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('rate_limit').where('window_started_at', '<', before).execute();
}
