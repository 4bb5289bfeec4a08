import type { TellingWay } from '#features/people/domain/person.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { SignUpStatus } from '#features/workshops/domain/place.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import { readSessionSupporters, type SessionSupporter } from './session-supporters.ts';

/** Everyone whom a change of a date concerns, and how each of them will hear of it. */
export type Concerned = {
  readonly signUps: readonly {
    readonly id: string;
    readonly kana: string;
    readonly name: string;
    readonly status: SignUpStatus;
    readonly way: TellingWay;
    readonly contactStopped: boolean;
  }[];
  readonly supporters: readonly SessionSupporter[];
};

/** Those with a seat first, then those in a draw, then the waiting line in its order; reading them is written down. */
export function readConcerned(
  db: Db,
  asked: {
    readonly workshopId: string;
    readonly sessionId: string;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<Concerned> {
  const { workshopId, sessionId, actor, now } = asked;
  return inTransaction(db, async (tx) => {
    const rows = await tx
      .selectFrom('sign_up')
      .innerJoin('person', 'person.id', 'sign_up.person_id')
      .select([
        'sign_up.id',
        'sign_up.status',
        'person.kana',
        'person.name',
        'person.way',
        'person.contact_stopped_at'
      ])
      .where('sign_up.workshop_id', '=', workshopId)
      .where('sign_up.status', '!=', 'cancelled')
      .orderBy('sign_up.status')
      .orderBy('sign_up.line_number')
      .orderBy('person.kana')
      .execute();
    const supporters = await readSessionSupporters(tx, [sessionId]);
    await writeAudit(tx, [
      { at: now, actor, action: 'read', entity: 'workshop', entityId: workshopId, why: 'change' }
    ]);
    return {
      signUps: rows.map(({ contact_stopped_at, ...row }) => ({
        ...row,
        contactStopped: contact_stopped_at !== null
      })),
      supporters: supporters.get(sessionId) ?? []
    };
  });
}
