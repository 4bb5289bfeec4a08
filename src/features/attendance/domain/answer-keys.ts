import {
  answerMarks,
  nextWishes,
  questions,
  type AnswerMark,
  type NextWish,
  type Question
} from './answer-operation.ts';

/** A sheet of paper as it is typed: the questions in their order, then the wishes. */
export type TypedSheet = {
  readonly marks: Readonly<Record<Question, AnswerMark>>;
  readonly wishes: readonly NextWish[];
  /** The question that the next key answers; past the last one it is the wishes' turn. */
  readonly at: number;
};

export const EMPTY_SHEET: TypedSheet = {
  marks: { understood: 'none', alone: 'none', pace: 'none', again: 'none' },
  wishes: [],
  at: 0
};

/** 1 ○, 2 △, 3 ×, 0 left out: what a hand finds without looking. */
const MARK_OF_KEY: Readonly<Record<string, AnswerMark>> = {
  '1': answerMarks[0],
  '2': answerMarks[1],
  '3': answerMarks[2],
  '0': answerMarks[3]
};

/**
 * One key on a sheet: a mark and on to the next question, or a wish (1, 2, 3) once all are answered;
 * Backspace goes back by one. Any other key, Enter too, changes nothing.
 */
export function typeKey(sheet: TypedSheet, typed: string): TypedSheet {
  const key = typed.normalize('NFKC');
  if (key === 'Backspace') return { ...sheet, at: Math.max(0, sheet.at - 1) };
  const question = questions[sheet.at];
  if (question === undefined) {
    const wish = nextWishes[Number(key) - 1];
    return wish === undefined ? sheet : toggleWish(sheet, wish);
  }
  const mark = MARK_OF_KEY[key];
  return mark === undefined ? sheet : answer(sheet, question, mark);
}

/** Answers one question, and goes on to the one after it. */
export function answer(sheet: TypedSheet, question: Question, mark: AnswerMark): TypedSheet {
  return {
    ...sheet,
    marks: { ...sheet.marks, [question]: mark },
    at: questions.indexOf(question) + 1
  };
}

export function toggleWish(sheet: TypedSheet, wish: NextWish): TypedSheet {
  const has = sheet.wishes.includes(wish);
  return {
    ...sheet,
    wishes: nextWishes.filter((each) => (each === wish ? !has : sheet.wishes.includes(each)))
  };
}

/** Nothing was answered: there is nothing to keep. */
export function isBlank({ marks, wishes }: TypedSheet): boolean {
  return wishes.length === 0 && questions.every((question) => marks[question] === 'none');
}
