import type { TellingWay } from '#features/people/domain/person.ts';
import {
  entrantOf,
  type Entrant,
  type EntrantFacts,
  type LotteryRules
} from '#features/workshops/domain/lottery.ts';
import { poolOf } from '#features/workshops/domain/seating.ts';
import { listOverrides } from '#features/workshops/server/lottery.ts';
import { seatsOfYear } from '#features/workshops/server/seats-of-year.ts';
import type { LockedWorkshop } from '#features/workshops/server/workshop-lock.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { LocalDate } from '#shared/time/instant.ts';

/** One application in a lottery: who is behind it, what the rules look at, and where they put it. */
export type EnteredSignUp = {
  readonly signUpId: string;
  readonly personId: string;
  readonly deleteAfter: LocalDate;
  readonly way: TellingWay;
  readonly contactStopped: boolean;
  readonly facts: EntrantFacts;
  readonly entrant: Entrant;
};

/** Everybody who is in a lottery now, first come first. Who withdrew is not on the list. */
export async function readEntrants(
  tx: Tx,
  { id: workshopId, division }: Pick<LockedWorkshop, 'id' | 'division'>,
  rules: LotteryRules
): Promise<readonly EnteredSignUp[]> {
  const rows = await tx
    .selectFrom('sign_up')
    .innerJoin('person', 'person.id', 'sign_up.person_id')
    .select([
      ...(['sign_up.id', 'person_id', 'receipt_number', 'lives_here'] as const),
      'sign_up.phone_family',
      ...(['sign_up.delete_after', 'age_band', 'way', 'contact_stopped_at'] as const)
    ])
    .where('workshop_id', '=', workshopId)
    .where('status', '=', 'entered')
    .orderBy('sign_up.created_at')
    .orderBy('sign_up.id')
    .execute();
  const people = [...new Set(rows.map(({ person_id }) => person_id))];
  const histories = await readHistories(tx, workshopId, people);
  const overrides = await listOverrides(tx, workshopId);
  const seen = new Set<string>();

  return rows.map((row) => {
    const override = overrides.get(row.id);
    const facts: EntrantFacts = {
      number: row.receipt_number,
      ageBand: row.age_band,
      livesHere: row.lives_here === 1,
      isFirstTimer: !histories.came.has(row.person_id),
      missedLast: histories.missedLast.has(row.person_id),
      seatsThisYear: histories.seatsThisYear.get(row.person_id)?.size ?? 0,
      isSecondEntry: seen.has(row.person_id),
      override: override && { to: override.to, reason: override.reason }
    };
    seen.add(row.person_id);
    return {
      signUpId: row.id,
      personId: row.person_id,
      deleteAfter: row.delete_after,
      way: row.way,
      contactStopped: row.contact_stopped_at !== null,
      facts,
      entrant: {
        ...entrantOf(facts, rules),
        ...(division && { pool: poolOf(division, row.phone_family) })
      }
    };
  });
}

type Histories = {
  readonly came: ReadonlySet<string>;
  readonly missedLast: ReadonlySet<string>;
  /** Other workshops with a seat in the fiscal year of this one, by person. */
  readonly seatsThisYear: ReadonlyMap<string, ReadonlySet<string>>;
};

async function readHistories(
  tx: Tx,
  workshopId: string,
  people: readonly string[]
): Promise<Histories> {
  if (people.length === 0) {
    return { came: new Set(), missedLast: new Set(), seatsThisYear: new Map() };
  }
  return {
    came: await readCame(tx, people),
    missedLast: await readMissedLast(tx, people),
    seatsThisYear: await seatsOfYear(tx, workshopId, people)
  };
}

async function readCame(tx: Tx, people: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('participation')
    .select('person_id')
    .distinct()
    .where('person_id', 'in', people)
    .where('attendance', '=', 'came')
    .execute();
  return new Set(rows.flatMap(({ person_id }) => person_id ?? []));
}

/** Who was in the line, and not seated since, after the last lottery they were in when it was drawn. */
async function readMissedLast(tx: Tx, people: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('sign_up')
    .innerJoin('lottery', 'lottery.workshop_id', 'sign_up.workshop_id')
    .select(['person_id', 'status'])
    .where('person_id', 'in', people)
    .where('drawn_at', 'is not', null)
    .where('status', 'in', ['confirmed', 'waiting'])
    .whereRef('sign_up.created_at', '<', 'lottery.drawn_at')
    .orderBy('drawn_at')
    .execute();
  const lastStatus = new Map(rows.map(({ person_id, status }) => [person_id, status]));
  return new Set(people.filter((person) => lastStatus.get(person) === 'waiting'));
}
