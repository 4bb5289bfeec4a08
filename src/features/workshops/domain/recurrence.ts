import { addDays, nthWeekdayOf, type LocalDate } from '#shared/time/instant.ts';

/** A month of the calendar; `month` is 1 to 12. */
export type Month = { readonly year: number; readonly month: number };

export const nths = [1, 2, 3, 4, 5] as const;

/** A rhythm as salons are known by: 第1・第3火曜日. */
export type Rhythm = {
  /** From 1 to 5, rising. */
  readonly nths: readonly number[];
  /** 0 is Sunday. */
  readonly weekday: number;
};

/** What becomes of a date on which the place is closed. */
export const closedDayRules = ['skip', 'next-open-day', 'week-later'] as const;
export type ClosedDayRule = (typeof closedDayRules)[number];

/**
 * One date of a rhythm and what became of it. `Why` is the caller's own reason. `moved`: held on `date`
 * in place of `due`. `absent`: the month has no such day (a fifth Tuesday).
 */
export type Occurrence<Why> =
  | { readonly kind: 'held'; readonly month: Month; readonly date: LocalDate }
  | {
      readonly kind: 'moved';
      readonly month: Month;
      readonly due: LocalDate;
      readonly date: LocalDate;
      readonly why: Why;
    }
  | {
      readonly kind: 'skipped';
      readonly month: Month;
      readonly due: LocalDate;
      readonly why: Why;
    }
  | { readonly kind: 'absent'; readonly month: Month; readonly nth: number };

export type Recurrence<Why> = {
  readonly rhythm: Rhythm;
  readonly from: Month;
  readonly months: number;
  /** Dates that are due before this day are passed over. */
  readonly since: LocalDate;
  readonly rule: ClosedDayRule;
  /** Why nothing can be held on a day; `undefined` when the place is open. */
  readonly whyNot: (date: LocalDate) => Why | undefined;
};

/** A date is moved by two weeks at most; whoever waits longer comes to the next one. */
const LONGEST_MOVE_DAYS = 14;

/**
 * Every date of a rhythm in the order in which it is due. A date is moved only to an open day on which
 * the rhythm holds nothing else; when there is none within two weeks, it is skipped.
 */
export function occurrencesOf<Why>(recurrence: Recurrence<Why>): readonly Occurrence<Why>[] {
  const { rhythm, whyNot, rule } = recurrence;
  const due = monthsFrom(recurrence.from, recurrence.months)
    .flatMap((month) =>
      rhythm.nths.map((nth) => ({ month, nth, date: nthWeekdayOf(month, nth, rhythm.weekday) }))
    )
    .filter(({ date }) => date === undefined || date >= recurrence.since);
  const taken = new Set(due.flatMap(({ date }) => (date && !whyNot(date) ? [date] : [])));

  return due.map(({ month, nth, date }): Occurrence<Why> => {
    if (date === undefined) return { kind: 'absent', month, nth };
    const why = whyNot(date);
    if (why === undefined) return { kind: 'held', month, date };

    const instead = candidatesAfter(date, rule).find((day) => !taken.has(day) && !whyNot(day));
    if (instead === undefined) return { kind: 'skipped', month, due: date, why };
    taken.add(instead);
    return { kind: 'moved', month, due: date, date: instead, why };
  });
}

/** This month and those after it. */
export function monthsFrom({ year, month }: Month, count: number): readonly Month[] {
  return Array.from({ length: count }, (_, index) => {
    const months = year * 12 + month - 1 + index;
    return { year: Math.floor(months / 12), month: (months % 12) + 1 };
  });
}

/** How the dates of a rhythm become workshops: each for itself, or those of a month as one course. */
export const groupings = ['each', 'month'] as const;
export type Grouping = (typeof groupings)[number];

/** The dates of each workshop, earliest first; a month in which nothing is held makes none. */
export function workshopDates<Why>(
  occurrences: readonly Occurrence<Why>[],
  grouping: Grouping
): readonly (readonly LocalDate[])[] {
  const held = occurrences.filter(
    (occurrence) => occurrence.kind === 'held' || occurrence.kind === 'moved'
  );
  if (grouping === 'each') return held.map(({ date }) => [date]).sort(byFirst);

  const byMonth = Map.groupBy(held, ({ month }) => `${month.year}-${month.month}`);
  return [...byMonth.values()].map((course) => course.map(({ date }) => date).sort()).sort(byFirst);
}

function byFirst(one: readonly LocalDate[], other: readonly LocalDate[]): number {
  return (one[0] ?? '') < (other[0] ?? '') ? -1 : 1;
}

function candidatesAfter(date: LocalDate, rule: ClosedDayRule): readonly LocalDate[] {
  if (rule === 'skip') return [];
  const step = rule === 'week-later' ? 7 : 1;
  return Array.from({ length: LONGEST_MOVE_DAYS / step }, (_, index) =>
    addDays(date, (index + 1) * step)
  );
}
