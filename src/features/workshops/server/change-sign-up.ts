import type { Tx } from '#server/db/transaction.ts';
import { sha256 } from '#server/hash.ts';
import type { Instant } from '#shared/time/instant.ts';
import { contentOfChange, type ChangedApplication } from '../domain/change-application.ts';
import './tables.ts';

/** `new` unless the form came before: with the same content, or with other content. */
export async function findSignUpChange(
  tx: Tx,
  key: string,
  change: ChangedApplication
): Promise<'new' | 'same' | 'other'> {
  const earlier = await tx
    .selectFrom('sign_up_change')
    .select('content_hash')
    .where('key_hash', '=', sha256(key))
    .executeTakeFirst();
  if (!earlier) return 'new';
  return earlier.content_hash === sha256(contentOfChange(change)) ? 'same' : 'other';
}

/** Writes what a sign-up is from now on, and that this form did it. */
export async function changeSignUp(
  tx: Tx,
  request: {
    readonly signUpId: string;
    readonly key: string;
    readonly change: ChangedApplication;
    readonly now: Instant;
  }
): Promise<void> {
  const { signUpId, key, change, now } = request;
  await tx
    .insertInto('sign_up_change')
    .values({
      key_hash: sha256(key),
      sign_up_id: signUpId,
      content_hash: sha256(contentOfChange(change)),
      changed_at: now
    })
    .execute();
  await tx
    .updateTable('sign_up')
    .set({
      companions: change.companions,
      wants_loan_phone: change.wantsLoanPhone ? 1 : 0,
      needs: JSON.stringify(change.needs)
    })
    .where('id', '=', signUpId)
    .execute();
}
