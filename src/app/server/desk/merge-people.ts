import { publishRoster } from '#app/server/roster.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { AgeBand, PhoneFamily, TellingWay } from '#features/people/domain/person.ts';
import type { PersonRow } from '#features/people/server/tables.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import { lockWorkshop } from '#features/workshops/server/workshop-lock.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';

/** Every table whose rows hang on a person, and so move with them (tests/server/merge compares). */
export const tablesOfPeople = [
  'sign_up',
  'participation',
  'notice',
  'help_request',
  'supporter_file'
] as const;

type Asked = {
  /** The person who stays. */
  readonly keptId: string;
  /** The person whose rows move, and who is gone afterwards. */
  readonly goneId: string;
  readonly actor: string;
  readonly now: Instant;
};

/** A workshop both are signed up to: one of the sign-ups is cancelled first. */
export type DoubleSignUp = {
  readonly workshopId: string;
  readonly code: string;
  readonly signUpIds: readonly string[];
};

export type MergeError =
  | { readonly type: 'person-not-found' }
  | { readonly type: 'both-signed-up'; readonly doubles: readonly DoubleSignUp[] };

export type PersonCard = {
  readonly id: string;
  readonly kana: string;
  readonly name: string;
  readonly phone: string | null;
  readonly town: string | null;
  readonly ageBand: AgeBand;
  readonly phoneFamily: PhoneFamily;
  readonly way: TellingWay;
  readonly contactStopped: boolean;
  readonly createdAt: Instant;
  /** Rows that hang on this person, by table. */
  readonly rows: Readonly<Record<(typeof tablesOfPeople)[number], number>>;
};

export type MergePreview = {
  readonly kept: PersonCard;
  readonly gone: PersonCard;
  /** What one person will be told by afterwards. */
  readonly result: PersonCard;
  readonly doubles: readonly DoubleSignUp[];
};

/** What joining two people would do, and what stands against it; reading it is written down. */
export function previewMerge(db: Db, asked: Asked): Promise<MergePreview | undefined> {
  return inTransaction(db, async (tx) => {
    const people = await readTwo(tx, asked);
    if (!people) return undefined;
    const { keptId, goneId, actor, now } = asked;
    const [kept, gone] = [await cardOf(tx, people.kept), await cardOf(tx, people.gone)];
    const result = await cardOf(tx, { ...people.kept, ...joined(people.kept, people.gone) });
    const doubles = await findDoubles(tx, asked);
    await writeAudit(
      tx,
      [keptId, goneId].map((entityId) => ({
        ...{ at: now, actor, action: 'read', entity: 'person', entityId, why: 'merge' }
      }))
    );
    return { kept, gone, result: { ...result, rows: sum(kept.rows, gone.rows) }, doubles };
  });
}

/**
 * Makes two people one: sign-ups, participations, notices and requests move to the one who stays, who
 * learns what only the other had told, and the other row goes. Their workshops are locked first, so
 * that nobody is signed up twice in between.
 */
export function mergePeople(db: Db, asked: Asked): Promise<Result<undefined, MergeError>> {
  const { keptId, goneId, actor, now } = asked;
  return inTransaction(db, async (tx) => {
    await lockWorkshopsOf(tx, asked);
    const people = await readTwo(tx, asked);
    if (!people) return err({ type: 'person-not-found' });
    const doubles = await findDoubles(tx, asked);
    if (doubles.length > 0) return err({ type: 'both-signed-up', doubles });

    for (const table of tablesOfPeople) {
      await tx
        .updateTable(table)
        .set({ person_id: keptId })
        .where('person_id', '=', goneId)
        .execute();
    }
    const values = joined(people.kept, people.gone);
    await tx.updateTable('person').set(values).where('id', '=', keptId).execute();
    await tx.deleteFrom('person').where('id', '=', goneId).execute();
    await writeAudit(tx, [
      { at: now, actor, action: 'person.merge', entity: 'person', entityId: keptId, why: 'kept' },
      { at: now, actor, action: 'person.merge', entity: 'person', entityId: goneId, why: 'joined' }
    ]);
    await publishRosterOf(tx, keptId);
    return ok(undefined);
  });
}

async function readTwo(tx: Tx, { keptId, goneId }: Asked) {
  const rows = await tx
    .selectFrom('person')
    .selectAll()
    .where('id', 'in', [keptId, goneId])
    .execute();
  const kept = rows.find(({ id }) => id === keptId);
  const gone = rows.find(({ id }) => id === goneId);
  return kept && gone && keptId !== goneId ? { kept, gone } : undefined;
}

/** What the person who stays learns; the switch that stops contact, and the longer keeping, win. */
function joined(kept: PersonRow, gone: PersonRow) {
  return {
    name: kept.name === kept.kana ? gone.name : kept.name,
    phone: kept.phone ?? gone.phone,
    town: kept.town ?? gone.town,
    age_band: kept.age_band === 'not-told' ? gone.age_band : kept.age_band,
    phone_family: kept.phone_family === 'unknown' ? gone.phone_family : kept.phone_family,
    way: kept.phone === null && kept.way !== 'mail' ? gone.way : kept.way,
    contact_stopped_at: kept.contact_stopped_at ?? gone.contact_stopped_at,
    delete_after: kept.delete_after > gone.delete_after ? kept.delete_after : gone.delete_after
  };
}

async function cardOf(tx: Tx, person: PersonRow): Promise<PersonCard> {
  const rows = { sign_up: 0, participation: 0, notice: 0, help_request: 0, supporter_file: 0 };
  for (const table of tablesOfPeople) {
    const { count } = await tx
      .selectFrom(table)
      .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
      .where('person_id', '=', person.id)
      .executeTakeFirstOrThrow();
    rows[table] = count;
  }
  const { id, kana, name, phone, town, age_band, phone_family, way } = person;
  return {
    ...{ id, kana, name, phone, town, way, rows },
    ageBand: age_band,
    phoneFamily: phone_family,
    contactStopped: person.contact_stopped_at !== null,
    createdAt: person.created_at
  };
}

function sum(one: PersonCard['rows'], other: PersonCard['rows']): PersonCard['rows'] {
  const tables = tablesOfPeople.map((table) => [table, one[table] + other[table]] as const);
  return Object.fromEntries(tables) as PersonCard['rows'];
}

async function findDoubles(tx: Tx, { keptId, goneId }: Asked): Promise<DoubleSignUp[]> {
  const rows = await tx
    .selectFrom('sign_up')
    .innerJoin('workshop', 'workshop.id', 'sign_up.workshop_id')
    .select(['sign_up.id', 'sign_up.person_id', 'workshop.id as workshop_id', 'workshop.code'])
    .where('sign_up.person_id', 'in', [keptId, goneId])
    .where('sign_up.status', '!=', 'cancelled')
    .orderBy('workshop.code')
    .orderBy('sign_up.id')
    .execute();
  return [...Map.groupBy(rows, (row) => row.workshop_id)]
    .filter(([, signUps]) => new Set(signUps.map((row) => row.person_id)).size === 2)
    .map(([workshopId, signUps]) => ({
      workshopId,
      code: signUps[0]?.code ?? '',
      signUpIds: signUps.map(({ id }) => id)
    }));
}

async function lockWorkshopsOf(tx: Tx, { keptId, goneId }: Asked): Promise<void> {
  const workshops = await tx
    .selectFrom('sign_up')
    .select('workshop_id')
    .distinct()
    .where('person_id', 'in', [keptId, goneId])
    .orderBy('workshop_id')
    .execute();
  for (const { workshop_id } of workshops) await lockWorkshop(tx, { id: workshop_id });
}

/** What the tablets hold of this person's lines, in every session. */
async function publishRosterOf(tx: Tx, personId: string): Promise<void> {
  const lines = await tx
    .selectFrom('participation')
    .select('id')
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  const changes = new ScopeChanges();
  for (const { id } of lines) await publishRoster(tx, changes, { participationId: id });
  await changes.flush(tx);
}
