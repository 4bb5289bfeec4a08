import type { Kysely } from 'kysely';
import type { Migrations } from '#server/db/migrate.ts';
import { createLotteries } from './lottery-tables.ts';

export const workshopsMigrations: Migrations = {
  '0004-workshops': {
    up: async (db) => {
      await createWorkshops(db);
      await createSignUps(db);
    }
  },
  '0040-lottery': { up: createLotteries }
};

async function createWorkshops(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('series')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title_ja', 'text', (column) => column.notNull())
    .addColumn('title_en', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('workshop')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title_ja', 'text', (column) => column.notNull())
    .addColumn('title_en', 'text', (column) => column.notNull())
    .addColumn('about_ja', 'text', (column) => column.notNull())
    .addColumn('about_en', 'text', (column) => column.notNull())
    .addColumn('bring_ja', 'text', (column) => column.notNull())
    .addColumn('bring_en', 'text', (column) => column.notNull())
    .addColumn('series_id', 'text', (column) => column.references('series.id'))
    .addColumn('venue_id', 'text', (column) => column.notNull().references('venue.id'))
    .addColumn('room_id', 'text', (column) => column.references('room.id'))
    .addColumn('seats', 'integer', (column) => column.notNull())
    .addColumn('room_chairs', 'integer', (column) => column.notNull())
    .addColumn('longest_line', 'integer', (column) => column.notNull())
    .addColumn('loan_phones', 'integer', (column) => column.notNull())
    .addColumn('selection', 'text', (column) => column.notNull())
    .addColumn('opens_at', 'bigint', (column) => column.notNull())
    .addColumn('closes_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('next_line_number', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('workshop_id', 'text', (column) => column.notNull().references('workshop.id'))
    .addColumn('starts_at', 'bigint', (column) => column.notNull())
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .addColumn('local_date', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('session_by_date').on('session').column('local_date').execute();
  await db.schema.createIndex('session_by_workshop').on('session').column('workshop_id').execute();
}

async function createSignUps(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sign_up')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('workshop_id', 'text', (column) => column.notNull().references('workshop.id'))
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('line_number', 'integer')
    .addColumn('receipt_number', 'text', (column) => column.notNull().unique())
    .addColumn('receipt_token', 'text', (column) => column.notNull().unique())
    .addColumn('key_hash', 'text', (column) => column.notNull().unique())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('phone_family', 'text', (column) => column.notNull())
    .addColumn('wants_loan_phone', 'integer', (column) => column.notNull())
    .addColumn('companions', 'integer', (column) => column.notNull())
    .addColumn('needs', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('cancelled_at', 'bigint')
    .addColumn('cancelled_by', 'text')
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .addUniqueConstraint('sign_up_line', ['workshop_id', 'line_number'])
    .execute();
  await db.schema
    .createIndex('sign_up_by_workshop')
    .on('sign_up')
    .columns(['workshop_id', 'status'])
    .execute();
  await db.schema.createIndex('sign_up_by_person').on('sign_up').column('person_id').execute();
  await db.schema.createIndex('sign_up_by_deletion').on('sign_up').column('delete_after').execute();
}
