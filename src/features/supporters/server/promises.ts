import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import { linesOf, type PromiseText } from '../domain/promise.ts';
import type { PromiseAgreementRow } from './tables.ts';

/** The newest wording; the first stands in the schema, so there is always one. */
export async function readPromise(db: Db): Promise<PromiseText> {
  const { version, ja, en } = await db
    .selectFrom('promise_text')
    .selectAll()
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { version, ja: linesOf(ja), en: linesOf(en) };
}

/** Throws a unique violation when the version was written meanwhile. */
export async function addPromise(
  tx: Tx,
  text: PromiseText,
  made: { readonly by: string; readonly at: Instant }
): Promise<void> {
  const { version, ja, en } = text;
  await tx
    .insertInto('promise_text')
    .values({
      version,
      ja: ja.join('\n'),
      en: en.join('\n'),
      made_at: made.at,
      made_by: made.by
    })
    .execute();
}

export type Agreement = Pick<PromiseAgreementRow, 'version' | 'agreed_on' | 'channel'>;

/** What a supporter agreed to, the newest first. */
export function listAgreements(db: Db, supporterId: string): Promise<readonly Agreement[]> {
  return db
    .selectFrom('promise_agreement')
    .select(['version', 'agreed_on', 'channel'])
    .where('supporter_id', '=', supporterId)
    .orderBy('agreed_on', 'desc')
    .orderBy('version', 'desc')
    .execute();
}

/** Agreeing twice on one day is agreeing once. */
export async function addAgreement(
  tx: Tx,
  agreement: {
    readonly supporterId: string;
    readonly version: number;
    readonly on: LocalDate;
    readonly channel: 'web' | 'paper';
    readonly by: string;
    readonly deleteAfter: LocalDate;
  }
): Promise<void> {
  await tx
    .insertInto('promise_agreement')
    .values({
      id: newId(),
      supporter_id: agreement.supporterId,
      version: agreement.version,
      agreed_on: agreement.on,
      channel: agreement.channel,
      written_by: agreement.by,
      delete_after: agreement.deleteAfter
    })
    .onConflict((conflict) =>
      conflict.columns(['supporter_id', 'version', 'agreed_on']).doNothing()
    )
    .execute();
}
