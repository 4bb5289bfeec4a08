import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase } from 'kysely';

const STATEMENTS_KEPT = 200;
/** The whole process stands still for so long; `inTransaction` asks again after a pause. */
const BUSY_TIMEOUT_MS = 250;

type PreparedStatement = ReturnType<SqliteDatabase['prepare']>;

/** The two calls Kysely makes, spoken to node:sqlite; settings as in docs/decisions/0002. */
export function openSqlite(file: string): SqliteDatabase {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma temp_store = memory;'
  );
  const prepared = new Map<string, PreparedStatement>();

  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = prepared.get(sql);
      if (known) prepared.delete(sql);
      const statement = known ?? prepareFor(database, sql);
      prepared.set(sql, statement);
      if (prepared.size > STATEMENTS_KEPT) prepared.delete(prepared.keys().next().value ?? sql);
      return statement;
    }
  };
}

/** A full disk or a failing one ends the transaction by itself; then nothing is left to roll back. */
function prepareFor(database: DatabaseSync, sql: string): PreparedStatement {
  const statement = asKysely(database.prepare(sql === 'begin' ? 'begin immediate' : sql));
  if (sql !== 'rollback') return statement;
  const nothing = { changes: 0n, lastInsertRowid: 0n };
  return {
    ...statement,
    run: (given) => (database.isTransaction ? statement.run(given) : nothing)
  };
}

function asKysely(statement: StatementSync): PreparedStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...checked(parameters)),
    iterate: (parameters) => statement.iterate(...checked(parameters)),
    run: (parameters) => {
      const { changes, lastInsertRowid } = statement.run(...checked(parameters));
      return { changes: BigInt(changes), lastInsertRowid: BigInt(lastInsertRowid) };
    }
  };
}

/** An object in first place would be taken for named parameters and shift every column by one. */
function checked(parameters: readonly unknown[]): SQLInputValue[] {
  for (const parameter of parameters) {
    if (typeof parameter === 'object' && parameter !== null && !ArrayBuffer.isView(parameter)) {
      throw new TypeError('SQLite takes text, numbers and bytes; an object or Date was given');
    }
    if (typeof parameter === 'boolean' || parameter === undefined) {
      throw new TypeError(`SQLite takes 0, 1 and null; ${String(parameter)} was given`);
    }
  }
  return parameters as SQLInputValue[];
}
