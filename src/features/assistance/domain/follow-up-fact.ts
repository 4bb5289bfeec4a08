import * as v from 'valibot';
import { topics } from '#features/board/domain/request.ts';
import type { Fact } from '#features/sync/domain/fact.ts';
import type { Instant } from '#shared/time/instant.ts';
import { followUpAnswers, type FollowUpAnswer } from './follow-up.ts';

/** Row kind: one question that is due, in the pack of a session that its person comes to. */
export const FOLLOW_UP_ROW = 'follow-up';

/** All that a tablet holds of it: whom on the roster, which question, and what was practised. */
export const FollowUpCard = v.object({
  followUpId: v.string(),
  participationId: v.string(),
  topics: v.array(v.picklist(topics))
});
export type FollowUpCard = v.InferOutput<typeof FollowUpCard>;

/**
 * The facts of 「まだできますか」 asked at a session, by type; the entity is the question. Answered anew,
 * the last word counts; taken back, it was not asked.
 */
const followPayloads = {
  'follow.answer': v.strictObject({ answer: v.picklist(followUpAnswers) }),
  'follow.undo': v.strictObject({ targetOpId: v.pipe(v.string(), v.uuid()) })
} as const;
export type FollowType = keyof typeof followPayloads;
export type FollowPayload<Type extends FollowType> = v.InferOutput<(typeof followPayloads)[Type]>;

export const followTypes = Object.keys(followPayloads) as readonly FollowType[];

/** A payload as sent, or `undefined` when it is not of its type's shape. */
export function readFollow<Type extends FollowType>(
  type: Type,
  payload: string
): FollowPayload<Type> | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), followPayloads[type]), payload);
  return parsed.success ? parsed.output : undefined;
}

/** An answer that nobody withdrew. */
export type GivenAnswer = {
  readonly opId: string;
  readonly answer: FollowUpAnswer;
  readonly at: Instant;
  readonly deviceId: string;
};

/** Folds facts, in any order, to the last standing answer of each question. */
export function answersByQuestion(facts: readonly Fact[]): ReadonlyMap<string, GivenAnswer> {
  const withdrawn = new Set(
    facts.flatMap(({ type, payload }) =>
      type === 'follow.undo' ? (readFollow(type, payload)?.targetOpId ?? []) : []
    )
  );
  const last = new Map<string, GivenAnswer>();
  for (const { type, payload, opId, at, deviceId, entityId } of facts) {
    if (type !== 'follow.answer' || withdrawn.has(opId)) continue;
    const answer = readFollow(type, payload)?.answer;
    const known = last.get(entityId);
    const isLater = !known || at > known.at || (at === known.at && opId > known.opId);
    if (answer && isLater) last.set(entityId, { opId, answer, at, deviceId });
  }
  return last;
}

/** What the books say of a question, whoever wrote it there. */
type BookedAnswer = {
  readonly answer: FollowUpAnswer | null;
  readonly answeredAt: Instant | null;
  /** An account, `page`, or `device:<id>`. */
  readonly answeredBy: string | null;
};

export function tabletAsWriter(deviceId: string): string {
  return `device:${deviceId}`;
}

/**
 * What the books say after the facts of one question at one session, or `undefined` to leave them: a
 * later word from the page or the desk stands, and taking back ends only what a tablet had told.
 */
export function bookAfter(booked: BookedAnswer, facts: readonly Fact[]): BookedAnswer | undefined {
  const [given] = answersByQuestion(facts).values();
  const isFromHere = facts.some(
    ({ type, at, deviceId }) =>
      type === 'follow.answer' &&
      at === booked.answeredAt &&
      tabletAsWriter(deviceId) === booked.answeredBy
  );
  if (!given) return isFromHere ? { answer: null, answeredAt: null, answeredBy: null } : undefined;
  if (!isFromHere && booked.answeredAt !== null && booked.answeredAt > given.at) return undefined;
  return {
    answer: given.answer,
    answeredAt: given.at,
    answeredBy: tabletAsWriter(given.deviceId)
  };
}
