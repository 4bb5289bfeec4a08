import { addDays, type LocalDate } from '#shared/time/instant.ts';

/** When 「まだできますか」 is asked: two weeks and three months after the meeting. */
export const followUpKinds = ['two-weeks', 'three-months'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** How the person wants to be asked, by their own choice; `call` only when they asked for a call. */
export const followUpWays = ['salon', 'post', 'link', 'call'] as const;
export type FollowUpWay = (typeof followUpWays)[number];

/** 「ひとりで」「だれかと いっしょなら」「まだ」, as the person says it. */
export const followUpAnswers = ['still', 'with-help', 'not-now'] as const;
export type FollowUpAnswer = (typeof followUpAnswers)[number];

/** Whole weeks, so that the question falls on the weekday of the meeting, as monthly salons do. */
const DAYS: Readonly<Record<FollowUpKind, number>> = { 'two-weeks': 14, 'three-months': 91 };

/** From which day on the person is asked, for help given on `date`. */
export function dueOn(kind: FollowUpKind, date: LocalDate): LocalDate {
  return addDays(date, DAYS[kind]);
}

/** A question that nobody answered is let go after this many days: what it asks has faded by then. */
const ASKED_FOR_DAYS = 60;

/** The first day on which a question of this day must have come up to be asked still. */
export function oldestAsked(today: LocalDate): LocalDate {
  return addDays(today, -ASKED_FOR_DAYS);
}
