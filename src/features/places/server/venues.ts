import type { CityVenue } from '#city/city.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { VenueRow } from './tables.ts';

/** A public place as pages show it. */
export type Venue = {
  readonly id: string;
  readonly name: { readonly ja: string; readonly en: string };
  /** How the Japanese name is read. */
  readonly kana: string;
  readonly address: string;
  readonly telephone: string;
};

/** Brings the venues of the city file into the database; what stands there already is kept up to date. */
export function keepCityVenues(db: Db, venues: readonly CityVenue[]): Promise<void> {
  return inTransaction(db, async (tx) => {
    for (const { name, closedWeekdays, ...venue } of venues) {
      const row: VenueRow = {
        ...venue,
        name_ja: name.ja,
        name_en: name.en,
        closed_weekdays: JSON.stringify(closedWeekdays)
      };
      await tx
        .insertInto('venue')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    }
  });
}

export async function listVenues(db: Db): Promise<readonly Venue[]> {
  const rows = await db.selectFrom('venue').selectAll().orderBy('kana').execute();
  return rows.map(({ id, name_ja, name_en, kana, address, telephone }) => ({
    id,
    name: { ja: name_ja, en: name_en },
    kana,
    address,
    telephone
  }));
}
