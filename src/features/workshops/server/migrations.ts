import { sql, type ColumnDefinitionBuilder, type Kysely } from 'kysely';
import type { Migrations } from '#server/db/migrate.ts';
import { createLotteries } from './lottery-tables.ts';

export const workshopsMigrations: Migrations = {
  '0004-workshops': {
    up: async (db) => {
      await createWorkshops(db);
      await createSignUps(db);
    }
  },
  '0030-planning': { up: addPlanning },
  '0040-lottery': { up: createLotteries },
  '0050-seat-offers': { up: createSeatOffers },
  '0051-session-changes': { up: createSessionChanges },
  '0060-who-entered': { up: addHelperAndClerk },
  '0070-mail-address': { up: addMailAddress },
  '0080-sign-up-changes': { up: createSignUpChanges },
  '0090-divided-seats': { up: addDividedSeats },
  '0093-old-room': { up: addOldRoom },
  '0110-standings': { up: indexStandings }
};

/** Seats are counted for every application: an index that holds all that is counted answers at once. */
async function indexStandings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('sign_up_by_standing')
    .on('sign_up')
    .columns(['workshop_id', 'status', 'phone_family', 'is_behind', 'companions'])
    .execute();
}

/** Until now a change left the room as it was. */
async function addOldRoom(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('session_change').addColumn('old_room_id', 'text').execute();
  await sql`update session_change set old_room_id = (
    select workshop.room_id from session join workshop on workshop.id = session.workshop_id
    where session.id = session_change.session_id)`.execute(db);
}

async function addDividedSeats(db: Kysely<unknown>): Promise<void> {
  const none = (column: ColumnDefinitionBuilder) => column.notNull().defaultTo(0);
  await db.schema.alterTable('workshop').addColumn('divides_by_phone', 'integer', none).execute();
  await db.schema.alterTable('workshop').addColumn('seats_per_year', 'integer').execute();
  await db.schema.alterTable('sign_up').addColumn('is_behind', 'integer', none).execute();
  await db.schema.alterTable('sign_up').addColumn('let_in_reason', 'text').execute();
}

async function addHelperAndClerk(db: Kysely<unknown>): Promise<void> {
  for (const column of ['helper_name', 'helper_relation', 'entered_by']) {
    await db.schema.alterTable('sign_up').addColumn(column, 'text').execute();
  }
}

async function addMailAddress(db: Kysely<unknown>): Promise<void> {
  for (const column of ['mail_address', 'mail_language']) {
    await db.schema.alterTable('sign_up').addColumn(column, 'text').execute();
  }
}

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

async function createSeatOffers(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sign_up').addColumn('cancelled_from', 'text').execute();
  await db.schema
    .createTable('seat_offer')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('workshop_id', 'text', (column) => column.notNull().references('workshop.id'))
    .addColumn('sign_up_id', 'text', (column) =>
      column.notNull().references('sign_up.id').onDelete('cascade')
    )
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('answer_by', 'bigint', (column) => column.notNull())
    .addColumn('answered_at', 'bigint')
    .addColumn('answered_by', 'text')
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('seat_offer_by_workshop')
    .on('seat_offer')
    .columns(['workshop_id', 'state'])
    .execute();
  await db.schema
    .createIndex('seat_offer_by_sign_up')
    .on('seat_offer')
    .column('sign_up_id')
    .execute();
}

async function createSessionChanges(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('session_change')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.notNull().references('session.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('reason_ja', 'text', (column) => column.notNull())
    .addColumn('reason_en', 'text', (column) => column.notNull())
    .addColumn('old_starts_at', 'bigint', (column) => column.notNull())
    .addColumn('old_ends_at', 'bigint', (column) => column.notNull())
    .addColumn('old_venue_id', 'text', (column) => column.notNull())
    .addColumn('key_hash', 'text', (column) => column.notNull().unique())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('session_change_by_session')
    .on('session_change')
    .column('session_id')
    .execute();
  await db.schema
    .createTable('session_supporter')
    .addColumn('session_id', 'text', (column) => column.notNull().references('session.id'))
    .addColumn('account_id', 'text', (column) =>
      column.notNull().references('account.id').onDelete('cascade')
    )
    .addPrimaryKeyConstraint('session_supporter_key', ['session_id', 'account_id'])
    .execute();
}

async function addPlanning(db: Kysely<unknown>): Promise<void> {
  const texts = { host: 'city', host_name: '', lecturers: '', phone_quotas: '{}' };
  for (const [name, value] of Object.entries(texts)) {
    await db.schema
      .alterTable('workshop')
      .addColumn(name, 'text', (column) => column.notNull().defaultTo(value))
      .execute();
  }
  const numbers = { people_per_supporter: 3, supporters: 0, extra_seats: 3 };
  for (const [name, value] of Object.entries(numbers)) {
    await db.schema
      .alterTable('workshop')
      .addColumn(name, 'integer', (column) => column.notNull().defaultTo(value))
      .execute();
  }
  await db.schema.alterTable('workshop').addColumn('published_at', 'bigint').execute();
  await sql`update workshop set published_at = created_at where state <> 'draft'`.execute(db);
  await db.schema
    .alterTable('series')
    .addColumn('record', 'text', (column) => column.notNull().defaultTo('{}'))
    .execute();
  await db.schema.createIndex('workshop_by_series').on('workshop').column('series_id').execute();
}

async function createSignUpChanges(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sign_up_change')
    .addColumn('key_hash', 'text', (column) => column.primaryKey())
    .addColumn('sign_up_id', 'text', (column) =>
      column.notNull().references('sign_up.id').onDelete('cascade')
    )
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('sign_up_change_by_sign_up')
    .on('sign_up_change')
    .column('sign_up_id')
    .execute();
}
