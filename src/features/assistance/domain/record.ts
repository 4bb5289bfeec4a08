import * as v from 'valibot';
import { phoneFamilies } from '#features/people/domain/person.ts';
import { handOverTargets, topics } from '#features/board/domain/request.ts';

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

const MOST_TOPICS = 8;

/**
 * The payload of `assist.record`: what one meeting was, in codes. There is no free text: what was heard
 * is not told on. `matchId` is `null` for help at a salon that nobody had asked for ahead.
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
    handedTo: v.optional(v.picklist(handOverTargets))
  }),
  v.check((record) => (record.outcome === 'handed-over') === (record.handedTo !== undefined))
);
export type AssistRecord = v.InferOutput<typeof AssistRecord>;

/** The payload of `assist.withdraw`: takes back one record that was a mistake. */
export const AssistWithdraw = v.strictObject({ targetOpId: v.pipe(v.string(), v.uuid()) });
export type AssistWithdraw = v.InferOutput<typeof AssistWithdraw>;
