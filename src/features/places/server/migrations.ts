import type { Kysely } from 'kysely';
import type { Migrations } from '#server/db/migrate.ts';

export const placesMigrations: Migrations = { '0003-places': { up: createPlaces } };

async function createPlaces(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('venue')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name_ja', 'text', (column) => column.notNull())
    .addColumn('name_en', 'text', (column) => column.notNull())
    .addColumn('kana', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('telephone', 'text', (column) => column.notNull())
    .addColumn('opens', 'text', (column) => column.notNull())
    .addColumn('closes', 'text', (column) => column.notNull())
    .addColumn('closed_weekdays', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('room')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('venue_id', 'text', (column) => column.notNull().references('venue.id'))
    .addColumn('name_ja', 'text', (column) => column.notNull())
    .addColumn('name_en', 'text', (column) => column.notNull())
    .addColumn('chairs', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('venue_closure')
    .addColumn('venue_id', 'text', (column) => column.notNull().references('venue.id'))
    .addColumn('date', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('venue_closure_key', ['venue_id', 'date'])
    .execute();
}
