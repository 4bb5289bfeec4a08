import type { Migrations } from '#server/db/migrate.ts';

export const assistanceMigrations: Migrations = {
  '0009-assistance': {
    up: async (db) => {
      await db.schema
        .createTable('assistance')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('supporter_id', 'text', (column) => column.notNull().references('supporter.id'))
        .addColumn('match_id', 'text', (column) =>
          column.references('help_match.id').onDelete('set null')
        )
        .addColumn('minutes', 'integer', (column) => column.notNull())
        .addColumn('outcome', 'text', (column) => column.notNull())
        .addColumn('happened_at', 'bigint', (column) => column.notNull())
        .addColumn('local_date', 'text', (column) => column.notNull())
        .addColumn('flagged', 'integer', (column) => column.notNull())
        .addColumn('delete_after', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('assistance_by_date')
        .on('assistance')
        .column('local_date')
        .execute();
      await db.schema
        .createTable('assistance_topic')
        .addColumn('assistance_id', 'text', (column) =>
          column.notNull().references('assistance.id').onDelete('cascade')
        )
        .addColumn('topic', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('assistance_topic_key', ['assistance_id', 'topic'])
        .execute();
    }
  },
  '0021-record-details': {
    up: async (db) => {
      const details = [
        ['phone_family', 'unknown'],
        ['able_before', 'not-yet'],
        ['able_after', 'not-yet'],
        ['operated', 'self']
      ] as const;
      for (const [name, usual] of details) {
        await db.schema
          .alterTable('assistance')
          .addColumn(name, 'text', (column) => column.notNull().defaultTo(usual))
          .execute();
      }
      await db.schema.alterTable('assistance').addColumn('handed_to', 'text').execute();
      await db.schema
        .createIndex('assistance_by_match')
        .on('assistance')
        .column('match_id')
        .execute();
    }
  },
  '0160-assistance-people': {
    up: async (db) => {
      await db.schema
        .alterTable('assistance')
        .addColumn('helped', 'text', (column) => column.notNull().defaultTo('person'))
        .execute();
      await db.schema
        .alterTable('assistance')
        .addColumn('people', 'integer', (column) => column.notNull().defaultTo(1))
        .execute();
      await db.schema
        .alterTable('assistance')
        .addColumn('promises', 'text', (column) => column.notNull().defaultTo('[]'))
        .execute();
    }
  },
  '0161-assistance-tally': {
    up: async (db) => {
      await db.schema
        .createTable('assistance_tally')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('supporter_id', 'text', (column) => column.notNull().references('supporter.id'))
        .addColumn('minutes', 'integer', (column) => column.notNull())
        .addColumn('people', 'integer', (column) => column.notNull())
        .addColumn('happened_at', 'bigint', (column) => column.notNull())
        .addColumn('local_date', 'text', (column) => column.notNull())
        .addColumn('flagged', 'integer', (column) => column.notNull())
        .addColumn('delete_after', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('assistance_tally_by_date')
        .on('assistance_tally')
        .column('local_date')
        .execute();
      await db.schema
        .createTable('assistance_tally_count')
        .addColumn('tally_id', 'text', (column) =>
          column.notNull().references('assistance_tally.id').onDelete('cascade')
        )
        .addColumn('of', 'text', (column) => column.notNull())
        .addColumn('code', 'text', (column) => column.notNull())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('assistance_tally_count_key', ['tally_id', 'of', 'code'])
        .execute();
    }
  },
  '0162-follow-up': {
    up: async (db) => {
      await db.schema
        .createTable('follow_up')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('assistance_id', 'text', (column) =>
          column.notNull().references('assistance.id').onDelete('cascade')
        )
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('way', 'text', (column) => column.notNull())
        .addColumn('due_on', 'text', (column) => column.notNull())
        .addColumn('token', 'text', (column) => column.notNull().unique())
        .addColumn('answer', 'text')
        .addColumn('answered_at', 'bigint')
        .addColumn('answered_by', 'text')
        .addColumn('posted_at', 'bigint')
        .addColumn('dropped_at', 'bigint')
        .addColumn('delete_after', 'text', (column) => column.notNull())
        .addUniqueConstraint('follow_up_once', ['assistance_id', 'kind'])
        .execute();
      await db.schema.createIndex('follow_up_due').on('follow_up').column('due_on').execute();
    }
  }
};
