import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import { LEASE_MS, type MailFailureClass } from '../domain/mail.ts';
import type { NoticeRow } from './tables.ts';

/** Who marks what a mail told, where a person's account stands otherwise. */
export const BY_MAIL = 'mail';

export type ClaimedNotice = {
  readonly notice: NoticeRow;
  /** From 1. Names the claim: what a later claim wrote stays. */
  readonly tries: number;
};

/**
 * Takes the oldest notice that is due by mail, for `LEASE_MS`. Of two servers that look at once one gets
 * it: the claim is one conditional write. Whoever dies with it loses it when the lease is over.
 *
 * @returns `undefined` when nothing is due; `'taken'` when another server was faster
 */
export async function claimNextMail(
  tx: Tx,
  now: Instant
): Promise<ClaimedNotice | 'taken' | undefined> {
  const notice = await tx
    .selectFrom('notice')
    .leftJoin('mail_delivery', 'mail_delivery.notice_id', 'notice.id')
    .selectAll('notice')
    .where('notice.way', '=', 'mail')
    .where('notice.state', '=', 'to-tell')
    .where((eb) =>
      eb.or([eb('mail_delivery.next_at', 'is', null), eb('mail_delivery.next_at', '<=', now)])
    )
    .orderBy('notice.created_at')
    .orderBy('notice.id')
    .executeTakeFirst();
  if (!notice) return undefined;
  const claimed = await tx
    .insertInto('mail_delivery')
    .values({ notice_id: notice.id, tries: 1, next_at: now + LEASE_MS, failure: null })
    .onConflict((conflict) =>
      conflict
        .column('notice_id')
        .doUpdateSet((eb) => ({
          tries: eb('mail_delivery.tries', '+', 1),
          next_at: now + LEASE_MS
        }))
        .where('mail_delivery.next_at', '<=', now)
    )
    .returning('tries')
    .executeTakeFirst();
  return claimed ? { notice, tries: claimed.tries } : 'taken';
}

/** @returns false when it was told, withdrawn or stopped meanwhile */
export async function markMailed(tx: Tx, noticeId: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('notice')
    .set({ state: 'told', told_at: now, told_by: BY_MAIL })
    .where('id', '=', noticeId)
    .where('state', '=', 'to-tell')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Writes down why a mail did not arrive: it is tried again at `nextAt`, or, when that is `null`, the desk
 * tells it.
 */
export async function noteMailFailure(
  tx: Tx,
  { notice, tries }: ClaimedNotice,
  failed: {
    readonly failure: MailFailureClass;
    readonly nextAt: Instant | null;
    readonly now: Instant;
  }
): Promise<void> {
  const { failure, nextAt, now } = failed;
  const { numUpdatedRows } = await tx
    .updateTable('mail_delivery')
    .set({ failure, next_at: nextAt ?? now })
    .where('notice_id', '=', notice.id)
    .where('tries', '=', tries)
    .executeTakeFirst();
  if (numUpdatedRows === 0n || nextAt !== null) return;
  await tx
    .updateTable('notice')
    .set({ state: 'not-reached', told_at: now, told_by: BY_MAIL })
    .where('id', '=', notice.id)
    .where('state', '=', 'to-tell')
    .execute();
}

/** Why mails did not arrive and when they are tried again, by the notice's id. */
export async function findMailDeliveries(
  db: Db,
  noticeIds: readonly string[]
): Promise<
  ReadonlyMap<string, { readonly failure: MailFailureClass | null; readonly nextAt: Instant }>
> {
  if (noticeIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('mail_delivery')
    .select(['notice_id', 'failure', 'next_at'])
    .where('notice_id', 'in', noticeIds)
    .execute();
  return new Map(
    rows.map(({ notice_id, failure, next_at }) => [notice_id, { failure, nextAt: next_at }])
  );
}
