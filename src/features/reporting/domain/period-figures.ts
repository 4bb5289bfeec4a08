import type { AnswerFigure } from './answer-figure.ts';
import type { AppliedFigure, AttendanceFigure, RequestFigure, TopicFigure } from './figures.ts';

export type HelpFigure = {
  readonly meetings: number;
  readonly minutes: number;
  readonly topics: readonly TopicFigure[];
  /** False: the total would give a hidden topic away. */
  readonly totalIsSafe: boolean;
};

/** Every figure of one period. */
export type PeriodFigures = {
  readonly applied: AppliedFigure;
  readonly attendance: AttendanceFigure & {
    /** Everybody who came counted once (実人数); those who gave no name count each time. */
    readonly people: number;
  };
  /** Reference figures beside the city's own survey, never its goal. */
  readonly answers: AnswerFigure;
  readonly requests: RequestFigure;
  readonly help: HelpFigure;
};
