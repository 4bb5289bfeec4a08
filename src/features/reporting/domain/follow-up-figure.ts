import type { FollowUpAnswer } from '#features/assistance/domain/follow-up.ts';
import { SMALLEST_SHOWN, hideSmall, type ShownCount } from './small-numbers.ts';

/** Answers to 「まだできますか」 about one topic that say the same. */
export type AnswerGroup = {
  readonly topic: string;
  readonly answer: FollowUpAnswer;
  readonly count: number;
};

export type StillAbleFigure = {
  readonly topic: string;
  readonly answered: ShownCount;
  /** Who still can by themselves. Hidden, too, where it would tell who cannot. */
  readonly still: ShownCount;
};

/**
 * How many still can what they practised, by topic, the most answers first. A question about a meeting
 * with several topics counts at each. Small numbers are hidden, those of who cannot (any more) too.
 * Source: `follow_up` by the day of its answer, with the `assistance_topic` of its record.
 */
export function stillAbleFigure(groups: readonly AnswerGroup[]): readonly StillAbleFigure[] {
  const byTopic = new Map<string, { answered: number; still: number }>();
  for (const { topic, answer, count } of groups) {
    const soFar = byTopic.get(topic) ?? { answered: 0, still: 0 };
    byTopic.set(topic, {
      answered: soFar.answered + count,
      still: soFar.still + (answer === 'still' ? count : 0)
    });
  }
  return [...byTopic]
    .sort(([a, one], [b, other]) => other.answered - one.answered || (a < b ? -1 : 1))
    .map(([topic, { answered, still }]) => {
      if (answered < SMALLEST_SHOWN) return { topic, answered: 'few', still: 'few' } as const;
      const [shown = 'few' as const] = hideSmall([still, answered - still]).shown;
      return { topic, answered, still: shown };
    });
}
