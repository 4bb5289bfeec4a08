import { freshJson, readJson, requireDevice } from '#app/server/api.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { DeviceReport } from '#features/sync/domain/exchange.ts';
import { acceptReport } from '#features/sync/server/device-report.ts';
import type { RequestHandler } from './$types';

/** A device says what it holds, and hears how the desk has it. */
export const POST: RequestHandler = async (event) => {
  const device = await requireDevice(event);
  const report = await readJson(event, DeviceReport);

  const { db, now } = event.locals.app;
  const at = now();
  const onAlarm = (tx: Parameters<typeof writeAudit>[0]) =>
    writeAudit(tx, [
      {
        ...{ at, actor: `device:${device.id}`, action: 'device.storage-lost', entity: 'device' },
        ...{ entityId: device.id, why: 'count' }
      }
    ]);
  return freshJson(await acceptReport(db, device.id, report, { now: at, onAlarm }));
};
