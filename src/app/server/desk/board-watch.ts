import {
  WATCHED_MS,
  findPatterns,
  type Pattern,
  type PatternKind,
  type WatchedMeeting
} from '#features/board/domain/watch.ts';
import { listStoppedTexts, type StoppedText } from '#features/board/server/stopped-texts.ts';
import { listTroubleReports, type ReportLine } from '#features/board/server/trouble-reports.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import { readSupporterNames } from './supporter-names.ts';

/** A pattern as the desk reads it: requests by their numbers, and no name of whoever was helped. */
export type PatternLine = {
  readonly kind: PatternKind;
  readonly count: number;
  readonly supporterId: string;
  readonly supporterName: string;
  readonly requests: readonly { readonly id: string; readonly number: string }[];
};

export type BoardWatch = {
  readonly reports: readonly (ReportLine & { readonly supporterName: string })[];
  readonly patterns: readonly PatternLine[];
  /** `writerName` is `null` for somebody without an account. */
  readonly stopped: readonly (StoppedText & { readonly writerName: string | null })[];
};

/** What the coordinator looks at. The reports tell of people, so reading them is written down. */
export function readBoardWatch(
  db: Db,
  { actor, now }: { readonly actor: string; readonly now: Instant }
): Promise<BoardWatch> {
  return inTransaction(db, async (tx) => {
    const reports = await listTroubleReports(tx, actor);
    const patterns = await readPatterns(tx, now);
    const names = await readSupporterNames(tx, [
      ...reports.map(({ supporter_id }) => supporter_id),
      ...patterns.map(({ supporterId }) => supporterId)
    ]);
    const watch = {
      reports: reports.map((report) => ({
        ...report,
        supporterName: names.get(report.supporter_id) ?? ''
      })),
      patterns: await namedLines(tx, patterns, names),
      stopped: await namedTexts(tx)
    };
    await writeAudit(
      tx,
      reports.map(({ id }) => ({
        ...{ at: now, actor, action: 'read', entity: 'trouble_report', entityId: id },
        why: 'watch'
      }))
    );
    return watch;
  });
}

/** What is unusual on the board now. */
export async function readPatterns(tx: Tx, now: Instant): Promise<readonly Pattern[]> {
  return findPatterns({
    meetings: await readMeetings(tx, now - WATCHED_MS),
    offers: await readWithdrawn(tx, now - WATCHED_MS)
  });
}

/** A meeting of the board, to write a report about it; who is helped is not told. */
export async function findReportable(
  db: Db,
  matchId: string
): Promise<{ id: string; number: string; startsAt: Instant; supporterName: string } | undefined> {
  return db
    .selectFrom('help_match')
    .innerJoin('help_request', 'help_request.id', 'help_match.request_id')
    .innerJoin('supporter', 'supporter.id', 'help_match.supporter_id')
    .innerJoin('account', 'account.id', 'supporter.account_id')
    .select([
      'help_match.id',
      'help_request.number',
      'help_match.starts_at as startsAt',
      'account.name as supporterName'
    ])
    .where('help_match.id', '=', matchId)
    .executeTakeFirst();
}

async function readMeetings(tx: Tx, since: Instant): Promise<readonly WatchedMeeting[]> {
  return tx
    .selectFrom('help_match')
    .innerJoin('help_request', 'help_request.id', 'help_match.request_id')
    .select([
      'help_match.request_id as requestId',
      'help_request.person_id as personId',
      'help_match.supporter_id as supporterId',
      'help_match.state',
      'help_match.cancelled_because as cancelledBecause'
    ])
    .where('help_match.starts_at', '>=', since)
    .orderBy('help_match.created_at')
    .orderBy('help_match.id')
    .execute();
}

function readWithdrawn(
  tx: Tx,
  since: Instant
): Promise<{ supporterId: string; withdrawals: number }[]> {
  return tx
    .selectFrom('offer')
    .select(['supporter_id as supporterId', 'withdrawals'])
    .where('withdrawals', '>', 0)
    .where('created_at', '>=', since)
    .execute();
}

async function namedLines(
  tx: Tx,
  patterns: readonly Pattern[],
  names: ReadonlyMap<string, string>
): Promise<readonly PatternLine[]> {
  const ids = patterns.flatMap(({ requestIds }) => requestIds);
  const requests =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('help_request')
          .select(['id', 'number'])
          .where('id', 'in', ids)
          .orderBy('number')
          .execute();
  return patterns.map(({ kind, count, supporterId, requestIds }) => ({
    ...{ kind, count, supporterId },
    supporterName: names.get(supporterId) ?? '',
    requests: requests.filter(({ id }) => requestIds.includes(id))
  }));
}

async function namedTexts(tx: Tx): Promise<BoardWatch['stopped']> {
  const texts = await listStoppedTexts(tx);
  if (texts.length === 0) return [];
  const writers = texts.map(({ writtenBy }) => writtenBy);
  const accounts = await tx
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', writers)
    .execute();
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return texts.map((text) => ({ ...text, writerName: names.get(text.writtenBy) ?? null }));
}
