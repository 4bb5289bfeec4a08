import type { Kysely } from 'kysely';
import type { Migrations } from '#server/db/migrate.ts';

export const syncMigrations: Migrations = {
  '0005-sync': {
    up: async (db) => {
      await createDevices(db);
      await createRows(db);
    }
  },
  '0091-server-facts': { up: createServerFacts },
  '0130-tablets': {
    up: async (db) => {
      await describeDevices(db);
      await createHoldings(db);
    }
  },
  '0140-keys': { up: createKeys },
  '0141-readers': {
    up: (db) => db.schema.alterTable('device').addColumn('reader_hash', 'text').execute()
  }
};

async function describeDevices(db: Kysely<unknown>): Promise<void> {
  const told = {
    ...{ place: '', state: 'active', app_version: '', storage: 'unknown' },
    ...{ told_refused: 0, lost_facts: 0 }
  };
  for (const [name, value] of Object.entries(told)) {
    const type = typeof value === 'number' ? 'integer' : 'text';
    await db.schema
      .alterTable('device')
      .addColumn(name, type, (column) => column.notNull().defaultTo(value))
      .execute();
  }
  await db.schema.alterTable('device').addColumn('end_reason', 'text').execute();
  await db.schema.alterTable('device').addColumn('storage_lost_at', 'bigint').execute();
}

async function createHoldings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('device_code')
    .addColumn('code_hash', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) =>
      column.notNull().references('account.id').onDelete('cascade')
    )
    .addColumn('issued_by', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .execute();
  await db.schema
    .createTable('device_holding')
    .addColumn('device_id', 'text', (column) => column.notNull().references('device.id'))
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('until', 'bigint')
    .addColumn('people', 'integer', (column) => column.notNull())
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('device_holding_key', ['device_id', 'scope', 'since'])
    .execute();
  await db.schema
    .createIndex('device_holding_by_scope')
    .on('device_holding')
    .column('scope')
    .execute();
}

async function createKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('server_key')
    .addColumn('kid', 'text', (column) => column.primaryKey())
    .addColumn('only', 'integer', (column) => column.notNull().unique())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('private_key', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('venue_key')
    .addColumn('session_id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .execute();
}

async function createServerFacts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('server_fact')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('entity_id', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('happened_at', 'bigint', (column) => column.notNull())
    .addColumn('written_by', 'text', (column) => column.notNull())
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('server_fact_by_entity')
    .on('server_fact')
    .columns(['scope', 'entity_id'])
    .execute();
}

async function createDevices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('device')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('secret_hash', 'text', (column) => column.notNull().unique())
    .addColumn('enrolled_at', 'bigint', (column) => column.notNull())
    .addColumn('revoked_at', 'bigint')
    .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
    .addColumn('highest_seq', 'bigint', (column) => column.notNull())
    .addColumn('told_unsent', 'integer', (column) => column.notNull())
    .addColumn('clock_offset_ms', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('operation')
    .addColumn('op_id', 'text', (column) => column.primaryKey())
    .addColumn('device_id', 'text', (column) => column.notNull().references('device.id'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('v', 'integer', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('entity_id', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('client_at', 'bigint', (column) => column.notNull())
    .addColumn('clock_offset_ms', 'bigint', (column) => column.notNull())
    .addColumn('actor_id', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('flagged', 'integer', (column) => column.notNull())
    .addUniqueConstraint('operation_in_device_order', ['device_id', 'seq'])
    .execute();
  await db.schema
    .createIndex('operation_by_entity')
    .on('operation')
    .columns(['scope', 'entity_id'])
    .execute();
  await db.schema
    .createIndex('operation_by_device_scope')
    .on('operation')
    .columns(['device_id', 'scope', 'seq'])
    .execute();
}

async function createRows(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('scope')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('min_version', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('sync_row')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('deleted', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('sync_row_key', ['scope', 'id'])
    .execute();
  await db.schema
    .createIndex('sync_row_by_version')
    .on('sync_row')
    .columns(['scope', 'version', 'id'])
    .execute();
}
