import * as v from 'valibot';
import { findGuarded } from '#features/board/domain/guard.ts';
import { handOverTargets, topics } from '#features/board/domain/request.ts';
import { phoneFamilies } from '#features/people/domain/person.ts';
import { addDays, type LocalDate } from '#shared/time/instant.ts';
import { followUpWays } from './follow-up.ts';

/** How long it took, as touched: big presets, since a log must take less than a minute. */
export const minutePresets = [15, 30, 45, 60, 90, 120] as const;

/** How much the person did alone, before and after. */
export const autonomySteps = ['not-yet', 'with-help', 'alone'] as const;
export type AutonomyStep = (typeof autonomySteps)[number];

/** Whose hands were on the phone; `stopped`: it was left for another day. */
export const operators = ['self', 'partly', 'stopped'] as const;
export type Operator = (typeof operators)[number];

export const outcomes = ['done', 'again', 'handed-over'] as const;
export type Outcome = (typeof outcomes)[number];

/** Whom it was for: one person, one whose name nobody asked, or several at once. */
export const helpedKinds = ['person', 'anonymous', 'group'] as const;
export type HelpedKind = (typeof helpedKinds)[number];

/** How many a group may be, as touched. */
export const groupSizes = [2, 3, 4, 5, 6, 8, 10] as const;

/** The house promises (お手伝いのお約束) that are ticked; one that is not asks staff to look. */
export const promises = ['no-money', 'no-pin', 'in-public', 'no-contacts'] as const;
export type PromiseCode = (typeof promises)[number];

const MOST_TOPICS = 8;
export const LONGEST_NOTE = 200;
const NOTE_KEPT_DAYS = 90;

/** The day from which a note is gone, for one written on `date`; the record itself stays. */
export function noteGoneOn(date: LocalDate): LocalDate {
  return addDays(date, NOTE_KEPT_DAYS);
}

const Note = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty(),
  v.maxLength(LONGEST_NOTE),
  v.check((note) => findGuarded(note).length === 0)
);

/**
 * The payload of `assist.record`: what one meeting was, in codes. `matchId` is `null` for help at a
 * salon that nobody had asked for ahead. What came in later has its usual value when it is missing, so
 * that a record written by an older version is still read. `askAgain`: the person of the meeting agreed
 * to be asked later whether they still can, and chose how.
 */
export const AssistRecord = v.pipe(
  v.strictObject({
    matchId: v.nullable(v.pipe(v.string(), v.uuid())),
    minutes: v.picklist(minutePresets),
    topics: v.pipe(
      v.array(v.picklist(topics)),
      v.minLength(1),
      v.maxLength(MOST_TOPICS),
      v.check((codes) => new Set(codes).size === codes.length)
    ),
    phoneFamily: v.picklist(phoneFamilies),
    before: v.picklist(autonomySteps),
    after: v.picklist(autonomySteps),
    operated: v.picklist(operators),
    outcome: v.picklist(outcomes),
    handedTo: v.optional(v.picklist(handOverTargets)),
    helped: v.optional(v.picklist(helpedKinds), 'person'),
    people: v.optional(v.picklist([1, ...groupSizes]), 1),
    promises: v.optional(
      v.pipe(
        v.array(v.picklist(promises)),
        v.check((codes) => new Set(codes).size === codes.length)
      ),
      []
    ),
    note: v.optional(Note),
    askAgain: v.optional(v.picklist(followUpWays))
  }),
  v.check((record) => (record.outcome === 'handed-over') === (record.handedTo !== undefined)),
  v.check((record) => (record.helped === 'group') === record.people > 1),
  v.check((record) => record.askAgain === undefined || record.matchId !== null)
);
export type AssistRecord = v.InferOutput<typeof AssistRecord>;
