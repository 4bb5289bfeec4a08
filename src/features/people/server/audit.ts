import { createHash } from 'node:crypto';
import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { AuditRow } from './tables.ts';

/** One reading or change of personal data, told by the use case that did it. */
export type AuditEntry = {
  readonly at: Instant;
  readonly actor: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  /** A code for the reason (`application`, `roster`, `call`), never free text. */
  readonly why: string;
};

/**
 * Adds entries to the chain, in the caller's transaction. The head row is the last lock a transaction
 * takes before the scopes' versions, so call it late.
 */
export async function writeAudit(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const head = await tx
    .updateTable('audit_head')
    .set((eb) => ({ seq: eb('seq', '+', entries.length) }))
    .where('id', '=', 1)
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();

  const rows: AuditRow[] = [];
  let previous = head.hash;
  for (const [index, { entityId, ...entry }] of entries.entries()) {
    const seq = head.seq - entries.length + 1 + index;
    const row = { ...entry, entity_id: entityId, seq, previous_hash: previous };
    previous = hashOf(row);
    rows.push({ ...row, hash: previous });
  }
  await tx.insertInto('audit').values(rows).execute();
  await tx.updateTable('audit_head').set({ hash: previous }).where('id', '=', 1).execute();
}

/**
 * Recomputes the chain from its first kept row.
 * @returns the number of the first row that does not fit, or `undefined` when all do.
 */
export async function findBrokenAudit(db: Db): Promise<number | undefined> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('seq').execute();
  let previous = rows[0]?.previous_hash;
  for (const { hash, ...row } of rows) {
    if (row.previous_hash !== previous || hashOf(row) !== hash) return row.seq;
    previous = hash;
  }
  return undefined;
}

function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const covered = [
    row.previous_hash,
    row.seq,
    row.at,
    row.actor,
    row.action,
    row.entity,
    row.entity_id,
    row.why
  ];
  return createHash('sha256').update(JSON.stringify(covered)).digest('hex');
}
