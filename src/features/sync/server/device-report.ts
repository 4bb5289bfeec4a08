import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { DeviceReport, DeviceReportAnswer } from '../domain/exchange.ts';
import { lostFacts } from '../domain/tablet.ts';
import { endHoldings } from './holdings.ts';
import './tables.ts';

/**
 * Takes a device's word about itself and tells it how the desk has it. A count that does not fit is an
 * alarm until the desk has looked; `onAlarm` is called in the same transaction when it begins.
 */
export function acceptReport(
  db: Db,
  deviceId: string,
  report: DeviceReport,
  { now, onAlarm }: { readonly now: Instant; readonly onAlarm: (tx: Tx) => Promise<void> }
): Promise<DeviceReportAnswer> {
  return inTransaction(db, async (tx) => {
    const device = await tx
      .updateTable('device')
      .set({ last_seen_at: now })
      .where('id', '=', deviceId)
      .returning(['state', 'highest_seq', 'told_unsent', 'storage_lost_at', 'lost_facts'])
      .executeTakeFirstOrThrow();
    const missing = lostFacts({
      ...{ highestSeq: device.highest_seq, toldUnsent: device.told_unsent },
      ...{ lastSeq: report.lastSeq, unsent: report.unsent, notedSeq: report.notedSeq }
    });
    const begins = missing !== undefined && device.storage_lost_at === null;
    await tx
      .updateTable('device')
      .set({
        ...{ told_unsent: report.unsent + report.carried, told_refused: report.refused },
        ...{ app_version: report.appVersion, storage: report.storage },
        clock_offset_ms: report.clockOffsetMs,
        ...(begins ? { storage_lost_at: now } : {}),
        ...(missing === undefined ? {} : { lost_facts: Math.max(missing, device.lost_facts) })
      })
      .where('id', '=', deviceId)
      .execute();
    await endHoldings(tx, deviceId, report.scopes, now);
    if (begins) await onAlarm(tx);
    return { state: device.state, missing: missing ?? null, serverTime: now };
  });
}
