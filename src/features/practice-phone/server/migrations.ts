import type { Kysely } from 'kysely';
import type { Migrations } from '#server/db/migrate.ts';

export const practicePhoneMigrations: Migrations = {
  '0022-city-drills': { up: createCityDrills }
};

async function createCityDrills(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('city_drill')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('shown', 'integer', (column) => column.notNull())
    .addColumn('written_by', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('written_at', 'bigint', (column) => column.notNull())
    .execute();
}
