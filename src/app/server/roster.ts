import type { ExpressionBuilder } from 'kysely';
import { ROSTER_ROW, type RosterEntry } from '#features/attendance/domain/roster.ts';
import type { Need } from '#features/people/domain/person.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import type { RowChanges } from '#features/sync/domain/stored-operation.ts';
import type { Db } from '#server/db/database.ts';
import type { Tables } from '#server/db/tables.ts';
import type { Tx } from '#server/db/transaction.ts';
import { sha256 } from '#server/hash.ts';

const TICKET_HASH_HEX = 32;

/** What a tablet compares a scanned receipt with: it finds the line and gives away no receipt. */
export function ticketHashOf(receiptToken: string): string {
  return sha256(receiptToken).slice(0, TICKET_HASH_HEX);
}

/** Which lines of a roster: a whole session's, one sign-up's in all its sessions, or one line. */
export type RosterChoice =
  | { readonly sessionId: string }
  | { readonly signUpId: string }
  | { readonly participationId: string };

export type RosterLine = { readonly sessionId: string; readonly entry: RosterEntry };

/** Reads roster lines as devices hold them, in the order of their numbers. */
export async function readRoster(db: Db, choice: RosterChoice): Promise<readonly RosterLine[]> {
  const rows = await db
    .selectFrom('participation')
    .leftJoin('sign_up', 'sign_up.id', 'participation.sign_up_id')
    .leftJoin('person', 'person.id', 'participation.person_id')
    .select((eb) => [
      lastLevel(eb).as('known_level'),
      'participation.id',
      'participation.session_id',
      'participation.kind',
      'participation.number',
      'participation.walk_in_kana',
      'participation.walk_in_name',
      'participation.age_band',
      'participation.phone_family',
      'person.kana',
      'person.name',
      'person.town',
      'sign_up.wants_loan_phone',
      'sign_up.companions',
      'sign_up.needs',
      'sign_up.status',
      'sign_up.receipt_token',
      'sign_up.receipt_number'
    ])
    .$if('sessionId' in choice, (query) =>
      query.where('participation.session_id', '=', (choice as { sessionId: string }).sessionId)
    )
    .$if('signUpId' in choice, (query) =>
      query.where('participation.sign_up_id', '=', (choice as { signUpId: string }).signUpId)
    )
    .$if('participationId' in choice, (query) =>
      query.where('participation.id', '=', (choice as { participationId: string }).participationId)
    )
    .orderBy('participation.number')
    .execute();

  return rows.map((row) => ({
    sessionId: row.session_id,
    entry: {
      participationId: row.id,
      kind: row.kind,
      number: row.number,
      kana: row.kana ?? row.walk_in_kana ?? '',
      name: row.name ?? row.walk_in_name ?? '',
      town: row.town,
      ageBand: row.age_band,
      phoneFamily: row.phone_family,
      wantsLoanPhone: row.wants_loan_phone === 1,
      companions: row.companions ?? 0,
      needs: JSON.parse(row.needs ?? '[]') as Need[],
      place: row.status ?? 'walk-in',
      ticketHash: row.receipt_token ? ticketHashOf(row.receipt_token) : null,
      ...(row.receipt_number ? { receipt: row.receipt_number } : {}),
      ...(row.known_level ? { knownLevel: row.known_level } : {})
    }
  }));
}

/** What was noted about the same person at the last session they came to. */
function lastLevel(eb: ExpressionBuilder<Tables, 'participation'>) {
  return eb
    .selectFrom('participation as earlier')
    .select('earlier.phone_level')
    .whereRef('earlier.person_id', '=', 'participation.person_id')
    .whereRef('earlier.id', '!=', 'participation.id')
    .where('earlier.phone_level', 'is not', null)
    .where('earlier.arrived_at', 'is not', null)
    .orderBy('earlier.arrived_at', 'desc')
    .limit(1);
}

/** Tells the devices of every session concerned how these lines stand now; flush the changes last. */
export async function publishRoster(
  tx: Tx,
  changes: Pick<RowChanges, 'put'>,
  choice: RosterChoice
): Promise<void> {
  for (const { sessionId, entry } of await readRoster(tx, choice)) {
    changes.put(sessionScope(sessionId), ROSTER_ROW, entry.participationId, entry);
  }
}

/** Tells the devices of the dates after one that its participant is on the rosters of as well. */
export async function publishLaterDates(
  tx: Tx,
  changes: Pick<RowChanges, 'put'>,
  participationId: string
): Promise<void> {
  const later = await tx
    .selectFrom('participation as here')
    .innerJoin('session as today', 'today.id', 'here.session_id')
    .innerJoin('participation as there', 'there.person_id', 'here.person_id')
    .innerJoin('session as then', 'then.id', 'there.session_id')
    .select('there.id')
    .where('here.id', '=', participationId)
    .whereRef('then.starts_at', '>', 'today.starts_at')
    .execute();
  for (const { id } of later) await publishRoster(tx, changes, { participationId: id });
}
