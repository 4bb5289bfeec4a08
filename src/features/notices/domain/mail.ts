import { cleanLine } from '#shared/text/clean.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '#shared/time/instant.ts';
import type { NoticeKind } from './notice.ts';

/** What a mail tells by itself; its words stand in the locales under `notices.mail`. The desk tells the rest. */
export const mailKinds = [
  'sign-up-confirmed',
  'sign-up-waiting',
  'sign-up-cancelled',
  'sign-up-promoted',
  'seat-asked',
  'session-changed',
  'session-cancelled',
  'session-reminder',
  'session-changed-for-supporter',
  'session-cancelled-for-supporter',
  'match-for-supporter',
  'match-cancelled-for-supporter',
  'match-changed-for-supporter',
  'message-passed-on-for-supporter',
  'message-answered-for-supporter',
  'log-missing'
] as const satisfies readonly NoticeKind[];
export type MailKind = (typeof mailKinds)[number];

export function mailKindOf(kind: NoticeKind): MailKind | undefined {
  return mailKinds.find((known) => known === kind);
}

/**
 * Why a mail did not arrive.
 *
 * - `refused`: the recipient's side will never take it (no such mailbox).
 * - `busy`: it may take it later (a full mailbox, a server that asks to come again).
 * - `unreachable`: our own mail server did not answer, or does not take mails from us: no mail goes.
 * - `no-address`: there is none, or what it tells is nothing for a mail.
 * - `too-late`: nothing could be tried in time, as after a time without mail settings.
 */
export const mailFailures = ['refused', 'busy', 'unreachable', 'no-address', 'too-late'] as const;
export type MailFailureClass = (typeof mailFailures)[number];

/** Reads a mail server's answer. A refusal of us (sign-in, sender) is no word about the recipient. */
export function classOfFailure(failure: {
  readonly code: string | undefined;
  readonly command: string | undefined;
  readonly responseCode: number | undefined;
}): Extract<MailFailureClass, 'refused' | 'busy' | 'unreachable'> {
  const { code, command, responseCode = 0 } = failure;
  const isAboutMail =
    (code === 'EENVELOPE' || code === 'EMESSAGE') && (command === 'RCPT TO' || command === 'DATA');
  if (!isAboutMail || responseCode === 421 || responseCode === 503) return 'unreachable';
  return responseCode >= 500 ? 'refused' : 'busy';
}

/** One server sends a mail at a time; another may take it over when this is over. */
export const LEASE_MS = 5 * MINUTE_MS;

const PAUSES_MS = [
  ...[2, 10, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 4, 8].map((hours) => hours * HOUR_MS)
];

/**
 * From when on the desk tells it instead: a day after it came up, and at the latest halfway to its
 * deadline, so that there is time to ring.
 */
export function giveUpAt(notice: {
  readonly createdAt: Instant;
  /** The beginning of the date, or the end of the time to answer; `undefined` when nothing presses. */
  readonly deadline: Instant | undefined;
}): Instant {
  const { createdAt, deadline = Infinity } = notice;
  return Math.min(createdAt + DAY_MS, createdAt + Math.max(0, (deadline - createdAt) / 2));
}

/**
 * When a mail is tried again after its `tries`-th failure.
 * @returns `null` when the desk is to tell it
 */
export function nextMailAt(told: {
  readonly tries: number;
  readonly giveUpAt: Instant;
  readonly now: Instant;
}): Instant | null {
  const pause = PAUSES_MS[Math.min(told.tries, PAUSES_MS.length) - 1] ?? MINUTE_MS;
  const next = told.now + pause;
  return next <= told.giveUpAt ? next : null;
}

const REMINDED_BEFORE_MS = 48 * HOUR_MS;

/** The latest beginning of which people are reminded now. */
export function lastReminded(now: Instant): Instant {
  return now + REMINDED_BEFORE_MS;
}

/** Whoever signed up within the last 48 hours has just been told of the date. */
export function isReminded(date: {
  readonly startsAt: Instant;
  readonly signedUpAt: Instant;
  readonly now: Instant;
}): boolean {
  const { startsAt, signedUpAt, now } = date;
  return now < startsAt && startsAt <= lastReminded(now) && startsAt > lastReminded(signedUpAt);
}

const LONGEST_SUBJECT = 70;

/** One line for the subject; what is longer ends in 「…」 and stands in full in the text. */
export function subjectLine(text: string): string {
  const letters = Array.from(cleanLine(text));
  if (letters.length <= LONGEST_SUBJECT) return letters.join('');
  return `${letters.slice(0, LONGEST_SUBJECT - 1).join('')}…`;
}
