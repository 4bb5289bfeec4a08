import {
  questions,
  type AnswerMark,
  type Question
} from '#features/attendance/domain/answer-operation.ts';
import type { Channel } from '#features/people/domain/person.ts';
import type { LocalDate } from '#shared/time/instant.ts';
import { isNoShow, type ParticipationGroup } from './figures.ts';
import { monthOf } from './period.ts';

/**
 * What is kept of rows that are deleted: a number by month and venue. `applied` and `meetings` are
 * kept by channel and topic too (`applied:paper`, `meetings:line`), `helped` by phone (`helped:kantan`),
 * `answers` of the questionnaire by question and mark, those to 「まだできますか」 by topic
 * (`answered:line`, `still:line`). `people` counts each person once
 * a month and venue (実人数), the others count every time (延べ).
 */
export type Measure =
  | 'applied'
  | `applied:${Channel}`
  | 'came'
  | 'walked-in'
  | 'no-show'
  | 'people'
  | 'requests'
  | 'answers'
  | `answers:${Question}:${AnswerMark}`
  | 'meetings'
  | `meetings:${string}`
  | 'minutes'
  | 'helped'
  | `helped:${string}`
  | 'answered'
  | `answered:${string}`
  | 'still'
  | `still:${string}`
  /** A state at the end of the month, not a sum. */
  | 'supporters';

export type FrozenCount = {
  readonly month: string;
  /** `''` where help happened at no registered venue. */
  readonly venueId: string;
  readonly measure: Measure;
  readonly value: number;
};

export type ExpiredSignUp = {
  readonly date: LocalDate;
  readonly venueId: string;
  readonly channel: Channel;
};
export type ExpiredParticipation = Omit<ParticipationGroup, 'count'> & {
  readonly date: LocalDate;
  readonly venueId: string;
  readonly personId: string | null;
};
export type ExpiredAnswer = {
  readonly date: LocalDate;
  readonly venueId: string;
  readonly marks: Readonly<Record<Question, AnswerMark>>;
};
export type ExpiredRequest = { readonly date: LocalDate; readonly venueId: string };
type CodeCount = { readonly code: string; readonly count: number };
export type ExpiredMeeting = {
  readonly date: LocalDate;
  readonly venueId: string;
  readonly minutes: number;
  /** One, or as many as a tally counted. */
  readonly meetings: number;
  readonly people: number;
  readonly topics: readonly CodeCount[];
  readonly families: readonly CodeCount[];
};
export type ExpiredFollowUp = {
  /** The day of the answer. */
  readonly date: LocalDate;
  readonly venueId: string;
  readonly isStill: boolean;
  readonly topics: readonly string[];
};

export type ExpiredRows = {
  readonly signUps: readonly ExpiredSignUp[];
  readonly participations: readonly ExpiredParticipation[];
  readonly answers: readonly ExpiredAnswer[];
  readonly requests: readonly ExpiredRequest[];
  readonly meetings: readonly ExpiredMeeting[];
  readonly followUps: readonly ExpiredFollowUp[];
};

/** The counts to keep of rows that are about to go; adding them to those kept before is right. */
export function frozenCountsOf(rows: ExpiredRows): readonly FrozenCount[] {
  const tally = new Tally();
  for (const { date, venueId, channel } of rows.signUps) {
    tally.add(date, venueId, 'applied', 1);
    tally.add(date, venueId, `applied:${channel}`, 1);
  }
  const seen = new Set<string>();
  for (const line of rows.participations) {
    const { date, venueId, personId, kind } = line;
    if (isNoShow(line)) tally.add(date, venueId, 'no-show', 1);
    if (line.attendance !== 'came') continue;
    tally.add(date, venueId, kind === 'walk-in' ? 'walked-in' : 'came', 1);
    const once = `${monthOf(date)} ${venueId} ${personId}`;
    if (personId === null || !seen.has(once)) tally.add(date, venueId, 'people', 1);
    seen.add(once);
  }
  for (const { date, venueId, marks } of rows.answers) {
    tally.add(date, venueId, 'answers', 1);
    for (const question of questions)
      tally.add(date, venueId, `answers:${question}:${marks[question]}`, 1);
  }
  for (const { date, venueId } of rows.requests) tally.add(date, venueId, 'requests', 1);
  for (const meeting of rows.meetings) addMeeting(tally, meeting);
  for (const followUp of rows.followUps) addFollowUp(tally, followUp);
  return tally.counts();
}

function addMeeting(tally: Tally, meeting: ExpiredMeeting): void {
  const { date, venueId } = meeting;
  tally.add(date, venueId, 'meetings', meeting.meetings);
  tally.add(date, venueId, 'minutes', meeting.minutes);
  tally.add(date, venueId, 'helped', meeting.people);
  for (const { code, count } of meeting.topics) {
    tally.add(date, venueId, `meetings:${code}`, count);
  }
  for (const { code, count } of meeting.families) tally.add(date, venueId, `helped:${code}`, count);
}

function addFollowUp(tally: Tally, { date, venueId, isStill, topics }: ExpiredFollowUp): void {
  tally.add(date, venueId, 'answered', 1);
  if (isStill) tally.add(date, venueId, 'still', 1);
  for (const topic of topics) {
    tally.add(date, venueId, `answered:${topic}`, 1);
    if (isStill) tally.add(date, venueId, `still:${topic}`, 1);
  }
}

class Tally {
  readonly #values = new Map<string, FrozenCount>();

  add(date: LocalDate, venueId: string, measure: Measure, value: number): void {
    const month = monthOf(date);
    const key = `${month} ${venueId} ${measure}`;
    const soFar = this.#values.get(key)?.value ?? 0;
    this.#values.set(key, { month, venueId, measure, value: soFar + value });
  }

  counts(): readonly FrozenCount[] {
    return [...this.#values.values()].filter(({ value }) => value > 0);
  }
}
