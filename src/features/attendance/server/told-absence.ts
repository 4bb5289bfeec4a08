import type { Fact } from '#features/sync/domain/fact.ts';
import type { Tx } from '#server/db/transaction.ts';
import { readPayload } from '../domain/operation.ts';
import {
  EXPECTED,
  presenceByParticipation,
  withdrawnBy,
  type Presence
} from '../domain/presence.ts';
import { keepPresence } from './operations.ts';

/** Told absences of one person at one date that nobody withdrew. */
export function standingAbsences(facts: readonly Fact[]): readonly Fact[] {
  const withdrawn = withdrawnBy(facts);
  return facts.filter(
    (fact) =>
      fact.type === 'attend.noshow' &&
      !withdrawn.has(fact.opId) &&
      readPayload('attend.noshow', fact.payload)?.told === true
  );
}

/** Keeps what the facts of one person fold to. */
export async function foldPresence(
  tx: Tx,
  participationId: string,
  facts: readonly Fact[]
): Promise<Presence> {
  const presence = presenceByParticipation(facts).get(participationId) ?? EXPECTED;
  await keepPresence(tx, participationId, presence);
  return presence;
}
