import type { City } from '#city/city.ts';
import { classOfFailure, nextMailAt } from '#features/notices/domain/mail.ts';
import {
  BY_MAIL,
  claimNextMail,
  markMailed,
  noteMailFailure,
  type ClaimedNotice
} from '#features/notices/server/mail-deliveries.ts';
import { withdrawNotices } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { loadTranslator } from '#locales/load.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import type { MailFailure, Mailer } from '#server/mailer.ts';
import type { Instant } from '#shared/time/instant.ts';
import { readMail, type MailFacts } from './mail-facts.ts';
import { mailText } from './mail-text.ts';
import { tendMailReminders } from './reminders.ts';

type Work = {
  readonly db: Db;
  readonly city: City;
  /** Where the receipt's address begins. */
  readonly origin: string;
  readonly mailer: Mailer;
  readonly now: () => Instant;
};

/** What one look brought; `stopped` is the answer for which it ended early: no mail goes out at all. */
export type MailReport = {
  readonly sent: number;
  readonly failed: number;
  readonly stopped?: MailFailure;
};

const MOST_AT_ONCE = 200;

/**
 * Sends what is to be told by mail: claim, send, mark. Each claim and each mark is a transaction, and no
 * transaction is open while the mail server is spoken to. Whoever dies after sending and before marking
 * sends the mail again when the lease is over, with the same Message-ID.
 */
export async function sendMails(work: Work): Promise<MailReport> {
  await tendMailReminders(work.db, work.now());
  let [sent, failed] = [0, 0];
  for (let looks = 0; looks < MOST_AT_ONCE; looks++) {
    const next = await inTransaction(work.db, (tx) => claim(tx, work.now()));
    if (next === 'none') break;
    if (next === 'settled') continue;
    const { t } = await loadTranslator(next.facts.language);
    const answer = await work.mailer.send({
      ...mailText(next.facts, { ...work, t }),
      id: next.claimed.notice.id,
      to: next.facts.to
    });
    if (answer.ok) {
      sent += 1;
      await inTransaction(work.db, (tx) => markSent(tx, next, work.now()));
      continue;
    }
    failed += 1;
    const failure = classOfFailure(answer.error);
    await inTransaction(work.db, (tx) => markFailed(tx, next, failure, work.now()));
    if (failure === 'unreachable') return { sent, failed, stopped: answer.error };
  }
  return { sent, failed };
}

type Claim = {
  readonly claimed: ClaimedNotice;
  readonly facts: MailFacts;
  readonly giveUpAt: Instant;
};

/** `settled`: this one needs no mail, or another server has it; look for the next. */
async function claim(tx: Tx, now: Instant): Promise<Claim | 'settled' | 'none'> {
  const claimed = await claimNextMail(tx, now);
  if (claimed === undefined) return 'none';
  if (claimed === 'taken') return 'settled';
  const read = await readMail(tx, claimed.notice, now);
  if (read.kind === 'send') return { claimed, facts: read.facts, giveUpAt: read.giveUpAt };
  if (read.kind === 'withdraw') await withdrawNotices(tx, [claimed.notice.dedupe_key]);
  else await noteMailFailure(tx, claimed, { failure: read.failure, nextAt: null, now });
  return 'settled';
}

async function markSent(tx: Tx, { claimed }: Claim, now: Instant): Promise<void> {
  const { id } = claimed.notice;
  if (!(await markMailed(tx, id, now))) return;
  const entry = { actor: 'system', action: 'told', entity: 'notice', entityId: id, why: BY_MAIL };
  await writeAudit(tx, [{ at: now, ...entry }]);
}

function markFailed(
  tx: Tx,
  { claimed, giveUpAt }: Claim,
  failure: ReturnType<typeof classOfFailure>,
  now: Instant
): Promise<void> {
  const nextAt = failure === 'refused' ? null : nextMailAt({ tries: claimed.tries, giveUpAt, now });
  return noteMailFailure(tx, claimed, { failure, nextAt, now });
}
