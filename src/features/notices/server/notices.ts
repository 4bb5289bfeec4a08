import type { TellingWay } from '#features/people/domain/person.ts';
import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { NoticeKind } from '../domain/notice.ts';
import './tables.ts';

export type NewNotice = {
  readonly to: { readonly personId: string } | { readonly accountId: string };
  readonly way: TellingWay;
  readonly kind: NoticeKind;
  /** Names the fact: telling it again makes no second notice. */
  readonly dedupeKey: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** True when the person's one switch is set: kept as not wanted, and nobody is told. */
  readonly contactStopped: boolean;
  readonly now: Instant;
  readonly deleteAfter: LocalDate;
};

/** Adds what somebody must hear of, in the transaction that made it true. */
export async function addNotice(tx: Tx, notice: NewNotice): Promise<void> {
  const { to, contactStopped } = notice;
  await tx
    .insertInto('notice')
    .values({
      id: newId(),
      person_id: 'personId' in to ? to.personId : null,
      account_id: 'accountId' in to ? to.accountId : null,
      way: notice.way,
      kind: notice.kind,
      dedupe_key: notice.dedupeKey,
      params: JSON.stringify(notice.params),
      state: contactStopped ? 'not-wanted' : 'to-tell',
      created_at: notice.now,
      told_at: null,
      told_by: null,
      delete_after: notice.deleteAfter
    })
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .execute();
}

/**
 * Takes back what nobody was told yet, because it is no longer true.
 * @returns how many were taken back
 */
export async function withdrawNotices(tx: Tx, dedupeKeys: readonly string[]): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('notice')
    .set({ state: 'not-wanted' })
    .where('dedupe_key', 'in', dedupeKeys)
    .where('state', 'in', ['to-tell', 'not-reached'])
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Puts the newest of these notices back on the list, when it was taken back; what was told stays told. */
export async function reopenNewest(tx: Tx, dedupeKeys: readonly string[]): Promise<void> {
  const newest = await tx
    .selectFrom('notice')
    .select(['id', 'state'])
    .where('dedupe_key', 'in', dedupeKeys)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (newest?.state !== 'not-wanted') return;
  await tx.updateTable('notice').set({ state: 'to-tell' }).where('id', '=', newest.id).execute();
}

/** What was said elsewhere (on the receipt page, in another call) needs no telling any more. */
export async function settleNotices(
  tx: Tx,
  dedupeKeys: readonly string[],
  told: { readonly by: string; readonly now: Instant }
): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ state: 'told', told_at: told.now, told_by: told.by })
    .where('dedupe_key', 'in', dedupeKeys)
    .where('state', 'in', ['to-tell', 'not-reached'])
    .execute();
}

/** What a person was still to be told is told in another way from now on. */
export async function redirectNotices(tx: Tx, personId: string, way: TellingWay): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ way })
    .where('person_id', '=', personId)
    .where('state', 'in', ['to-tell', 'not-reached'])
    .execute();
}

/** Takes everything a person was still to be told off the list. */
export async function withdrawPersonNotices(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ state: 'not-wanted' })
    .where('person_id', '=', personId)
    .where('state', 'in', ['to-tell', 'not-reached'])
    .execute();
}
