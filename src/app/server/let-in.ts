import { addNotice, withdrawNotices } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { findTelling } from '#features/people/server/persons.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import { availabilityOf } from '#features/workshops/domain/place.ts';
import { countPlaces } from '#features/workshops/server/count-places.ts';
import { confirmWaiting } from '#features/workshops/server/seat-offers.ts';
import { letIn as lift } from '#features/workshops/server/seats-of-year.ts';
import { lockWorkshop } from '#features/workshops/server/workshop-lock.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { placeNoticeKey, refillLine } from './refill-line.ts';
import { publishRoster } from './roster.ts';

export type LetIn = {
  readonly signUpId: string;
  /** In words, for the desk alone. */
  readonly reason: string;
  readonly actor: string;
  readonly now: Instant;
};

export type LetInError = { readonly type: 'not-behind' | 'no-reason' };

/**
 * The desk lets somebody in who has had the year's seats: they stand like everybody else from now on. A
 * seat that nobody else waits for is theirs at once, and they are told; otherwise they keep their number
 * in the line. Why is written down.
 */
export function letIn(
  db: Db,
  { signUpId, reason, actor, now }: LetIn
): Promise<Result<{ readonly hasSeat: boolean }, LetInError>> {
  return inTransaction(db, async (tx) => {
    if (reason === '') return err({ type: 'no-reason' });
    const known = await findBehind(tx, signUpId);
    const workshop = known && (await lockWorkshop(tx, { id: known.workshop_id }));
    const signUp = workshop && (await findBehind(tx, signUpId));
    if (!signUp) return err({ type: 'not-behind' });

    const places = await countPlaces(tx, workshop);
    const free = availabilityOf({ ...workshop, ...places, closesAt: Infinity }, now, signUp.phone);
    await lift(tx, signUpId, reason);
    const hasSeat = free.kind === 'seats' && signUp.companions <= places.chairsLeft;
    if (hasSeat) await seat(tx, signUpId, signUp, now);

    const asked = await refillLine(tx, workshop.id, now);
    await writeAudit(tx, [
      { at: now, actor, action: 'let-in', entity: 'sign_up', entityId: signUpId, why: 'limit' },
      ...asked
    ]);
    const changes = new ScopeChanges();
    await publishRoster(tx, changes, { signUpId });
    await changes.flush(tx);
    return ok({ hasSeat });
  });
}

async function findBehind(tx: Tx, signUpId: string) {
  const row = await tx
    .selectFrom('sign_up')
    .select(['workshop_id', 'person_id', 'phone_family', 'companions', 'delete_after'])
    .where('id', '=', signUpId)
    .where('status', '=', 'waiting')
    .where('is_behind', '=', 1)
    .executeTakeFirst();
  return row && { ...row, phone: row.phone_family };
}

async function seat(
  tx: Tx,
  signUpId: string,
  { person_id: personId, delete_after: deleteAfter }: { person_id: string; delete_after: string },
  now: Instant
): Promise<void> {
  await confirmWaiting(tx, signUpId);
  await withdrawNotices(tx, [placeNoticeKey(signUpId)]);
  const { way, contactStopped } = await findTelling(tx, personId);
  await addNotice(tx, {
    ...{ to: { personId }, way, contactStopped, now, deleteAfter },
    kind: 'sign-up-confirmed',
    dedupeKey: `let-in:${signUpId}`,
    params: { signUpId }
  });
}
