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
  }
};
