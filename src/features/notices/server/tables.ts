import type { TellingWay } from '#features/people/domain/person.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { NoticeKind, NoticeState } from '../domain/notice.ts';
import type { MailFailureClass } from '../domain/mail.ts';
import type { CallResult } from '../domain/reminder.ts';

declare module '#server/db/tables.ts' {
  interface Tables {
    notice: NoticeRow;
    reminder_call: ReminderCallRow;
    mail_delivery: MailDeliveryRow;
  }
}

/** One thing that one person (or one account) is to be told. */
export type NoticeRow = {
  id: string;
  person_id: string | null;
  account_id: string | null;
  way: TellingWay;
  kind: NoticeKind;
  /** The same fact told twice is one notice. */
  dedupe_key: string;
  /** JSON object of codes and ids the sentence needs; no names. */
  params: string;
  state: NoticeState;
  created_at: Instant;
  told_at: Instant | null;
  /** An account, or `mail`. */
  told_by: string | null;
  delete_after: LocalDate;
};

/** One call to remind somebody of a date, and what came of it. */
export type ReminderCallRow = {
  id: string;
  session_id: string;
  sign_up_id: string;
  /** From 1 for each date; one try is written down once. */
  try: number;
  result: CallResult;
  called_at: Instant;
  called_by: string;
  /** When to try again; `null` when that was the last call. */
  next_at: Instant | null;
  delete_after: LocalDate;
};

/** How far the mail of a notice has come; a row appears with its first try. */
export type MailDeliveryRow = {
  notice_id: string;
  tries: number;
  /** Not tried before: while a server holds it, the end of its lease; after a failure, the next try. */
  next_at: Instant;
  failure: MailFailureClass | null;
};
