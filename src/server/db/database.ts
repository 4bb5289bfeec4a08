import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect, SqliteAdapter, SqliteDialect } from 'kysely';
import { openPool } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;

export type DatabaseAddress =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'postgres'; readonly url: string };

/**
 * Opens the database; the caller closes it with `db.destroy()`. Inside a transaction use what the
 * transaction gives: SQLite has one connection, and waiting for it inside would wait for ever.
 */
export function openDatabase(address: DatabaseAddress): Db {
  if (address.engine === 'postgres') {
    return new Kysely({ dialect: new PostgresDialect({ pool: openPool(address.url) }) });
  }
  mkdirSync(dirname(address.file), { recursive: true });
  return new Kysely({ dialect: new SqliteDialect({ database: openSqlite(address.file) }) });
}

/** Which engine a database or transaction of ours speaks to. */
export function engineOf(db: Db): 'sqlite' | 'postgres' {
  return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';
}
