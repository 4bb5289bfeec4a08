import type { Fact } from '#features/sync/domain/fact.ts';
import {
  answerMarks,
  nextWishes,
  questions,
  type AnswerMark,
  type NextWish,
  type Question
} from './answer-operation.ts';
import { readPayload, type DoorPayload } from './operation.ts';
import { earlierFirst, withdrawnBy } from './presence.ts';

export type Answer = DoorPayload<'answer.given'> & {
  readonly id: string;
  readonly opId: string;
};

/** The answers that stand, in the order they were given; facts may come in any. */
export function answersOf(facts: readonly Fact[]): readonly Answer[] {
  const withdrawn = withdrawnBy(facts);
  return facts
    .filter(({ type, opId }) => type === 'answer.given' && !withdrawn.has(opId))
    .sort(earlierFirst)
    .flatMap(({ entityId, opId, payload }) => {
      const given = readPayload('answer.given', payload);
      return given ? [{ ...given, id: entityId, opId }] : [];
    });
}

export type AnswerTally = {
  readonly answers: number;
  readonly marks: Readonly<Record<Question, Readonly<Record<AnswerMark, number>>>>;
  readonly wishes: Readonly<Record<NextWish, number>>;
};

/** How often each mark and wish was given. */
export function tallyAnswers(answers: readonly Pick<Answer, 'marks' | 'wishes'>[]): AnswerTally {
  const count = (fits: (answer: Pick<Answer, 'marks' | 'wishes'>) => boolean) =>
    answers.filter(fits).length;
  return {
    answers: answers.length,
    marks: recordOf(questions, (question) =>
      recordOf(answerMarks, (mark) => count(({ marks }) => marks[question] === mark))
    ),
    wishes: recordOf(nextWishes, (wish) => count(({ wishes }) => wishes.includes(wish)))
  };
}

function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
}
