import { err, ok, type Result } from '#shared/result.ts';
import { addDays, instantOf, type LocalDate } from '#shared/time/instant.ts';
import type { WhyClosed } from '#features/places/domain/open-days.ts';
import type { LotteryRules } from './lottery.ts';
import { checkPlan, type PlanError, type WorkshopPlan } from './plan.ts';
import {
  workshopDates,
  type ClosedDayRule,
  type Grouping,
  type Month,
  type Occurrence,
  type Rhythm
} from './recurrence.ts';

/** Months of workshops as an organiser plans them at once. */
export type SeriesPlan = {
  /** What every workshop of it has in common. */
  readonly template: Omit<
    WorkshopPlan,
    'code' | 'seriesId' | 'opensAt' | 'closesAt' | 'sessions' | 'lottery'
  >;
  /** The code of the first (`S20`); the others count on, past codes that are taken. */
  readonly firstCode: string;
  readonly rhythm: Rhythm;
  readonly from: Month;
  readonly months: number;
  readonly rule: ClosedDayRule;
  readonly grouping: Grouping;
  /** Clock times in Tokyo, `10:00`. */
  readonly begins: string;
  readonly ends: string;
  readonly signUp: SignUpWindow;
  /** Told exactly where places are drawn by lot. */
  readonly draw?: SeriesDraw | undefined;
};

/** When sign-up opens and closes, in days before the first date and clock times. */
export type SignUpWindow = {
  readonly opensDays: number;
  readonly opensTime: string;
  readonly closesDays: number;
  readonly closesTime: string;
};

/** When the lots of each workshop are drawn, in days before its first date, and by which rules. */
export type SeriesDraw = {
  readonly drawsDays: number;
  readonly drawsTime: string;
  readonly rules: LotteryRules;
};

/** What is kept of how a series was made. */
export type SeriesRecord = Pick<SeriesPlan, 'rhythm' | 'rule' | 'grouping'> & {
  readonly occurrences: readonly Occurrence<WhyClosed>[];
};

export type SeriesError =
  | PlanError
  | { readonly type: 'no-nth' }
  | { readonly type: 'months-out-of-range' }
  | { readonly type: 'no-date-left' }
  | { readonly type: 'codes-used-up' };

export const MOST_MONTHS = 24;
const LARGEST_CODE = 9999;
const LONGEST_WINDOW_DAYS = 365;

/** Whether the rhythm can be walked through at all. */
export function checkRhythm({ rhythm, months }: SeriesPlan): SeriesError | undefined {
  if (rhythm.nths.length === 0) return { type: 'no-nth' };
  return months < 1 || months > MOST_MONTHS ? { type: 'months-out-of-range' } : undefined;
}

/** The workshops that a series makes, soonest first; each is a plan like one made by hand. */
export function seriesWorkshops(
  plan: SeriesPlan,
  occurrences: readonly Occurrence<WhyClosed>[],
  takenCodes: ReadonlySet<string>
): Result<readonly WorkshopPlan[], SeriesError> {
  const { opensDays, closesDays } = plan.signUp;
  const drawsDays = plan.draw?.drawsDays ?? 0;
  if (Math.max(opensDays, closesDays, drawsDays) > LONGEST_WINDOW_DAYS) {
    return err({ type: 'number-out-of-range' });
  }
  if (!/^[A-Z]\d{1,4}$/.test(plan.firstCode)) return err({ type: 'code-malformed' });
  const courses = workshopDates(occurrences, plan.grouping);
  if (courses.length === 0) return err({ type: 'no-date-left' });
  const codes = freeCodes(plan.firstCode, courses.length, takenCodes);
  if (codes.length < courses.length) return err({ type: 'codes-used-up' });

  const workshops = courses.map((dates, index) => workshopOf(plan, dates, codes[index] ?? ''));
  for (const workshop of workshops) {
    const checked = checkPlan(workshop);
    if (!checked.ok) return checked;
  }
  return ok(workshops);
}

function workshopOf(plan: SeriesPlan, dates: readonly LocalDate[], code: string): WorkshopPlan {
  const { signUp, draw, begins, ends } = plan;
  const first = dates[0] ?? '';
  return {
    ...plan.template,
    code,
    opensAt: instantOf(addDays(first, -signUp.opensDays), signUp.opensTime),
    closesAt: instantOf(addDays(first, -signUp.closesDays), signUp.closesTime),
    lottery: draw && {
      drawsAt: instantOf(addDays(first, -draw.drawsDays), draw.drawsTime),
      rules: draw.rules
    },
    sessions: dates.map((date) => ({
      startsAt: instantOf(date, begins),
      endsAt: instantOf(date, ends)
    }))
  };
}

/** At most `count` codes, in their order; fewer when the numbers end. */
function freeCodes(first: string, count: number, taken: ReadonlySet<string>): readonly string[] {
  const letter = first.slice(0, 1);
  const codes: string[] = [];
  for (let number = Number(first.slice(1)); number <= LARGEST_CODE; number++) {
    if (codes.length === count) break;
    if (!taken.has(`${letter}${number}`)) codes.push(`${letter}${number}`);
  }
  return codes;
}
