import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';

const WRITERS = 8;
const WRITES_EACH = 40;

/** Writers commit at odd moments while a reader follows with a cursor. @returns the ids it never saw. */
async function missedByCursor(
  write: (id: string) => Promise<void>,
  readAfter: (cursor: number) => Promise<readonly { id: string; version: number }[]>
): Promise<readonly string[]> {
  const written: string[] = [];
  const seen = new Set<string>();
  let cursor = 0;
  let writing = true;
  const follow = async () => {
    for (const row of await readAfter(cursor)) {
      seen.add(row.id);
      cursor = Math.max(cursor, row.version);
    }
  };
  const reader = (async () => {
    while (writing) {
      await follow();
      await setImmediate();
    }
    await follow();
  })();
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      for (let count = 0; count < WRITES_EACH; count++) {
        const id = newId();
        await write(id);
        written.push(id);
      }
    })
  );
  writing = false;
  await reader;
  return written.filter((id) => !seen.has(id));
}

describe.each(engines)('a cursor on $name', ({ open, name }) => {
  let opened: TestDb;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  /** What else a transaction does between taking a number and its commit. */
  const otherWork = (tx: Tx) =>
    name === 'PostgreSQL'
      ? sql`select pg_sleep(random() * 0.004)`.execute(tx)
      : sql`select 1`.execute(tx);

  test('never skips a row that commits later, when the scope’s version is taken last', async () => {
    const scope = `session:${newId()}`;
    const write = (id: string) =>
      inTransaction(opened.db, async (tx) => {
        const changes = new ScopeChanges();
        changes.put(scope, 'fact', id, {});
        await otherWork(tx);
        await changes.flush(tx);
        await otherWork(tx);
      });
    const readAfter = (cursor: number) =>
      opened.db
        .selectFrom('sync_row')
        .select(['id', 'version'])
        .where('scope', '=', scope)
        .where('version', '>', cursor)
        .execute();
    expect(await missedByCursor(write, readAfter)).toEqual([]);
  });

  test.runIf(name === 'PostgreSQL')(
    'does skip rows when it follows a sequence: the naive way fails',
    async () => {
      await sql`create table naive (id text primary key, version bigserial)`.execute(opened.db);
      const write = (id: string) =>
        inTransaction(opened.db, async (tx) => {
          await sql`insert into naive (id) values (${id})`.execute(tx);
          await otherWork(tx);
        });
      const readAfter = async (cursor: number) =>
        (
          await sql<{
            id: string;
            version: number;
          }>`select id, version from naive where version > ${cursor}`.execute(opened.db)
        ).rows;
      expect((await missedByCursor(write, readAfter)).length).toBeGreaterThan(0);
    }
  );
});
