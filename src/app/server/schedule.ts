import { Cron } from 'croner';
import { MINUTE_MS } from '#shared/time/instant.ts';
import type { Application } from './application.ts';
import { runNightly } from './nightly.ts';

/** When no hall is open; also the city's day has changed by then. */
const EVERY_NIGHT = '30 3 * * *';

/**
 * Starts the nightly work and answers how to stop it. A server that is off at night, as an office PC
 * may be, catches up a minute after its start.
 */
export function startSchedule(application: Application): () => void {
  const nightly = new Cron(
    EVERY_NIGHT,
    { timezone: 'Asia/Tokyo', protect: true, unref: true },
    () => runAndLog(application)
  );
  const catchUp = setTimeout(() => void runAndLog(application), MINUTE_MS);
  catchUp.unref();

  return () => {
    nightly.stop();
    clearTimeout(catchUp);
  };
}

/** A failed night is in the log and is made good by the next one: the work looks at dates, not at runs. */
async function runAndLog({ db, city, now, log }: Application): Promise<void> {
  try {
    log.info({ deleted: await runNightly(db, { city, now: now() }) }, 'nightly work done');
  } catch (failure) {
    const { name, stack } = failure as Error;
    log.error({ type: name, stack }, 'nightly work failed');
  }
}
