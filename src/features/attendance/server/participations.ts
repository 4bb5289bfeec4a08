import type { AgeBand, PhoneFamily } from '#features/people/domain/person.ts';
import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import './tables.ts';

/** Somebody who is to stand on the roster of a session. */
export type NewParticipation = {
  readonly sessionId: string;
  readonly signUpId: string;
  readonly personId: string;
  readonly ageBand: AgeBand;
  readonly phoneFamily: PhoneFamily;
  readonly now: Instant;
  readonly deleteAfter: LocalDate;
};

/**
 * Puts an applicant on the roster of one session, under the next number. The caller holds the lock on
 * the workshop's seats, so numbers are given one after the other.
 */
export async function addParticipation(tx: Tx, participation: NewParticipation): Promise<string> {
  const id = newId();
  await tx
    .insertInto('participation')
    .values({
      id,
      session_id: participation.sessionId,
      sign_up_id: participation.signUpId,
      person_id: participation.personId,
      kind: 'sign-up',
      number: await nextNumber(tx, participation.sessionId),
      walk_in_kana: null,
      walk_in_name: null,
      age_band: participation.ageBand,
      phone_family: participation.phoneFamily,
      created_at: participation.now,
      delete_after: participation.deleteAfter,
      attendance: 'expected',
      came_as: 'learner',
      arrived_at: null,
      left_at: null
    })
    .execute();
  return id;
}

/** The next free number on a session's roster, from 1; under the workshop's lock, as above. */
export async function nextNumber(tx: Tx, sessionId: string): Promise<number> {
  const { highest } = await tx
    .selectFrom('participation')
    .select((eb) => eb.fn.max<number | null>('number').as('highest'))
    .where('session_id', '=', sessionId)
    .executeTakeFirstOrThrow();
  return (highest ?? 0) + 1;
}

/** Whether somebody came to one of the sessions, or was noted as away. */
export async function isAnybodyMarked(tx: Tx, sessionIds: readonly string[]): Promise<boolean> {
  if (sessionIds.length === 0) return false;
  const row = await tx
    .selectFrom('participation')
    .select('id')
    .where('session_id', 'in', sessionIds)
    .where('attendance', '!=', 'expected')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
