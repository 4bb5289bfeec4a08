import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { SeriesRecord } from '../domain/series.ts';
import './tables.ts';

export type Series = {
  readonly id: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly record: SeriesRecord;
  readonly createdAt: Instant;
};

/** One workshop of a series as the list shows it. */
export type SeriesWorkshop = {
  readonly id: string;
  readonly code: string;
  readonly venueId: string;
  readonly state: 'draft' | 'open' | 'cancelled';
  /** Earliest first; dates that were called off are left out. */
  readonly sessions: readonly { readonly startsAt: Instant; readonly endsAt: Instant }[];
};

/**
 * Begins a series under an id that came with its form. Whoever sends the same form meanwhile waits here
 * until this transaction ends. @returns false when the series is there already.
 */
export async function beginSeries(
  tx: Tx,
  series: {
    readonly id: string;
    readonly titleJa: string;
    readonly titleEn: string;
    readonly now: Instant;
  }
): Promise<boolean> {
  const begun = await tx
    .insertInto('series')
    .values({
      id: series.id,
      title_ja: series.titleJa,
      title_en: series.titleEn,
      record: '{}',
      created_at: series.now
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return begun !== undefined;
}

export async function keepSeriesRecord(tx: Tx, id: string, record: SeriesRecord): Promise<void> {
  await tx
    .updateTable('series')
    .set('record', JSON.stringify(record))
    .where('id', '=', id)
    .execute();
}

export async function isSeriesKnown(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('series').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

/** Every series, the newest first. */
export async function listSeries(db: Db): Promise<readonly Series[]> {
  const rows = await db.selectFrom('series').selectAll().orderBy('created_at', 'desc').execute();
  return rows.map(seriesOf);
}

export async function findSeries(
  db: Db,
  id: string
): Promise<{ series: Series; workshops: readonly SeriesWorkshop[] } | undefined> {
  const row = await db.selectFrom('series').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { series: seriesOf(row), workshops: await listSeriesWorkshops(db, id) };
}

async function listSeriesWorkshops(db: Db, id: string): Promise<readonly SeriesWorkshop[]> {
  const workshops = await db
    .selectFrom('workshop')
    .select(['id', 'code', 'venue_id', 'state'])
    .where('series_id', '=', id)
    .execute();
  if (workshops.length === 0) return [];

  const sessions = await db
    .selectFrom('session')
    .select(['workshop_id', 'starts_at', 'ends_at'])
    .where(
      'workshop_id',
      'in',
      workshops.map((workshop) => workshop.id)
    )
    .where('state', '=', 'planned')
    .orderBy('starts_at')
    .execute();
  const sessionsByWorkshop = Map.groupBy(sessions, (session) => session.workshop_id);
  return workshops
    .map((workshop) => ({
      id: workshop.id,
      code: workshop.code,
      venueId: workshop.venue_id,
      state: workshop.state,
      sessions: (sessionsByWorkshop.get(workshop.id) ?? []).map((session) => ({
        startsAt: session.starts_at,
        endsAt: session.ends_at
      }))
    }))
    .sort((one, other) => firstOf(one) - firstOf(other));
}

function firstOf({ sessions }: SeriesWorkshop): Instant {
  return sessions[0]?.startsAt ?? Number.MAX_SAFE_INTEGER;
}

function seriesOf(row: {
  id: string;
  title_ja: string;
  title_en: string;
  record: string;
  created_at: Instant;
}): Series {
  return {
    id: row.id,
    title: { ja: row.title_ja, en: row.title_en },
    record: JSON.parse(row.record) as SeriesRecord,
    createdAt: row.created_at
  };
}
