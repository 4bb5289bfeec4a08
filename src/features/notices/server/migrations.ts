import type { Migrations } from '#server/db/migrate.ts';

export const noticesMigrations: Migrations = {
  '0008-notices': {
    up: async (db) => {
      await db.schema
        .createTable('notice')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('person_id', 'text', (column) =>
          column.references('person.id').onDelete('cascade')
        )
        .addColumn('account_id', 'text', (column) =>
          column.references('account.id').onDelete('cascade')
        )
        .addColumn('way', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('dedupe_key', 'text', (column) => column.notNull().unique())
        .addColumn('params', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('told_at', 'bigint')
        .addColumn('told_by', 'text')
        .addColumn('delete_after', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('notice_by_state')
        .on('notice')
        .columns(['state', 'created_at'])
        .execute();
      await db.schema.createIndex('notice_by_person').on('notice').column('person_id').execute();
    }
  },
  '0052-reminder-calls': {
    up: async (db) => {
      await db.schema
        .createTable('reminder_call')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('session_id', 'text', (column) => column.notNull().references('session.id'))
        .addColumn('sign_up_id', 'text', (column) =>
          column.notNull().references('sign_up.id').onDelete('cascade')
        )
        .addColumn('try', 'integer', (column) => column.notNull())
        .addColumn('result', 'text', (column) => column.notNull())
        .addColumn('called_at', 'bigint', (column) => column.notNull())
        .addColumn('called_by', 'text', (column) => column.notNull())
        .addColumn('next_at', 'bigint')
        .addColumn('delete_after', 'text', (column) => column.notNull())
        .addUniqueConstraint('reminder_call_try', ['session_id', 'sign_up_id', 'try'])
        .execute();
    }
  },
  '0071-mail-deliveries': {
    up: async (db) => {
      await db.schema
        .createTable('mail_delivery')
        .addColumn('notice_id', 'text', (column) =>
          column.primaryKey().references('notice.id').onDelete('cascade')
        )
        .addColumn('tries', 'integer', (column) => column.notNull())
        .addColumn('next_at', 'bigint', (column) => column.notNull())
        .addColumn('failure', 'text')
        .execute();
    }
  }
};
