import { Migrator, type Migration } from 'kysely/migration';
import type { Db } from './database.ts';
import { engineOf } from './database.ts';

export type Migrations = Readonly<Record<string, Migration>>;

/**
 * Brings the database to the newest schema. Each migration is one transaction on both engines; two
 * servers that start together wait for each other. Throws with the name of the migration that failed.
 */
export async function migrate(db: Db, migrations: Migrations): Promise<readonly string[]> {
  const provider = {
    getMigrations: () =>
      Promise.resolve(engineOf(db) === 'sqlite' ? wrapped(migrations) : { ...migrations })
  };
  const { error, results = [] } = await new Migrator({ db, provider }).migrateToLatest();
  const failed = results.find((result) => result.status === 'Error');
  if (error !== undefined) {
    throw new Error(`migration ${failed?.migrationName ?? 'set-up'} failed`, { cause: error });
  }
  return results
    .filter((result) => result.status === 'Success')
    .map((result) => result.migrationName);
}

/** Kysely runs SQLite migrations without a transaction of its own. */
function wrapped(migrations: Migrations): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(migrations).map(([name, { up }]) => [
      name,
      { up: (db) => db.transaction().execute((tx) => up(tx)) }
    ])
  );
}
