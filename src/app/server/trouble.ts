import type { City } from '#city/city.ts';
import type { Trouble } from '#features/board/domain/trouble.ts';
import { lockSupporter } from '#features/board/server/supporters.ts';
import {
  addTroubleReport,
  endTrouble,
  findTroubleReport
} from '#features/board/server/trouble-reports.ts';
import { addNotice } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { SuspensionReason } from '#features/supporters/domain/lifecycle.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { tellAsker } from './help-desk.ts';
import { suspendWithin, type StandingError } from './supporters/standing.ts';

export type TroubleTold = {
  readonly matchId: string;
  /** Made with the form: the same words sent twice are one report. */
  readonly key: string;
  readonly trouble: Trouble;
  /** The supporter whose meeting it is; `undefined` when the desk writes for the person helped. */
  readonly supporterId: string | undefined;
  readonly actor: string;
  readonly now: Instant;
};

/**
 * 「こまったとき」: takes what somebody tells of a meeting, before it, at it or after it, to the desk and
 * nowhere else. Whoever told it is to be rung back. Another supporter's meeting and one that is none are
 * refused alike.
 */
export function reportTrouble(
  db: Db,
  told: TroubleTold
): Promise<Result<undefined, { readonly type: 'not-found' }>> {
  const { matchId, key, trouble, supporterId, actor, now } = told;
  return inTransaction(db, async (tx) => {
    if (supporterId !== undefined) {
      const supporter = await lockSupporter(tx, supporterId);
      if (!supporter || supporter.state === 'suspended') return err({ type: 'not-found' });
    }
    const meeting = await findMeeting(tx, matchId);
    if (!meeting) return err({ type: 'not-found' });
    if (supporterId !== undefined && meeting.supporterId !== supporterId) {
      return err({ type: 'not-found' });
    }
    const id = await addTroubleReport(tx, key, {
      match_id: matchId,
      told_by: supporterId === undefined ? 'person' : 'supporter',
      ...{ kind: trouble.kind, note: trouble.note, written_by: actor },
      created_at: now,
      delete_after: meeting.deleteAfter
    });
    if (id === undefined) return ok(undefined);
    await tellTeller(tx, meeting, told, id);
    await writeAudit(tx, [
      {
        at: now,
        actor,
        action: 'report',
        entity: 'trouble_report',
        entityId: id,
        why: trouble.kind
      }
    ]);
    return ok(undefined);
  });
}

export type SettleError = StandingError;

/**
 * Ends a report: dealt with, or, at once and in the same transaction, by suspending the supporter. Nobody
 * ends what was told about themselves.
 */
export function settleTrouble(
  db: Db,
  city: City,
  settled: {
    readonly reportId: string;
    readonly suspendFor: SuspensionReason | undefined;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<Result<undefined, SettleError>> {
  const { reportId, suspendFor, actor, now } = settled;
  return inTransaction(db, async (tx) => {
    const report = await findTroubleReport(tx, reportId, actor);
    if (!report) return err({ type: 'not-found' });
    const state = suspendFor ? 'suspended' : 'settled';
    if (!(await endTrouble(tx, reportId, { state, by: actor, now })))
      return err({ type: 'not-now' });
    if (suspendFor) {
      const asked = { supporterId: report.supporter_id, reason: suspendFor, actor, now };
      const suspended = await suspendWithin(tx, city, asked);
      if (!suspended.ok) return suspended;
    }
    await writeAudit(tx, [
      { at: now, actor, action: 'settle', entity: 'trouble_report', entityId: reportId, why: state }
    ]);
    return ok(undefined);
  });
}

type Meeting = {
  readonly supporterId: string;
  readonly accountId: string;
  readonly requestId: string;
  readonly personId: string | null;
  readonly number: string;
  readonly deleteAfter: string;
};

function findMeeting(tx: Tx, matchId: string): Promise<Meeting | undefined> {
  return tx
    .selectFrom('help_match')
    .innerJoin('help_request', 'help_request.id', 'help_match.request_id')
    .innerJoin('supporter', 'supporter.id', 'help_match.supporter_id')
    .select([
      'help_match.supporter_id as supporterId',
      'help_match.delete_after as deleteAfter',
      'supporter.account_id as accountId',
      'help_request.id as requestId',
      'help_request.person_id as personId',
      'help_request.number'
    ])
    .where('help_match.id', '=', matchId)
    .executeTakeFirst();
}

/** Tells neither side that the other has told anything. */
async function tellTeller(
  tx: Tx,
  meeting: Meeting,
  { supporterId, now }: TroubleTold,
  reportId: string
): Promise<void> {
  if (supporterId === undefined) {
    const request = { ...meeting, id: meeting.requestId };
    await tellAsker(tx, request, 'trouble-received', now, { reportId });
    return;
  }
  await addNotice(tx, {
    to: { accountId: meeting.accountId },
    way: 'mail',
    kind: 'trouble-received',
    dedupeKey: `trouble-received:${reportId}`,
    params: { requestId: meeting.requestId, number: meeting.number },
    contactStopped: false,
    now,
    deleteAfter: meeting.deleteAfter
  });
}
