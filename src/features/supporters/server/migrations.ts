import type { Kysely } from 'kysely';
import type { Migrations } from '#server/db/migrate.ts';
import './tables.ts';

export const supportersMigrations: Migrations = {
  '0121-supporter-files': {
    up: async (db: Kysely<unknown>) => {
      await createFiles(db);
      await createSuspensions(db);
      await createPromises(db);
      await createInsurance(db);
    }
  }
};

/** The first wording; the city changes it at the desk. */
const FIRST_JA = [
  '暗証番号・パスワードは、ご本人が入れます。見ません、聞きません、書きません。',
  'お金のやりとり、買い物、契約の代わりはしません。',
  'ご本人のスマホは、ご本人の手で操作します。',
  '連絡先を交換しません。会うのは決められた場所だけです。',
  '分からない時は「職員に聞きます」。',
  '聞いたことは話しません。',
  '勧誘・販売・政治・宗教の話はしません。お礼も受け取りません。'
];
const FIRST_EN = [
  'PINs and passwords are entered by the person. We do not look, ask or write them down.',
  'We do not handle money, purchases or contracts.',
  'The phone stays in the person’s own hands.',
  'We exchange no addresses. We meet only at the agreed places.',
  'When unsure: “I will ask the staff.”',
  'What we hear we do not tell.',
  'We do not recruit, sell, or speak for politics or religion. We take no thanks in kind.'
];

async function createFiles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('supporter_file')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('number', 'text', (column) => column.notNull().unique())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('certificate', 'text', (column) => column.notNull())
    .addColumn('phone_families', 'text', (column) => column.notNull())
    .addColumn('topics', 'text', (column) => column.notNull())
    .addColumn('languages', 'text', (column) => column.notNull())
    .addColumn('venues', 'text', (column) => column.notNull())
    .addColumn('times', 'text', (column) => column.notNull())
    .addColumn('monthly_limit', 'integer', (column) => column.notNull())
    .addColumn('certificate_seen_on', 'text')
    .addColumn('certificate_seen_by', 'text')
    .addColumn('identity_seen_on', 'text')
    .addColumn('identity_seen_by', 'text')
    .addColumn('invitation_hash', 'text', (column) => column.unique())
    .addColumn('supporter_id', 'text', (column) => column.unique().references('supporter.id'))
    .addColumn('key_hash', 'text', (column) => column.notNull().unique())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('supporter_approval')
    .addColumn('file_id', 'text', (column) =>
      column.notNull().references('supporter_file.id').onDelete('cascade')
    )
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('supporter_approval_key', ['file_id', 'account_id'])
    .execute();
}

async function createSuspensions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('supporter_suspension')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('supporter_id', 'text', (column) => column.notNull().references('supporter.id'))
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('begins_at', 'bigint', (column) => column.notNull())
    .addColumn('ends_at', 'bigint')
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('supporter_suspension_by_supporter')
    .on('supporter_suspension')
    .column('supporter_id')
    .execute();
}

async function createPromises(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('promise_text')
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('ja', 'text', (column) => column.notNull())
    .addColumn('en', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .execute();
  await (db as Kysely<{ promise_text: Record<string, string | number> }>)
    .insertInto('promise_text')
    .values({
      version: 1,
      ja: FIRST_JA.join('\n'),
      en: FIRST_EN.join('\n'),
      made_at: 0,
      made_by: 'system'
    })
    .execute();
  await db.schema
    .createTable('promise_agreement')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('supporter_id', 'text', (column) => column.notNull().references('supporter.id'))
    .addColumn('version', 'integer', (column) =>
      column.notNull().references('promise_text.version')
    )
    .addColumn('agreed_on', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('written_by', 'text', (column) => column.notNull())
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .addUniqueConstraint('promise_agreed_once', ['supporter_id', 'version', 'agreed_on'])
    .execute();
}

async function createInsurance(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('session_insurance')
    .addColumn('session_id', 'text', (column) =>
      column.notNull().references('session.id').onDelete('cascade')
    )
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('noted_by', 'text', (column) => column.notNull())
    .addColumn('noted_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('session_insurance_key', ['session_id', 'account_id'])
    .execute();
}
