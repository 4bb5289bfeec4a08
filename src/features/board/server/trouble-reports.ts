import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { TroubleState } from '../domain/trouble.ts';
import type { TroubleReportRow } from './tables.ts';

/** A report with whom and what it is about; who was helped is read on the request's page. */
export type ReportLine = Pick<
  TroubleReportRow,
  'id' | 'match_id' | 'told_by' | 'kind' | 'note' | 'created_at' | 'state' | 'settled_at'
> & {
  readonly request_id: string;
  readonly number: string;
  readonly starts_at: Instant;
  readonly venue_id: string;
  readonly supporter_id: string;
};

const LONGEST_LIST = 100;

/**
 * Stores a report under its form's key. Other words under the same key (a form gone back to) are a
 * report of their own. @returns its id; `undefined` when this very report is stored already.
 */
export async function addTroubleReport(
  tx: Tx,
  key: string,
  report: Omit<TroubleReportRow, 'id' | 'state' | 'settled_by' | 'settled_at'>
): Promise<string | undefined> {
  const known = await tx
    .selectFrom('trouble_report')
    .select(['match_id', 'kind', 'note', 'written_by'])
    .where('id', '=', key)
    .executeTakeFirst();
  const isRepeat =
    known?.match_id === report.match_id &&
    known.kind === report.kind &&
    known.note === report.note &&
    known.written_by === report.written_by;
  if (isRepeat) return undefined;
  const id = known ? newId() : key;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('trouble_report')
    .values({ ...report, id, state: 'open', settled_by: null, settled_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n ? id : undefined;
}

/** Open ones first, each part with the newest first. What others told about `reader` is left out. */
export async function listTroubleReports(db: Db, reader: string): Promise<readonly ReportLine[]> {
  const rows = await selectReports(db, reader)
    .orderBy('trouble_report.created_at', 'desc')
    .limit(LONGEST_LIST)
    .execute();
  return rows.toSorted(
    (one, other) => Number(other.state === 'open') - Number(one.state === 'open')
  );
}

/** @returns `undefined` too when it was told about `reader`. */
export function findTroubleReport(
  db: Db,
  id: string,
  reader: string
): Promise<ReportLine | undefined> {
  return selectReports(db, reader).where('trouble_report.id', '=', id).executeTakeFirst();
}

export async function countOpenTroubles(db: Db, reader: string): Promise<number> {
  const open = await selectReports(db, reader).where('trouble_report.state', '=', 'open').execute();
  return open.length;
}

/** @returns false when somebody dealt with it before. */
export async function endTrouble(
  tx: Tx,
  id: string,
  end: { readonly state: Exclude<TroubleState, 'open'>; readonly by: string; readonly now: Instant }
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('trouble_report')
    .set({ state: end.state, settled_by: end.by, settled_at: end.now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Nobody reads, or ends, what the person they helped told about them. */
function selectReports(db: Db, reader: string) {
  return db
    .selectFrom('trouble_report')
    .innerJoin('help_match', 'help_match.id', 'trouble_report.match_id')
    .innerJoin('help_request', 'help_request.id', 'help_match.request_id')
    .innerJoin('supporter', 'supporter.id', 'help_match.supporter_id')
    .select([
      'trouble_report.id',
      'trouble_report.match_id',
      'trouble_report.told_by',
      'trouble_report.kind',
      'trouble_report.note',
      'trouble_report.created_at',
      'trouble_report.state',
      'trouble_report.settled_at',
      'help_request.id as request_id',
      'help_request.number',
      'help_match.starts_at',
      'help_match.venue_id',
      'supporter.id as supporter_id'
    ])
    .where((eb) =>
      eb.or([
        eb('supporter.account_id', '!=', reader),
        eb('trouble_report.told_by', '=', 'supporter')
      ])
    );
}
