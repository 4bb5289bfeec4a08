import { Cron } from 'croner';
import { MINUTE_MS } from '#shared/time/instant.ts';
import type { Application } from './application.ts';
import { runNightly } from './nightly.ts';
import { tendLines } from './tend-lines.ts';

/** When no hall is open; also the city's day has changed by then. */
const EVERY_NIGHT = '30 3 * * *';
/** Often enough that a deadline at five o'clock is noticed while somebody is at the desk. */
const EVERY_FIVE_MINUTES = '*/5 * * * *';

/**
 * Starts the nightly work and the care of the waiting lines, and answers how to stop it. A server that is off at night, as an office PC
 * may be, catches up a minute after its start.
 */
export function startSchedule(application: Application): () => void {
  const nightly = new Cron(
    EVERY_NIGHT,
    { timezone: 'Asia/Tokyo', protect: true, unref: true },
    () => runAndLog(application)
  );
  const lines = new Cron(EVERY_FIVE_MINUTES, { protect: true, unref: true }, () =>
    tendAndLog(application)
  );
  const catchUp = setTimeout(() => void runAndLog(application), MINUTE_MS);
  catchUp.unref();

  return () => {
    nightly.stop();
    lines.stop();
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

/** What could not be done now is done five minutes later. */
async function tendAndLog({ db, now, log }: Application): Promise<void> {
  try {
    const asked = await tendLines(db, now());
    if (asked > 0) log.info({ asked }, 'next in line asked');
  } catch (failure) {
    const { name, stack } = failure as Error;
    log.error({ type: name, stack }, 'waiting lines failed');
  }
}
