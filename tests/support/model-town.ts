import { sql } from 'kysely';
import { openFieldDb, type FieldDb } from '#app/client/field-db.ts';
import type { Account } from '#features/people/server/accounts.ts';
import { findAccount } from '#features/people/server/accounts.ts';
import { Vault } from '#features/sync/client/vault.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { makeAccount, makeClass, makeParticipation } from './day.ts';
import { PIN } from './vault.ts';

/** What is proved here does not hang on how long a PIN takes to try. */
export const PIN_ITERATIONS = 1;

/** All that a history changes on the server, but for the audit, which only grows. */
const CHANGED = [
  'device',
  'device_holding',
  'participation',
  'operation',
  'scope',
  'sync_row'
] as const;

export type Stored = ReadonlyMap<string, readonly unknown[]>;

/** A tablet as it stands before a history: enrolled, with its first PIN, and with nothing written. */
export type PreparedTablet = {
  readonly name: string;
  readonly account: Account;
  db: FieldDb;
  readonly stored: Stored;
};

/**
 * Where every history begins: a class with two applicants, and enrolled tablets. It is made once; what a
 * history changed is put back, which takes a tenth of making it anew.
 */
export class ModelTown {
  readonly db: Db;
  readonly sessionId: string;
  readonly people: readonly string[];
  readonly accounts: Accounts;
  readonly tablets: PreparedTablet[] = [];

  private constructor(db: Db, accounts: Accounts, sessionId: string, people: readonly string[]) {
    this.db = db;
    this.accounts = accounts;
    this.sessionId = sessionId;
    this.people = people;
  }

  static async build(db: Db): Promise<ModelTown> {
    const accounts = await makeModelAccounts(db);
    const { sessionId } = await makeClass(db);
    const people = [
      await makeParticipation(db, sessionId, 'さとう はな'),
      await makeParticipation(db, sessionId, 'いとう けんじ')
    ];
    return new ModelTown(db, accounts, sessionId, people);
  }

  /** Call it once, when the tablets are enrolled. */
  async keepAsItIs(): Promise<void> {
    for (const table of CHANGED) {
      const kept = sql.table(`kept_${table}`);
      await sql`create temp table ${kept} as select * from ${sql.table(table)}`.execute(this.db);
    }
  }

  async putBack(): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      await sql`pragma defer_foreign_keys = on`.execute(tx);
      for (const table of CHANGED) {
        const kept = sql.table(`kept_${table}`);
        await sql`delete from ${sql.table(table)}`.execute(tx);
        await sql`insert into ${sql.table(table)} select * from ${kept}`.execute(tx);
      }
    });
    for (const tablet of this.tablets) await putTabletBack(tablet);
  }

  async close(): Promise<void> {
    for (const { db } of this.tablets) await db.delete();
  }
}

/** In the storage that it has, with a vault that knows nothing yet, and opened by its PIN. */
async function putTabletBack({ db, stored }: PreparedTablet): Promise<void> {
  await fill(db, stored);
  Object.assign(db, { vault: new Vault(db, PIN_ITERATIONS) });
  const { kind } = await db.vault.unlock(PIN);
  if (kind !== 'open') throw new Error(`the right PIN: ${kind}`);
}

export function fill(db: FieldDb, stored: Stored): Promise<void> {
  return db.transaction('rw', db.tables, async () => {
    await Promise.all(
      db.tables.map(async (table) => {
        await table.clear();
        const rows = stored.get(table.name) ?? [];
        if (rows.length > 0) await table.bulkPut(rows);
      })
    );
  });
}

export async function storedIn(db: FieldDb): Promise<Stored> {
  return db.transaction('r', db.tables, async () => {
    const tables = db.tables.map(async (table) => [table.name, await table.toArray()] as const);
    return new Map<string, unknown[]>(await Promise.all(tables));
  });
}

export function openModelDb(): FieldDb {
  return openFieldDb(`model-${newId()}`, PIN_ITERATIONS);
}

export type Accounts = { readonly reception: Account; readonly supporter: Account };

async function makeModelAccounts(db: Db): Promise<Accounts> {
  const make = async (role: 'reception' | 'supporter') => {
    const account = await findAccount(db, await makeAccount(db, role));
    if (!account) throw new Error('no account');
    return account;
  };
  return { reception: await make('reception'), supporter: await make('supporter') };
}
