import type { Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { LocalDate } from '#shared/time/instant.ts';
import { lockWorkshop } from './workshop-lock.ts';
import './tables.ts';

export type GiveSeatError =
  | { readonly type: 'workshop-not-found' }
  | { readonly type: 'no-seat-free' }
  | { readonly type: 'nobody-waits' };

export type SeatedSignUp = {
  readonly signUpId: string;
  readonly personId: string;
  readonly deleteAfter: LocalDate;
};

/**
 * Gives a free seat to whoever is first in the waiting line. The line number stays, as the order that
 * was kept. The lock on the workshop's row comes first, so two clerks give two seats, never one twice.
 */
export async function giveSeatToNext(
  tx: Tx,
  workshopId: string
): Promise<Result<SeatedSignUp, GiveSeatError>> {
  const workshop = await lockWorkshop(tx, { id: workshopId });
  if (!workshop) return err({ type: 'workshop-not-found' });

  const { taken } = await tx
    .selectFrom('sign_up')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('taken'))
    .where('workshop_id', '=', workshopId)
    .where('status', '=', 'confirmed')
    .executeTakeFirstOrThrow();
  if (taken >= workshop.seats) return err({ type: 'no-seat-free' });

  const next = await tx
    .selectFrom('sign_up')
    .select(['id', 'person_id', 'delete_after'])
    .where('workshop_id', '=', workshopId)
    .where('status', '=', 'waiting')
    .orderBy('line_number')
    .limit(1)
    .executeTakeFirst();
  if (!next) return err({ type: 'nobody-waits' });

  await tx.updateTable('sign_up').set({ status: 'confirmed' }).where('id', '=', next.id).execute();
  return ok({ signUpId: next.id, personId: next.person_id, deleteAfter: next.delete_after });
}
