import * as v from 'valibot';

/**
 * The facts of the questionnaire at the end. An answer has an id of its own and names nobody: no line
 * of the roster, no ticket, no time of coming. Every question may be left out; refusing writes nothing.
 */
export const questions = ['understood', 'alone', 'pace', 'again'] as const;
export type Question = (typeof questions)[number];

/** ○ △ ×, always shown with their words; `none`: left out. */
export const answerMarks = ['yes', 'partly', 'no', 'none'] as const;
export type AnswerMark = (typeof answerMarks)[number];

/** What somebody would like next; a count, and no sign-up. */
export const nextWishes = ['salon', 'next-class', 'same-again'] as const;
export type NextWish = (typeof nextWishes)[number];

const mark = v.picklist(answerMarks);

/** By type; the entity is the answer. */
export const answerPayloads = {
  'answer.given': v.strictObject({
    by: v.picklist(['paper', 'tablet']),
    marks: v.strictObject({ understood: mark, alone: mark, pace: mark, again: mark }),
    wishes: v.pipe(v.array(v.picklist(nextWishes)), v.maxLength(nextWishes.length))
  }),
  'answer.undo': v.strictObject({ targetOpId: v.pipe(v.string(), v.uuid()) })
} as const;
export type AnswerType = keyof typeof answerPayloads;
