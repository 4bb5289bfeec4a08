import { giveUpAt, mailKindOf, type MailKind } from '#features/notices/domain/mail.ts';
import type { NoticeRow } from '#features/notices/server/tables.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { Language } from '#shared/i18n/language.ts';
import { toMailAddress } from '#shared/text/mail-address.ts';
import type { Instant } from '#shared/time/instant.ts';
import { readSubjects, type NoticeSubject } from '../desk/notice-subjects.ts';
import { isReminderTrue } from './reminders.ts';

/** All that one mail needs, and nothing of anybody but its recipient. */
export type MailFacts = {
  readonly kind: MailKind;
  readonly to: string;
  readonly language: Language;
  readonly subject: NoticeSubject;
  /** `undefined` for supporters. */
  readonly receiptToken: string | undefined;
  /** The dates of the workshop that are held, earliest first; of a reminder its one date. */
  readonly dates: readonly { readonly startsAt: Instant; readonly endsAt: Instant }[];
};

export type ReadMail =
  | { readonly kind: 'send'; readonly facts: MailFacts; readonly giveUpAt: Instant }
  /** It is no longer true, or the person wants no contact. */
  | { readonly kind: 'withdraw' }
  /** Nothing a mail can do. */
  | { readonly kind: 'desk'; readonly failure: 'no-address' | 'too-late' };

/** Reads what a notice says now: dates may have moved since it was written. */
export async function readMail(tx: Tx, notice: NoticeRow, now: Instant): Promise<ReadMail> {
  if (await isContactStopped(tx, notice)) return { kind: 'withdraw' };
  if (!(await isReminderTrue(tx, notice, now))) return { kind: 'withdraw' };

  const kind = mailKindOf(notice.kind);
  const [subject = {}] = await readSubjects(tx, [notice.params]);
  const recipient =
    notice.person_id === null
      ? await readSupporter(tx, notice.account_id)
      : await readApplicant(tx, notice.person_id, subject.signUp?.id);
  if (!kind || !recipient) return { kind: 'desk', failure: 'no-address' };

  const all = await readDates(tx, subject.signUp?.workshopId);
  const one = kind === 'session-reminder' ? subject.meeting?.startsAt : undefined;
  const dates = one === undefined ? all : all.filter(({ startsAt }) => startsAt === one);
  const until = giveUpAt({
    createdAt: notice.created_at,
    // A log may be written at any time after its meeting: nothing presses.
    deadline: kind === 'log-missing' ? undefined : deadlineOf(subject, dates, notice.created_at)
  });
  if (now > until) return { kind: 'desk', failure: 'too-late' };
  return { kind: 'send', giveUpAt: until, facts: { kind, ...recipient, subject, dates } };
}

type Recipient = Pick<MailFacts, 'to' | 'language' | 'receiptToken'>;

async function isContactStopped(tx: Tx, { person_id, account_id }: NoticeRow): Promise<boolean> {
  if (person_id === null) {
    const account = await tx
      .selectFrom('account')
      .select('suspended_at')
      .where('id', '=', account_id ?? '')
      .executeTakeFirst();
    return account?.suspended_at !== null;
  }
  const person = await tx
    .selectFrom('person')
    .select('contact_stopped_at')
    .where('id', '=', person_id)
    .executeTakeFirst();
  return person?.contact_stopped_at !== null;
}

/** The address given with this very sign-up: another one of the same person may be somebody else's. */
async function readApplicant(
  tx: Tx,
  personId: string,
  signUpId: string | undefined
): Promise<Recipient | undefined> {
  if (signUpId === undefined) return undefined;
  const row = await tx
    .selectFrom('sign_up')
    .select(['mail_address', 'mail_language', 'receipt_token'])
    .where('id', '=', signUpId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const to = row?.mail_address;
  if (!row || typeof to !== 'string') return undefined;
  return { to, language: row.mail_language ?? 'ja', receiptToken: row.receipt_token };
}

/** Supporters are written to at their login, where it is a mail address. */
async function readSupporter(tx: Tx, accountId: string | null): Promise<Recipient | undefined> {
  const account = await tx
    .selectFrom('account')
    .select('login')
    .where('id', '=', accountId ?? '')
    .executeTakeFirst();
  const to = toMailAddress(account?.login ?? '');
  return to === undefined ? undefined : { to, language: 'ja', receiptToken: undefined };
}

async function readDates(tx: Tx, workshopId: string | undefined): Promise<MailFacts['dates']> {
  if (workshopId === undefined) return [];
  const rows = await tx
    .selectFrom('session')
    .select(['starts_at', 'ends_at'])
    .where('workshop_id', '=', workshopId)
    .where('state', '=', 'planned')
    .orderBy('starts_at')
    .execute();
  return rows.map(({ starts_at, ends_at }) => ({ startsAt: starts_at, endsAt: ends_at }));
}

function deadlineOf(
  { offer, change, meeting }: NoticeSubject,
  dates: MailFacts['dates'],
  createdAt: Instant
): Instant | undefined {
  if (offer) return offer.answerBy;
  if (change) return Math.min(change.oldStartsAt, change.startsAt);
  return meeting?.startsAt ?? dates.find(({ startsAt }) => startsAt > createdAt)?.startsAt;
}
