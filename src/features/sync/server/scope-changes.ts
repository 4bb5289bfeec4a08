import type { Tx } from '#server/db/transaction.ts';
import type { Scope } from '../domain/operation.ts';
import type { SyncRow } from './tables.ts';

/** Well under the number of values that either database takes in one statement. */
const ROWS_AT_ONCE = 500;

type Change = { readonly kind: string; readonly body: string; readonly deleted: 0 | 1 };

/**
 * What one transaction changes in the rows that devices hold. Collect first, `flush` as the very last
 * step: the scope's version is taken then and its counter row stays locked until the commit, so a
 * device's cursor can never pass a row that is committed later. (Taken earlier, or from a sequence or
 * a clock, it can: tests/server/cursor.test.ts keeps the naive way as a test that fails.)
 */
export class ScopeChanges {
  readonly #changes = new Map<Scope, Map<string, Change>>();

  /** Adds or replaces a row; the body is JSON-serialised and opaque from here on. */
  put(scope: Scope, kind: string, id: string, body: unknown): void {
    this.#of(scope).set(id, { kind, body: JSON.stringify(body), deleted: 0 });
  }

  remove(scope: Scope, kind: string, id: string): void {
    this.#of(scope).set(id, { kind, body: '', deleted: 1 });
  }

  async flush(tx: Tx): Promise<void> {
    for (const scope of [...this.#changes.keys()].sort()) {
      const version = await takeNextVersion(tx, scope);
      const rows = [...this.#of(scope)].map(([id, change]) => ({ scope, id, version, ...change }));
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
        await putRows(tx, rows.slice(from, from + ROWS_AT_ONCE));
    }
    this.#changes.clear();
  }

  #of(scope: Scope): Map<string, Change> {
    const known = this.#changes.get(scope);
    if (known) return known;
    const added = new Map<string, Change>();
    this.#changes.set(scope, added);
    return added;
  }
}

async function putRows(tx: Tx, rows: readonly SyncRow[]): Promise<void> {
  await tx
    .insertInto('sync_row')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['scope', 'id']).doUpdateSet(({ ref }) => ({
        version: ref('excluded.version'),
        kind: ref('excluded.kind'),
        body: ref('excluded.body'),
        deleted: ref('excluded.deleted')
      }))
    )
    .execute();
}

async function takeNextVersion(tx: Tx, scope: Scope): Promise<number> {
  const { version } = await tx
    .insertInto('scope')
    .values({ id: scope, version: 1, min_version: 0 })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({ version: eb('scope.version', '+', 1) }))
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
