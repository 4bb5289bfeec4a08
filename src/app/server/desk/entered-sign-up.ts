import type { SignUpStatus } from '#features/workshops/domain/place.ts';
import type { Db } from '#server/db/database.ts';

/** What the clerk reads out after entering a form; no name. */
export type EnteredSignUp = {
  readonly id: string;
  readonly receiptNumber: string;
  readonly status: SignUpStatus;
  /** From 1; `undefined` for those who hold a seat. */
  readonly placeInLine: number | undefined;
};

/** @returns `undefined` when this workshop has no such sign-up. */
export async function findEnteredSignUp(
  db: Db,
  workshopId: string,
  signUpId: string
): Promise<EnteredSignUp | undefined> {
  const row = await db
    .selectFrom('sign_up')
    .select((eb) => [
      'id',
      'receipt_number',
      'status',
      eb
        .selectFrom('sign_up as ahead')
        .select((ahead) => ahead.cast<number>(ahead.fn.countAll(), 'integer').as('count'))
        .whereRef('ahead.workshop_id', '=', 'sign_up.workshop_id')
        .where('ahead.status', '=', 'waiting')
        .whereRef('ahead.line_number', '<=', 'sign_up.line_number')
        .as('place')
    ])
    .where('id', '=', signUpId)
    .where('workshop_id', '=', workshopId)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      receiptNumber: row.receipt_number,
      status: row.status,
      placeInLine: row.status === 'waiting' ? (row.place ?? undefined) : undefined
    }
  );
}
