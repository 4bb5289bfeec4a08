import type { Db } from '#server/db/database.ts';
import { inSnapshot } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { PullRequest, PullResponse } from '../domain/exchange.ts';
import type { SyncRules } from './push.ts';
import type { DeviceRow } from './tables.ts';

const FROM_THE_START = { version: 0, id: '' };
const NOTHING_SEEN = '0.';

/**
 * What changed in a scope since the device's cursor, all of one moment. A cursor is the last row's
 * version and id, so that one large change can be read in parts.
 */
export function readPull(
  db: Db,
  rules: SyncRules,
  device: DeviceRow,
  request: PullRequest,
  now: Instant
): Promise<PullResponse> {
  const { scope, limit } = request;

  return inSnapshot(db, async (tx) => {
    const right = await rules.rightOf(tx, device, scope, now);
    const isOver = right.kind !== 'held' || (right.until !== undefined && right.until <= now);
    if (isOver) return lostScope(request, now);

    const state = await tx
      .selectFrom('scope')
      .selectAll()
      .where('id', '=', scope)
      .executeTakeFirst();
    const asked = parseCursor(request.cursor);
    // A cursor ahead of the scope was given before the database was restored from a backup.
    const reset =
      asked.version > (state?.version ?? 0) ||
      (asked.version > 0 && asked.version < (state?.min_version ?? 0));
    const cursor = reset ? FROM_THE_START : asked;

    const rows = await tx
      .selectFrom('sync_row')
      .select(['id', 'kind', 'body', 'version', 'deleted'])
      .where('scope', '=', scope)
      .where((eb) =>
        eb.or([
          eb('version', '>', cursor.version),
          eb.and([eb('version', '=', cursor.version), eb('id', '>', cursor.id)])
        ])
      )
      .orderBy('version')
      .orderBy('id')
      .limit(limit + 1)
      .execute();

    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      rows: page
        .filter((row) => row.deleted === 0)
        .map(({ id, kind, body }) => ({ id, kind, body })),
      tombstones: page.filter((row) => row.deleted === 1).map(({ id }) => id),
      cursor: last ? `${last.version}.${last.id}` : reset ? NOTHING_SEEN : request.cursor,
      more: rows.length > limit,
      serverTime: now,
      reset,
      revokedScopes: [],
      ...(right.until === undefined ? {} : { heldUntil: right.until })
    };
  });
}

function lostScope({ scope, cursor }: PullRequest, now: Instant): PullResponse {
  return {
    rows: [],
    tombstones: [],
    cursor,
    more: false,
    serverTime: now,
    reset: false,
    revokedScopes: [scope]
  };
}

function parseCursor(cursor: string): { readonly version: number; readonly id: string } {
  const dot = cursor.indexOf('.');
  return { version: Number(cursor.slice(0, dot)), id: cursor.slice(dot + 1) };
}
