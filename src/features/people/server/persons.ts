import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { searchKeyOf, toHiragana } from '#shared/text/kana.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { AgeBand, PhoneFamily, TellingWay } from '../domain/person.ts';
import type { PersonRow } from './tables.ts';

/** A person as told on a form; `phone` in digits, or `undefined` for people without one. */
export type NewPerson = {
  readonly kana: string;
  readonly name: string;
  readonly phone: string | undefined;
  readonly town: string | undefined;
  readonly ageBand: AgeBand;
  readonly phoneFamily: PhoneFamily;
  readonly way: TellingWay;
  readonly deleteAfter: LocalDate;
  readonly now: Instant;
};

/**
 * Keeps a person: the one with the same kana and telephone is brought up to date, since people apply
 * again and again, and what they did not tell this time stays as they told it before; anybody else,
 * and everybody without a telephone, is new. Joining two rows of one person is a clerk's decision.
 *
 * - `knownId`: the person a clerk has chosen; brought up to date whatever their kana and telephone
 *   were. Who is gone meanwhile is kept like anybody else.
 *
 * @returns the person's id
 */
export async function keepPerson(tx: Tx, person: NewPerson, knownId?: string): Promise<string> {
  const kana = toHiragana(person.kana);
  const known =
    (knownId === undefined ? undefined : await findKept(tx, knownId)) ??
    (person.phone === undefined ? undefined : await findSamePerson(tx, kana, person.phone));
  const row = {
    kana,
    kana_key: searchKeyOf(kana),
    name: person.name,
    phone: person.phone ?? null,
    town: person.town ?? null,
    age_band: person.ageBand,
    phone_family: person.phoneFamily,
    way: person.way,
    delete_after: person.deleteAfter
  };
  if (!known) {
    const id = newId();
    await tx
      .insertInto('person')
      .values({ ...row, id, contact_stopped_at: null, created_at: person.now })
      .execute();
    return id;
  }
  const later = known.delete_after > person.deleteAfter ? known.delete_after : person.deleteAfter;
  await tx
    .updateTable('person')
    .set({
      ...row,
      town: row.town ?? known.town,
      age_band: row.age_band === 'not-told' ? known.age_band : row.age_band,
      phone_family: row.phone_family === 'unknown' ? known.phone_family : row.phone_family,
      delete_after: later
    })
    .where('id', '=', known.id)
    .execute();
  return known.id;
}

const KEPT = ['id', 'town', 'age_band', 'phone_family', 'delete_after'] as const;
type Kept = Pick<PersonRow, (typeof KEPT)[number]>;

function findKept(tx: Tx, id: string): Promise<Kept | undefined> {
  return tx.selectFrom('person').select(KEPT).where('id', '=', id).executeTakeFirst();
}

function findSamePerson(tx: Tx, kana: string, phone: string): Promise<Kept | undefined> {
  return tx
    .selectFrom('person')
    .select(KEPT)
    .where('phone', '=', phone)
    .where('kana_key', '=', searchKeyOf(kana))
    .orderBy('created_at')
    .executeTakeFirst();
}

/** In which way a person is told something, and whether the one switch forbids it. */
export async function findTelling(
  tx: Tx,
  personId: string
): Promise<{ readonly way: TellingWay; readonly contactStopped: boolean }> {
  const { way, contact_stopped_at } = await tx
    .selectFrom('person')
    .select(['way', 'contact_stopped_at'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return { way, contactStopped: contact_stopped_at !== null };
}

/** The same for many at once, by the person's id. */
export async function findTellings(
  tx: Tx,
  personIds: readonly string[]
): Promise<ReadonlyMap<string, { readonly way: TellingWay; readonly contactStopped: boolean }>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'way', 'contact_stopped_at'])
    .where('id', 'in', personIds)
    .execute();
  return new Map(
    rows.map(({ id, way, contact_stopped_at }) => [
      id,
      { way, contactStopped: contact_stopped_at !== null }
    ])
  );
}

/** How a person is reached from now on, as they said themselves. */
export async function changeTelling(
  tx: Tx,
  personId: string,
  { phone, way }: { readonly phone: string | undefined; readonly way: TellingWay }
): Promise<void> {
  await tx
    .updateTable('person')
    .set({ phone: phone ?? null, way })
    .where('id', '=', personId)
    .execute();
}

/** The one switch: stops, or allows again, every letter and call to a person. */
export async function setContactStopped(
  tx: Tx,
  personId: string,
  stoppedAt: Instant | null
): Promise<void> {
  await tx
    .updateTable('person')
    .set({ contact_stopped_at: stoppedAt })
    .where('id', '=', personId)
    .execute();
}
