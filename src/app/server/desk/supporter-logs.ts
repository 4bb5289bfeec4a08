import { foldLog, type LogEntry, type LogStep } from '#features/assistance/domain/log-fold.ts';
import { noteGoneOn } from '#features/assistance/domain/record.ts';
import { SERVER_DEVICE } from '#features/sync/domain/fact.ts';
import { supporterScope } from '#features/sync/domain/operation.ts';
import { readFacts } from '#features/sync/server/facts.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { localDateOf, type Instant, type LocalDate } from '#shared/time/instant.ts';

type LoggedStep = LogStep & {
  /** Who typed it at the desk; `undefined` when the supporter wrote it. */
  readonly typedBy: string | undefined;
};

/** An entry of a supporter's log as the desk sees it, taken back or not. */
export type LoggedEntry = Omit<LogEntry, 'deviceId' | 'steps'> & {
  readonly typedBy: string | undefined;
  readonly steps: readonly LoggedStep[];
  /** When its note is gone; `undefined` without one. */
  readonly noteGoneOn: LocalDate | undefined;
};

export type LogSupporter = { readonly id: string; readonly name: string };

/** A meeting that is over and has no record. */
export type Unlogged = {
  readonly matchId: string;
  readonly supporter: LogSupporter;
  readonly venue: { readonly ja: string; readonly en: string };
  readonly startsAt: Instant;
};

export async function listLogSupporters(db: Db): Promise<readonly LogSupporter[]> {
  return db
    .selectFrom('supporter')
    .innerJoin('account', 'account.id', 'supporter.account_id')
    .select(['supporter.id', 'account.name'])
    .orderBy('account.name')
    .orderBy('supporter.id')
    .execute();
}

const ENTRIES_SHOWN = 50;

/**
 * The newest entries of one log with all that was written about each; no name of anybody helped. What a
 * supporter did is theirs, so the look is written down.
 */
export function readSupporterLog(
  db: Db,
  asked: { readonly supporterId: string; readonly actor: string; readonly now: Instant }
): Promise<readonly LoggedEntry[]> {
  return inTransaction(db, async (tx) => {
    const { supporterId, actor, now } = asked;
    await writeAudit(tx, [
      { at: now, actor, action: 'read', entity: 'supporter', entityId: supporterId, why: 'log' }
    ]);
    return readEntries(tx, supporterId);
  });
}

async function readEntries(tx: Tx, supporterId: string): Promise<readonly LoggedEntry[]> {
  const scope = supporterScope(supporterId);
  const entries = foldLog(await readFacts(tx, scope))
    .toReversed()
    .slice(0, ENTRIES_SHOWN);
  const writers = await tx
    .selectFrom('server_fact')
    .leftJoin('account', 'account.id', 'server_fact.written_by')
    .select(['server_fact.id', 'account.name'])
    .where('scope', '=', scope)
    .execute();
  const nameOf = new Map(writers.map(({ id, name }) => [id, name ?? '']));
  return entries.map(({ deviceId, steps, ...entry }) => {
    const { told, at } = entry;
    const hasNote = told.kind === 'record' && told.record.note !== undefined;
    return {
      ...entry,
      steps: steps.map((step) => ({ ...step, typedBy: nameOf.get(step.factId) })),
      typedBy: deviceId === SERVER_DEVICE ? nameOf.get(entry.id) : undefined,
      noteGoneOn: hasNote ? noteGoneOn(localDateOf(at)) : undefined
    };
  });
}

/** The meetings that wait for their record, the oldest first. */
export async function listUnlogged(db: Db, now: Instant): Promise<readonly Unlogged[]> {
  const rows = await db
    .selectFrom('help_match')
    .innerJoin('supporter', 'supporter.id', 'help_match.supporter_id')
    .innerJoin('account', 'account.id', 'supporter.account_id')
    .innerJoin('venue', 'venue.id', 'help_match.venue_id')
    .select([
      'help_match.id',
      'help_match.starts_at',
      'supporter.id as supporter_id',
      'account.name',
      'venue.name_ja',
      'venue.name_en'
    ])
    .where('help_match.state', '=', 'confirmed')
    .where('help_match.ends_at', '<=', now)
    .orderBy('help_match.starts_at')
    .orderBy('help_match.id')
    .execute();
  return rows.map((row) => ({
    matchId: row.id,
    supporter: { id: row.supporter_id, name: row.name },
    venue: { ja: row.name_ja, en: row.name_en },
    startsAt: row.starts_at
  }));
}

/** What a meeting already tells of its record. */
export async function findMeeting(db: Db, matchId: string) {
  return db
    .selectFrom('help_match')
    .innerJoin('help_request', 'help_request.id', 'help_match.request_id')
    .select([
      'help_match.id',
      'help_match.supporter_id',
      'help_match.starts_at',
      'help_match.ends_at',
      'help_request.topic',
      'help_request.phone_family'
    ])
    .where('help_match.id', '=', matchId)
    .executeTakeFirst();
}
