import { addNotice, withdrawNotices } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { findTelling } from '#features/people/server/persons.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import {
  giveSeatToNext,
  type GiveSeatError,
  type SeatedSignUp
} from '#features/workshops/server/give-seat.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { placeNoticeKeys } from './apply.ts';
import { publishRoster } from './roster.ts';

/**
 * A clerk gives a free seat to the first in the line: they are told in their way, in place of what they
 * were still to hear about waiting, and the tablets see the new place.
 */
export function giveSeat(
  db: Db,
  asked: { readonly workshopId: string; readonly actor: string; readonly now: Instant }
): Promise<Result<SeatedSignUp, GiveSeatError>> {
  const { workshopId, actor, now } = asked;

  return inTransaction(db, async (tx) => {
    const seated = await giveSeatToNext(tx, workshopId);
    if (!seated.ok) return seated;
    const { signUpId, personId, deleteAfter } = seated.value;

    await withdrawNotices(tx, placeNoticeKeys(signUpId));
    const { way, contactStopped } = await findTelling(tx, personId);
    await addNotice(tx, {
      to: { personId },
      way,
      kind: 'sign-up-promoted',
      dedupeKey: `sign-up-promoted:${signUpId}`,
      params: { signUpId },
      contactStopped,
      now,
      deleteAfter
    });
    await writeAudit(tx, [
      { at: now, actor, action: 'promote', entity: 'sign_up', entityId: signUpId, why: 'line' }
    ]);
    const changes = new ScopeChanges();
    await publishRoster(tx, changes, { signUpId });
    await changes.flush(tx);
    return seated;
  });
}
