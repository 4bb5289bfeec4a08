import { listVenues } from '#features/places/server/venues.ts';
import type { WorkshopSnapshot, WorkshopView } from '#features/workshops/domain/workshop-view.ts';
import { listWorkshops } from '#features/workshops/server/list-workshops.ts';
import type { Db } from '#server/db/database.ts';
import { DAY_MS, type Instant } from '#shared/time/instant.ts';

const OLDEST_MS = 5_000;
/** A receipt still finds its workshop for a while after the last date. */
const KEPT_AFTER_MS = 60 * DAY_MS;

type Taken = { readonly takenAt: Instant; readonly snapshot: Promise<WorkshopSnapshot> };
const takenByDb = new WeakMap<Db, Taken>();

/**
 * What is public about the workshops, at most five seconds old. However many people look, the database
 * is read once in that time; seats are decided when somebody applies, not by this.
 */
export function findWorkshopSnapshot(db: Db, now: Instant): Promise<WorkshopSnapshot> {
  const taken = takenByDb.get(db);
  if (taken && now >= taken.takenAt && now - taken.takenAt < OLDEST_MS) return taken.snapshot;

  const snapshot = takeSnapshot(db, now);
  takenByDb.set(db, { takenAt: now, snapshot });
  // A failed reading is for those who waited for it; the next one tries anew.
  snapshot.catch(() => {
    if (takenByDb.get(db)?.snapshot === snapshot) takenByDb.delete(db);
  });
  return snapshot;
}

/** A date was moved or called off: the next reader looks anew. */
export function dropWorkshopSnapshot(db: Db): void {
  takenByDb.delete(db);
}

/** @returns `undefined` for codes nobody gave, drafts, and workshops long over; any kind of letters fits. */
export async function findWorkshop(
  db: Db,
  code: string,
  now: Instant
): Promise<{ snapshot: WorkshopSnapshot; workshop: WorkshopView } | undefined> {
  const snapshot = await findWorkshopSnapshot(db, now);
  const workshop = snapshot.workshops.find((known) => known.code === toWorkshopCode(code));
  return workshop && { snapshot, workshop };
}

/** A code as typed from the 市報: Ｃ１２, c12 and 「C 12」 are C12. */
export function toWorkshopCode(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

async function takeSnapshot(db: Db, now: Instant): Promise<WorkshopSnapshot> {
  const workshops = await listWorkshops(db, now - KEPT_AFTER_MS);
  return { takenAt: now, workshops, places: await listVenues(db) };
}
