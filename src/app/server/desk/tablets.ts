import { sql } from 'kysely';
import type { DeviceRow } from '#features/sync/server/tables.ts';
import type { Db } from '#server/db/database.ts';
import { addDays, localDateOf, type Instant } from '#shared/time/instant.ts';

const DAYS_BACK = 14;

/** A device as the desk sees it; what it holds and when it was seen is its own last word. */
export type TabletLine = Pick<DeviceRow, 'id' | 'name' | 'place' | 'state' | 'storage'> & {
  readonly account: string;
  readonly enrolledAt: Instant;
  readonly lastSeenAt: Instant;
  readonly endReason: DeviceRow['end_reason'];
  readonly endedAt: Instant | null;
  readonly unsent: number;
  readonly refused: number;
  readonly appVersion: string;
  readonly clockOffsetMs: number;
  readonly storageLostAt: Instant | null;
  readonly lostFacts: number;
  /** How many sessions' rosters it holds. */
  readonly holds: number;
};

/** Every device that is in use or was once: those in use first, the last seen first. */
export async function listTablets(db: Db): Promise<readonly TabletLine[]> {
  const rows = await selectTablets(db)
    .orderBy('last_seen_at', 'desc')
    .orderBy('device.id')
    .execute();
  const lines = rows.map(lineOf);
  return [
    ...lines.filter(({ state }) => state === 'active'),
    ...lines.filter(({ state }) => state !== 'active')
  ];
}

/** What a device held of a session; `until` is `null` while it holds it, for all we know. */
export type Holding = {
  readonly sessionId: string;
  readonly code: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly startsAt: Instant;
  readonly people: number;
  readonly since: Instant;
  readonly until: Instant | null;
};

/** One device with every roster it ever held; `undefined` when there is no such device. */
export async function findTablet(
  db: Db,
  id: string
): Promise<{ readonly tablet: TabletLine; readonly holdings: readonly Holding[] } | undefined> {
  const row = await selectTablets(db).where('device.id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const held = await selectHoldings(db)
    .where('device_holding.device_id', '=', id)
    .orderBy('since', 'desc')
    .orderBy('session.id')
    .execute();
  return { tablet: lineOf(row), holdings: held.map(holdingOf) };
}

export type TabletAfter = Pick<TabletLine, 'id' | 'name' | 'place' | 'unsent' | 'lastSeenAt'> & {
  readonly holds: boolean;
};

/** A session of the last days with the tablets that held its roster. */
export type AfterSession = Pick<Holding, 'sessionId' | 'code' | 'title' | 'startsAt'> & {
  readonly tablets: readonly TabletAfter[];
  /** Nobody holds the roster any more, and nothing waits to be sent. */
  readonly allEmpty: boolean;
};

/** Sessions of the last fortnight that tablets were made ready for, the newest first. */
export async function readAfterSessions(db: Db, now: Instant): Promise<readonly AfterSession[]> {
  const today = localDateOf(now);
  const rows = await selectHoldings(db)
    .innerJoin('device', 'device.id', 'device_holding.device_id')
    .select(['device.id as device', 'device.name', 'place', 'told_unsent', 'last_seen_at'])
    .where('session.local_date', '>=', addDays(today, -DAYS_BACK))
    .where('session.local_date', '<=', today)
    .orderBy('session.starts_at', 'desc')
    .orderBy('session.id')
    .orderBy('device.name')
    .orderBy('device.id')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((ofSession) =>
    ofSession.slice(0, 1).map((row) => {
      const { sessionId, code, title, startsAt } = holdingOf(row);
      const tablets = [...Map.groupBy(ofSession, ({ device }) => device).values()].flatMap(
        (times) => times.slice(0, 1).map((one) => tabletAfter(one, times))
      );
      const allEmpty = tablets.every(({ holds, unsent }) => !holds && unsent === 0);
      return { sessionId, code, title, startsAt, tablets, allEmpty };
    })
  );
}

function tabletAfter(
  row: {
    readonly device: string;
    readonly name: string;
    readonly place: string;
    readonly told_unsent: number;
    readonly last_seen_at: Instant;
  },
  times: readonly { readonly until: Instant | null }[]
): TabletAfter {
  return {
    ...{ id: row.device, name: row.name, place: row.place, unsent: row.told_unsent },
    lastSeenAt: row.last_seen_at,
    holds: times.some(({ until }) => until === null)
  };
}

function selectTablets(db: Db) {
  return db
    .selectFrom('device')
    .innerJoin('account', 'account.id', 'device.account_id')
    .selectAll('device')
    .select('account.name as account')
    .select((eb) =>
      eb
        .selectFrom('device_holding')
        .select((held) => held.cast<number>(held.fn.countAll(), 'integer').as('count'))
        .whereRef('device_holding.device_id', '=', 'device.id')
        .where('until', 'is', null)
        .as('holds')
    );
}

function lineOf(row: DeviceRow & { account: string; holds: number | null }): TabletLine {
  return {
    ...{ id: row.id, name: row.name, place: row.place, account: row.account, state: row.state },
    ...{ enrolledAt: row.enrolled_at, lastSeenAt: row.last_seen_at },
    ...{ endReason: row.end_reason, endedAt: row.revoked_at },
    ...{ unsent: row.told_unsent, refused: row.told_refused, holds: row.holds ?? 0 },
    ...{ appVersion: row.app_version, storage: row.storage },
    ...{ clockOffsetMs: row.clock_offset_ms, storageLostAt: row.storage_lost_at },
    lostFacts: row.lost_facts
  };
}

function selectHoldings(db: Db) {
  return db
    .selectFrom('device_holding')
    .innerJoin('session', (join) =>
      join.on('device_holding.scope', '=', sql<string>`'session:' || session.id`)
    )
    .innerJoin('workshop', 'workshop.id', 'session.workshop_id')
    .select(['session.id', 'session.starts_at', 'workshop.code', 'title_ja', 'title_en'])
    .select(['people', 'since', 'until']);
}

function holdingOf(row: {
  readonly id: string;
  readonly code: string;
  readonly title_ja: string;
  readonly title_en: string;
  readonly starts_at: Instant;
  readonly people: number;
  readonly since: Instant;
  readonly until: Instant | null;
}): Holding {
  return {
    ...{ sessionId: row.id, code: row.code, startsAt: row.starts_at },
    title: { ja: row.title_ja, en: row.title_en },
    ...{ people: row.people, since: row.since, until: row.until }
  };
}
