import { addNotice, withdrawNotices } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { findTelling } from '#features/people/server/persons.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import {
  cancelSignUp,
  type CancelError,
  type CancelledSignUp
} from '#features/workshops/server/cancel-sign-up.ts';
import { withdrawOffers } from '#features/workshops/server/seat-offers.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import type { Result } from '#shared/result.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import { offerNoticeKey, placeNoticeKeys, refillLine } from './refill-line.ts';
import { publishRoster } from './roster.ts';

export type CancelRequest = {
  readonly signUpId: string;
  readonly by: 'applicant' | 'staff';
  /** They told us themselves by telephone or at the counter: nobody needs to tell them. */
  readonly atTheirWord?: boolean;
  /** `applicant`, or the account of the clerk. */
  readonly actor: string;
  readonly now: Instant;
};

/**
 * Cancels a sign-up, tells the tablets and asks the next in the line. Who cancels themselves needs no
 * notice; whom the desk cancels is told in their way. What they were still to be told about their place
 * is taken back.
 */
export function cancelApplication(
  db: Db,
  request: CancelRequest
): Promise<Result<CancelledSignUp, CancelError>> {
  return inTransaction(db, (tx) => cancelInTransaction(tx, request));
}

/** The same inside a transaction of the caller's; it ends with the audit rows and the tablets' rows. */
export async function cancelInTransaction(
  tx: Tx,
  request: CancelRequest
): Promise<Result<CancelledSignUp, CancelError>> {
  const { signUpId, by, atTheirWord, actor, now } = request;
  const cancelled = await cancelSignUp(tx, { signUpId, by, now });
  if (!cancelled.ok || !cancelled.value.changed) return cancelled;

  const offers = await withdrawOffers(tx, { signUpId });
  await withdrawNotices(tx, [...placeNoticeKeys(signUpId), ...offers.map(offerNoticeKey)]);
  if (by === 'staff' && !atTheirWord) await addCancelNotice(tx, signUpId, cancelled.value, now);
  const asked = await refillLine(tx, cancelled.value.workshopId, now);
  await writeAudit(tx, [
    { at: now, actor, action: 'cancel', entity: 'sign_up', entityId: signUpId, why: 'application' },
    ...asked
  ]);
  const changes = new ScopeChanges();
  await publishRoster(tx, changes, { signUpId });
  await changes.flush(tx);
  return cancelled;
}

async function addCancelNotice(
  tx: Tx,
  signUpId: string,
  { personId, deleteAfter }: { readonly personId: string; readonly deleteAfter: LocalDate },
  now: Instant
): Promise<void> {
  const { way, contactStopped } = await findTelling(tx, personId);
  await addNotice(tx, {
    to: { personId },
    way,
    kind: 'sign-up-cancelled',
    dedupeKey: `sign-up-cancelled:${signUpId}`,
    params: { signUpId },
    contactStopped,
    now,
    deleteAfter
  });
}
