import type { Migrations } from '#server/db/migrate.ts';

export const reportingMigrations: Migrations = {
  '0010-reporting': {
    up: async (db) => {
      await db.schema
        .createTable('frozen_count')
        .addColumn('month', 'text', (column) => column.notNull())
        .addColumn('venue_id', 'text', (column) => column.notNull())
        .addColumn('measure', 'text', (column) => column.notNull())
        .addColumn('value', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('frozen_count_key', ['month', 'venue_id', 'measure'])
        .execute();
    }
  }
};
