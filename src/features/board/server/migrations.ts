import type { Kysely } from 'kysely';
import type { Migrations } from '#server/db/migrate.ts';
import { addDays, localDateOf } from '#shared/time/instant.ts';
import { newCardCode } from './card-code.ts';

export const boardMigrations: Migrations = {
  '0007-board': {
    up: async (db) => {
      await createSupportersAndRequests(db);
      await createMatches(db);
    }
  },
  '0020-help-details': {
    up: async (db) => {
      await db.schema.alterTable('help_request').addColumn('content_hash', 'text').execute();
      await db.schema.alterTable('help_request').addColumn('handed_to', 'text').execute();
      await db.schema.alterTable('supporter').addColumn('suspended_at', 'bigint').execute();
    }
  },
  '0100-match-proposals': { up: createProposals },
  '0120-supporter-limits': { up: addSupporterLimits },
  '0170-board-watch': { up: addWatch },
  '0171-help-slots': { up: createSlots },
  '0180-meeting-messages': { up: createMessages },
  '0181-board-settings': { up: createSettings },
  '0182-hand-over-reason': {
    up: (db) => db.schema.alterTable('help_request').addColumn('handed_because', 'text').execute()
  },
  '0190-help-of-person': { up: indexByPerson }
};

async function createMessages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meeting_message')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('match_id', 'text', (column) =>
      column.notNull().references('help_match.id').onDelete('cascade')
    )
    .addColumn('told_by', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('written_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('settled_by', 'text')
    .addColumn('settled_at', 'bigint')
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('meeting_message_by_match')
    .on('meeting_message')
    .column('match_id')
    .execute();
}

async function createSettings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('board_setting')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('is_on', 'integer', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
}

/** A pack of a session asks for the meetings of everybody on its roster. */
async function indexByPerson(db: Kysely<unknown>): Promise<void> {
  const index = (table: string, column: string) =>
    db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
  await index('help_request', 'person_id');
  await index('help_match', 'request_id');
}

async function createSlots(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('help_slot')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('venue_id', 'text', (column) => column.notNull().references('venue.id'))
    .addColumn('starts_at', 'bigint', (column) => column.notNull())
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('wanted', 'integer', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('slot_place')
    .addColumn('slot_id', 'text', (column) =>
      column.notNull().references('help_slot.id').onDelete('cascade')
    )
    .addColumn('supporter_id', 'text', (column) => column.notNull().references('supporter.id'))
    .addColumn('taken_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('slot_place_key', ['slot_id', 'supporter_id'])
    .execute();
}

/** What the desk looks at on the board: reports of trouble, texts that were stopped, odd patterns. */
async function addWatch(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('offer')
    .addColumn('withdrawals', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('help_match').addColumn('cancelled_because', 'text').execute();
  await db.schema
    .createTable('trouble_report')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('match_id', 'text', (column) =>
      column.notNull().references('help_match.id').onDelete('cascade')
    )
    .addColumn('told_by', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('written_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('settled_by', 'text')
    .addColumn('settled_at', 'bigint')
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('stopped_text')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('kinds', 'text', (column) => column.notNull())
    .addColumn('written_by', 'text', (column) => column.notNull())
    .addColumn('stopped_at', 'bigint', (column) => column.notNull())
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .execute();
}

/** Whoever helps already goes on: their year with the お約束 began on the day they were let in. */
async function addSupporterLimits(db: Kysely<unknown>): Promise<void> {
  const add = (table: string, name: string, type: 'text' | 'integer', value?: string | number) =>
    db.schema
      .alterTable(table)
      .addColumn(name, type, (column) =>
        value === undefined ? column : column.notNull().defaultTo(value)
      )
      .execute();
  await add('help_request', 'languages', 'text', '["ja"]');
  await add('supporter', 'languages', 'text', '["ja"]');
  await add('supporter', 'dates', 'text', '[]');
  await add('supporter', 'monthly_limit', 'integer', 4);
  await add('supporter', 'rest_reason', 'text');
  await add('supporter', 'promise_until', 'text');
  await add('supporter', 'card_code', 'text');

  const known = db as Kysely<{
    supporter: { id: string; created_at: number; promise_until: string; card_code: string };
  }>;
  for (const { id, created_at } of await known
    .selectFrom('supporter')
    .select(['id', 'created_at'])
    .execute()) {
    await known
      .updateTable('supporter')
      .set({ promise_until: addDays(localDateOf(created_at), 364), card_code: newCardCode() })
      .where('id', '=', id)
      .execute();
  }
  await db.schema
    .createIndex('supporter_by_card')
    .unique()
    .on('supporter')
    .column('card_code')
    .execute();
}

async function createSupportersAndRequests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('supporter')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().unique().references('account.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('phone_families', 'text', (column) => column.notNull())
    .addColumn('topics', 'text', (column) => column.notNull())
    .addColumn('venues', 'text', (column) => column.notNull())
    .addColumn('times', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('help_request')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('number', 'text', (column) => column.notNull().unique())
    .addColumn('person_id', 'text', (column) => column.references('person.id').onDelete('set null'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('phone_family', 'text', (column) => column.notNull())
    .addColumn('venue_id', 'text', (column) => column.notNull().references('venue.id'))
    .addColumn('times', 'text', (column) => column.notNull())
    .addColumn('needs', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('key_hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('local_date', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'bigint')
    .addColumn('seen_by', 'text')
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('help_request_by_state')
    .on('help_request')
    .columns(['state', 'created_at'])
    .execute();
}

async function createProposals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('match_proposal')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('left_open', 'text', (column) => column.notNull())
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('proposed_match')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('proposal_id', 'text', (column) =>
      column.notNull().references('match_proposal.id').onDelete('cascade')
    )
    .addColumn('request_id', 'text', (column) =>
      column.notNull().references('help_request.id').onDelete('cascade')
    )
    .addColumn('supporter_id', 'text', (column) => column.notNull().references('supporter.id'))
    .addColumn('venue_id', 'text', (column) => column.notNull().references('venue.id'))
    .addColumn('starts_at', 'bigint', (column) => column.notNull())
    .addColumn('minutes', 'integer', (column) => column.notNull())
    .addColumn('reasons', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addUniqueConstraint('proposed_once', ['proposal_id', 'request_id'])
    .execute();
}

async function createMatches(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('offer')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('request_id', 'text', (column) =>
      column.notNull().references('help_request.id').onDelete('cascade')
    )
    .addColumn('supporter_id', 'text', (column) => column.notNull().references('supporter.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('offer_once', ['request_id', 'supporter_id'])
    .execute();
  await db.schema
    .createTable('help_match')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('request_id', 'text', (column) =>
      column.notNull().references('help_request.id').onDelete('cascade')
    )
    .addColumn('supporter_id', 'text', (column) => column.notNull().references('supporter.id'))
    .addColumn('venue_id', 'text', (column) => column.notNull().references('venue.id'))
    .addColumn('starts_at', 'bigint', (column) => column.notNull())
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('confirmed_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('help_match_by_supporter')
    .on('help_match')
    .columns(['supporter_id', 'starts_at'])
    .execute();
}
