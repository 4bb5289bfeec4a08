import type { Kysely } from 'kysely';
import type { Tables } from '#server/db/tables.ts';
import { newSeed } from './lottery.ts';
import './tables.ts';

/** A workshop that was planned as a lottery before there were any is given one, without preferences. */
export async function createLotteries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('lottery')
    .addColumn('workshop_id', 'text', (column) => column.primaryKey().references('workshop.id'))
    .addColumn('seed', 'text', (column) => column.notNull())
    .addColumn('commitment', 'text', (column) => column.notNull())
    .addColumn('rules', 'text', (column) => column.notNull())
    .addColumn('draws_at', 'bigint', (column) => column.notNull())
    .addColumn('record', 'text')
    .addColumn('drawn_at', 'bigint')
    .addColumn('drawn_by', 'text')
    .execute();
  await db.schema
    .createTable('lottery_override')
    .addColumn('sign_up_id', 'text', (column) =>
      column.primaryKey().references('sign_up.id').onDelete('cascade')
    )
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.alterTable('sign_up').addColumn('lives_here', 'integer').execute();

  const planned = db as Kysely<Pick<Tables, 'workshop' | 'lottery'>>;
  const lotteries = await planned
    .selectFrom('workshop')
    .select(['id', 'closes_at'])
    .where('selection', '=', 'lottery')
    .execute();
  for (const { id, closes_at } of lotteries) {
    await planned
      .insertInto('lottery')
      .values({
        workshop_id: id,
        ...newSeed(),
        rules: JSON.stringify({ priorities: {} }),
        draws_at: closes_at,
        record: null,
        drawn_at: null,
        drawn_by: null
      })
      .execute();
  }
}
