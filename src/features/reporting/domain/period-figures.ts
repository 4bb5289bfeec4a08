import type { AnswerFigure } from './answer-figure.ts';
import type { AppliedFigure, AttendanceFigure, RequestFigure, TopicFigure } from './figures.ts';
import type { StillAbleFigure } from './follow-up-figure.ts';
import type { ShownCount } from './small-numbers.ts';

export type HelpFigure = {
  readonly meetings: number;
  /** Everybody helped, each time (延べ). */
  readonly people: number;
  readonly minutes: number;
  readonly topics: readonly TopicFigure[];
  /** False: the total would give a hidden topic away. */
  readonly totalIsSafe: boolean;
  /** People by phone, most first; small numbers are hidden. */
  readonly families: readonly { readonly family: string; readonly people: ShownCount }[];
};

/** Answers to 「まだできますか」. */
export type FollowUpFigure = {
  readonly answered: number;
  /** Who still can by themselves. */
  readonly still: number;
  readonly topics: readonly StillAbleFigure[];
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
  readonly followUps: FollowUpFigure;
};
