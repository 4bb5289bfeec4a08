import { sql, type ColumnDefinitionBuilder, type Kysely } from 'kysely';
import { engineOf } from '#server/db/database.ts';
import type { Migrations } from '#server/db/migrate.ts';
import './tables.ts';

export const peopleMigrations: Migrations = {
  '0002-people': { up: createPeople },
  '0061-kana-order': { up: orderKanaByLetters },
  '0062-two-people': { up: createTwoPeople },
  '0092-partners': { up: createPartnerAccess }
};

async function createPartnerAccess(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('partner_access')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('workshop_id', 'text', (column) => column.notNull().references('workshop.id'))
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) =>
      column.references('account.id').onDelete('cascade')
    )
    .addColumn('token_hash', 'text', (column) => column.unique())
    .addColumn('days_before', 'integer', (column) => column.notNull())
    .addColumn('days_after', 'integer', (column) => column.notNull())
    .addColumn('given_by', 'text', (column) => column.notNull())
    .addColumn('given_at', 'bigint', (column) => column.notNull())
    .addColumn('revoked_at', 'bigint')
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .execute();
  for (const column of ['account_id', 'workshop_id']) {
    await db.schema
      .createIndex(`partner_access_by_${column}`)
      .on('partner_access')
      .column(column)
      .execute();
  }
}

/**
 * Compares `kana_key` letter by letter on PostgreSQL, as SQLite does, whatever language the server was
 * set up in: only then does one index answer 「begins with」.
 */
async function orderKanaByLetters(db: Kysely<unknown>): Promise<void> {
  if (engineOf(db) === 'sqlite') return;
  await sql`alter table person alter column kana_key type text collate "C"`.execute(db);
}

async function createTwoPeople(db: Kysely<unknown>): Promise<void> {
  const person = (column: ColumnDefinitionBuilder) =>
    column.notNull().references('person.id').onDelete('cascade');
  await db.schema
    .createTable('two_people')
    .addColumn('first_id', 'text', person)
    .addColumn('second_id', 'text', person)
    .addPrimaryKeyConstraint('two_people_key', ['first_id', 'second_id'])
    .execute();
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await createPerson(db);
  await createAccounts(db);
  await createAudit(db);
}

async function createPerson(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kana', 'text', (column) => column.notNull())
    .addColumn('kana_key', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('phone', 'text')
    .addColumn('town', 'text')
    .addColumn('age_band', 'text', (column) => column.notNull())
    .addColumn('phone_family', 'text', (column) => column.notNull())
    .addColumn('way', 'text', (column) => column.notNull())
    .addColumn('contact_stopped_at', 'bigint')
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('person_by_kana').on('person').column('kana_key').execute();
  await db.schema.createIndex('person_by_phone').on('person').column('phone').execute();
  await db.schema.createIndex('person_by_deletion').on('person').column('delete_after').execute();
}

async function createAccounts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('login', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('suspended_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('account_role')
    .addColumn('account_id', 'text', (column) =>
      column.notNull().references('account.id').onDelete('cascade')
    )
    .addColumn('role', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('account_role_key', ['account_id', 'role'])
    .execute();
  await db.schema
    .createTable('auth_session')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) =>
      column.notNull().references('account.id').onDelete('cascade')
    )
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
    .addColumn('revoked_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('auth_session_by_account')
    .on('auth_session')
    .column('account_id')
    .execute();
  await db.schema
    .createTable('invitation')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('roles', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .execute();
}

async function createAudit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('seq', 'bigint', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('entity', 'text', (column) => column.notNull())
    .addColumn('entity_id', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('previous_hash', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('audit_by_entity')
    .on('audit')
    .columns(['entity', 'entity_id'])
    .execute();
  await db.schema
    .createTable('audit_head')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await (db as Kysely<{ audit_head: { id: number; seq: number; hash: string } }>)
    .insertInto('audit_head')
    .values({ id: 1, seq: 0, hash: '' })
    .execute();
}
