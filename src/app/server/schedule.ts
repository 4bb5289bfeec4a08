import { Cron } from 'croner';
import { openMailer } from '#server/mailer.ts';
import type { MailSettings } from '#server/settings.ts';
import { MINUTE_MS } from '#shared/time/instant.ts';
import type { Application } from './application.ts';
import { sendMails, type MailReport } from './mail/send-mails.ts';
import { confirmByRule } from './confirm-by-rule.ts';
import { runNightly } from './nightly.ts';
import { proposeAndStore } from './propose-matches.ts';
import { remindOfLogs } from './remind-of-logs.ts';
import { tendLines } from './tend-lines.ts';

/** When no hall is open; also the city's day has changed by then. */
const EVERY_NIGHT = '30 3 * * *';
/** When the day's meetings are over and people are at home. */
const EVERY_EVENING = '30 18 * * *';
/** Often enough that a deadline at five o'clock is noticed while somebody is at the desk. */
const EVERY_FIVE_MINUTES = '*/5 * * * *';

const EVERY_MINUTE = '* * * * *';

/**
 * Starts the nightly work, the evening's reminders, the care of the waiting lines and, where there are mail settings, the mails,
 * and answers how to stop it. A server that is off at night, as an office PC may be, catches up a minute
 * after its start.
 */
export function startSchedule(application: Application): () => void {
  const nightly = new Cron(
    EVERY_NIGHT,
    { timezone: 'Asia/Tokyo', protect: true, unref: true },
    () => runAndLog(application)
  );
  const evening = new Cron(
    EVERY_EVENING,
    { timezone: 'Asia/Tokyo', protect: true, unref: true },
    () => remindAndLog(application)
  );
  const lines = new Cron(EVERY_FIVE_MINUTES, { protect: true, unref: true }, () =>
    tendAndLog(application)
  );
  const mails = application.settings.mail && startMails(application, application.settings.mail);
  const catchUp = setTimeout(() => void runAndLog(application), MINUTE_MS);
  catchUp.unref();

  return () => {
    nightly.stop();
    evening.stop();
    lines.stop();
    mails?.stop();
    clearTimeout(catchUp);
  };
}

/** A failed night is in the log and is made good by the next one: the work looks at dates, not at runs. */
async function runAndLog({ db, city, now, log }: Application): Promise<void> {
  try {
    log.info({ deleted: await runNightly(db, { city, now: now() }) }, 'nightly work done');
    const confirmed = await confirmByRule(db, city, now());
    if (confirmed > 0) log.info({ confirmed }, 'matches confirmed by rule');
    const proposal = await proposeAndStore(db, city, { actor: 'system', now: now() });
    log.info({ proposed: proposal.matches, open: proposal.open }, 'matches proposed');
  } catch (failure) {
    const { name, stack } = failure as Error;
    log.error({ type: name, stack }, 'nightly work failed');
  }
}

/** An evening that failed is made good by the next. */
async function remindAndLog({ db, now, log }: Application): Promise<void> {
  try {
    const reminded = await remindOfLogs(db, now());
    if (reminded > 0) log.info({ reminded }, 'supporters reminded of their logs');
  } catch (failure) {
    const { name, stack } = failure as Error;
    log.error({ type: name, stack }, 'reminders of logs failed');
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

/** A look that takes longer than a minute is not overtaken by the next. */
function startMails({ db, city, now, log, settings }: Application, mail: MailSettings): Cron {
  const work = { db, city, origin: settings.origin, mailer: openMailer(mail), now };
  return new Cron(EVERY_MINUTE, { protect: true, unref: true }, async () => {
    try {
      logMails(log, await sendMails(work));
    } catch (failure) {
      const { name, stack } = failure as Error;
      log.error({ type: name, stack }, 'mails failed');
    }
  });
}

function logMails(log: Application['log'], { sent, failed, stopped }: MailReport): void {
  if (stopped) log.warn({ sent, failed, ...stopped }, 'mail server takes no mail');
  else if (sent + failed > 0) log.info({ sent, failed }, 'mails sent');
}
