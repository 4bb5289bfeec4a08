import * as v from 'valibot';
import { isReminded, lastReminded } from '#features/notices/domain/mail.ts';
import { addNotice } from '#features/notices/server/notices.ts';
import type { NoticeRow } from '#features/notices/server/tables.ts';
import type { Db } from '#server/db/database.ts';
import { comesThen } from '../comes-then.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';

/** What a reminder is of; moved to another time, a date is reminded of anew. */
const Params = v.object({ signUpId: v.string(), sessionId: v.string(), startsAt: v.number() });

/**
 * Adds the reminders of the coming 48 hours for those with a seat and an address for mails, one for each
 * date and time, and withdraws those that are no longer true. Called again, it adds nothing.
 */
export function tendMailReminders(db: Db, now: Instant): Promise<void> {
  return inTransaction(db, async (tx) => {
    await withdrawUntrue(tx, now);
    const rows = await selectReminded(tx, now).execute();
    const due = rows.filter((row) =>
      isReminded({ startsAt: row.starts_at, signedUpAt: row.created_at, now })
    );
    const known = await findKnown(tx, due.map(keyOf));
    for (const row of due.filter((one) => !known.has(keyOf(one)))) {
      const { session_id, sign_up_id, starts_at } = row;
      const params: v.InferInput<typeof Params> = {
        ...{ signUpId: sign_up_id, sessionId: session_id, startsAt: starts_at }
      };
      await addNotice(tx, {
        ...{ to: { personId: row.person_id }, way: 'mail', kind: 'session-reminder', params, now },
        dedupeKey: keyOf(row),
        contactStopped: false,
        deleteAfter: row.delete_after
      });
    }
  });
}

/** True for every other kind. */
export async function isReminderTrue(
  tx: Tx,
  notice: Pick<NoticeRow, 'kind' | 'params'>,
  now: Instant
): Promise<boolean> {
  if (notice.kind !== 'session-reminder') return true;
  const { signUpId, sessionId, startsAt } = v.parse(Params, JSON.parse(notice.params));
  const row = await selectReminded(tx, now)
    .where('sign_up.id', '=', signUpId)
    .where('session.id', '=', sessionId)
    .where('session.starts_at', '=', startsAt)
    .executeTakeFirst();
  return row !== undefined;
}

function selectReminded(tx: Tx, now: Instant) {
  return tx
    .selectFrom('session')
    .innerJoin('workshop', 'workshop.id', 'session.workshop_id')
    .innerJoin('sign_up', 'sign_up.workshop_id', 'session.workshop_id')
    .innerJoin('person', 'person.id', 'sign_up.person_id')
    .select([
      'session.id as session_id',
      'session.starts_at',
      'sign_up.id as sign_up_id',
      'sign_up.person_id',
      'sign_up.created_at',
      'sign_up.delete_after'
    ])
    .where('session.state', '=', 'planned')
    .where('session.starts_at', '>', now)
    .where('session.starts_at', '<=', lastReminded(now))
    .where('workshop.state', '=', 'open')
    .where('sign_up.status', '=', 'confirmed')
    .where('sign_up.mail_address', 'is not', null)
    .where(comesThen)
    .where('person.way', '=', 'mail')
    .where('person.contact_stopped_at', 'is', null)
    .orderBy('session.starts_at')
    .orderBy('sign_up.id');
}

type Reminded = {
  readonly session_id: string;
  readonly sign_up_id: string;
  readonly starts_at: Instant;
};

function keyOf({ session_id, sign_up_id, starts_at }: Reminded): string {
  return `session-reminder:${session_id}:${sign_up_id}:${starts_at}`;
}

async function findKnown(tx: Tx, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx
    .selectFrom('notice')
    .select('dedupe_key')
    .where('dedupe_key', 'in', keys)
    .execute();
  return new Set(rows.map(({ dedupe_key }) => dedupe_key));
}

/** The desk's list holds nothing of a date that is over, was moved or called off. */
async function withdrawUntrue(tx: Tx, now: Instant): Promise<void> {
  const open = await tx
    .selectFrom('notice')
    .select(['id', 'kind', 'params'])
    .where('kind', '=', 'session-reminder')
    .where('state', 'in', ['to-tell', 'not-reached'])
    .execute();
  for (const notice of open) {
    if (await isReminderTrue(tx, notice, now)) continue;
    await tx
      .updateTable('notice')
      .set({ state: 'not-wanted' })
      .where('id', '=', notice.id)
      .execute();
  }
}
