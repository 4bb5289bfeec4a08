import * as v from 'valibot';

/** One text in both languages, with readings as `#shared/text/ruby.ts` writes them. */
export const Words = v.strictObject({
  ja: v.pipe(v.string(), v.nonEmpty()),
  en: v.pipe(v.string(), v.nonEmpty())
});
export type Words = v.InferOutput<typeof Words>;

/** What a turn is answered with: what happened and, where something is to be done, what. */
export const Answer = v.strictObject({ happened: Words, todo: v.exactOptional(Words) });
export type Answer = v.InferOutput<typeof Answer>;

export const Help = v.strictObject({ happened: Words, todo: Words });
export type Help = v.InferOutput<typeof Help>;

export const Name = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/**
 * A mark holds one small word about what was done (`m3: 'good'`); a mark never made is `''`.
 * The mark `face` is always there: it says which phone is drawn.
 */
const Condition = v.strictObject({
  mark: Name,
  is: v.exactOptional(v.string()),
  isNot: v.exactOptional(v.string())
});
export type Condition = v.InferOutput<typeof Condition>;

export const When = v.exactOptional(v.array(Condition));

const turnParts = {
  when: When,
  to: v.exactOptional(Name),
  marks: v.exactOptional(v.record(Name, v.string()))
};

/**
 * What a touch leads to. `way` only leads on, `right` is what the exercise asks for, and `wrong` must
 * be answered with what happened and what to do.
 */
export const Turn = v.variant('outcome', [
  v.strictObject({ outcome: v.literal('way'), ...turnParts, answer: v.exactOptional(Answer) }),
  v.strictObject({ outcome: v.literal('right'), ...turnParts, answer: Answer }),
  v.strictObject({ outcome: v.literal('wrong'), ...turnParts, answer: Help })
]);
export type Turn = v.InferOutput<typeof Turn>;

/** Of several turns the first whose conditions hold is taken. */
export const Turns = v.pipe(v.array(Turn), v.nonEmpty());

/** What conditions are asked of: the marks that were made, and which phone is drawn. */
export type Situation = {
  readonly face: string;
  readonly marks: Readonly<Record<string, string>>;
};

export function holds(
  conditions: readonly Condition[] | undefined,
  { face, marks }: Situation
): boolean {
  return (conditions ?? []).every(({ mark, is, isNot }) => {
    const value = mark === 'face' ? face : (marks[mark] ?? '');
    return (is === undefined || value === is) && (isNot === undefined || value !== isNot);
  });
}
