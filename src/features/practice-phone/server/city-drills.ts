import * as v from 'valibot';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import { Drill } from '../domain/drill.ts';
import type { CityDrillRow } from './tables.ts';

export type CityDrill = {
  readonly drill: Drill;
  readonly shown: boolean;
  readonly writtenAt: Instant;
};

/** Learners' phones fetch and keep the shown ones: more than this helps nobody. */
const MOST_SHOWN = 12;

/** Keeps a drill under its own id; the same form sent twice is one drill. */
export async function keepCityDrill(
  db: Db,
  { drill, actor, now }: { readonly drill: Drill; readonly actor: string; readonly now: Instant }
): Promise<void> {
  const row: CityDrillRow = {
    id: drill.id,
    content: JSON.stringify(drill),
    shown: 1,
    written_by: actor,
    written_at: now
  };
  await inTransaction(db, (tx) =>
    tx
      .insertInto('city_drill')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  );
}

/** @returns false when there is no such drill. */
export async function showCityDrill(db: Db, id: string, shown: boolean): Promise<boolean> {
  const changed = await inTransaction(db, (tx) =>
    tx
      .updateTable('city_drill')
      .set({ shown: shown ? 1 : 0 })
      .where('id', '=', id)
      .returning('id')
      .execute()
  );
  return changed.length > 0;
}

/** All drills of the city, the newest first. */
export async function listCityDrills(db: Db): Promise<readonly CityDrill[]> {
  const rows = await db
    .selectFrom('city_drill')
    .select(['content', 'shown', 'written_at'])
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ content, shown, written_at }) => ({
    drill: v.parse(v.pipe(v.string(), v.parseJson(), Drill), content),
    shown: shown === 1,
    writtenAt: written_at
  }));
}

/** What learners see: the newest that are shown. */
export async function shownCityDrills(db: Db): Promise<readonly Drill[]> {
  const drills = await listCityDrills(db);
  return drills
    .filter(({ shown }) => shown)
    .map(({ drill }) => drill)
    .slice(0, MOST_SHOWN);
}
