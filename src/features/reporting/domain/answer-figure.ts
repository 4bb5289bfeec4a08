import { questions, type Question } from '#features/attendance/domain/answer-operation.ts';
import { tallyAnswers, type Answer } from '#features/attendance/domain/answers.ts';
import { hideSmall, type ShownCount } from './small-numbers.ts';

/** Sheets of the questionnaire, and how each question was answered by those who answered it. */
export type AnswerFigure = {
  readonly sheets: number;
  readonly questions: readonly {
    readonly question: Question;
    readonly yes: ShownCount;
    readonly partly: ShownCount;
    readonly no: ShownCount;
  }[];
};

/** Source: sheets as they were given at the end of sessions; whoever refused is in no number. */
export function answerFigure(sheets: readonly Pick<Answer, 'marks' | 'wishes'>[]): AnswerFigure {
  const tally = tallyAnswers(sheets);
  return {
    sheets: tally.answers,
    questions: questions.map((question) => {
      const { yes, partly, no, none } = tally.marks[question];
      const [first = 'few', second = 'few', third = 'few'] = hideSmall([
        yes,
        partly,
        no,
        none
      ]).shown;
      return { question, yes: first, partly: second, no: third };
    })
  };
}
