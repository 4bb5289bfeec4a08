import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { migrations } from '#app/server/migrations.ts';
import { openDatabase, type Db } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';

export type TestDb = { readonly db: Db; readonly close: () => Promise<void> };

/** Every server test runs on both: `describe.each(engines)('… on $name', ({ open }) => …)`. */
export const engines = [
  { name: 'SQLite', open: openSqliteForTest },
  { name: 'PostgreSQL', open: openPostgresForTest }
] as const;

async function openSqliteForTest(): Promise<TestDb> {
  const file = join(tmpdir(), `engawa-test-${randomUUID()}.sqlite`);
  const db = openDatabase({ engine: 'sqlite', file });
  await migrate(db, migrations);
  return {
    db,
    close: async () => {
      await db.destroy();
      for (const ending of ['', '-wal', '-shm']) await rm(`${file}${ending}`, { force: true });
    }
  };
}

async function openPostgresForTest(): Promise<TestDb> {
  const server = `postgres://engawa:engawa@127.0.0.1:${inject('postgresPort')}`;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client(`${server}/postgres`);
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();

  const db = openDatabase({ engine: 'postgres', url: `${server}/${name}` });
  await migrate(db, migrations);
  return { db, close: () => db.destroy() };
}
