import { fiscalYearOf, type LocalDate } from '#shared/time/instant.ts';

/** One record of assistance, as far as its supporter's passport counts it. */
export type HelpedOnce = { readonly minutes: number; readonly topics: readonly string[] };

/** What a supporter gave, in sums: nothing in it tells whom they helped. */
export type Passport = {
  readonly meetings: number;
  readonly minutes: number;
  /** How often each topic came up, the most frequent first. */
  readonly topics: readonly { readonly topic: string; readonly count: number }[];
};

export function passportOf(records: readonly HelpedOnce[]): Passport {
  const counts = new Map<string, number>();
  for (const topic of records.flatMap((record) => record.topics)) {
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return {
    meetings: records.length,
    minutes: records.reduce((sum, { minutes }) => sum + minutes, 0),
    topics: [...counts]
      .map(([topic, count]) => ({ topic, count }))
      .sort((one, other) => other.count - one.count || (one.topic < other.topic ? -1 : 1))
  };
}

/** What a supporter gave in one fiscal year, as the letter of thanks says it. */
export type PassportYear = {
  readonly year: number;
  readonly minutes: number;
  /** People helped one by one. */
  readonly meetings: number;
  /** Days on which they helped at a salon or a class. */
  readonly sessions: number;
};

type Helped = { readonly date: LocalDate; readonly minutes: number };

/** The years with any help, the newest first; a salon that was logged and had their name is one day. */
export function yearsOf(given: {
  readonly records: readonly Helped[];
  readonly tallies: readonly Helped[];
  readonly dates: readonly LocalDate[];
}): readonly PassportYear[] {
  const { records, tallies } = given;
  const days = new Set([...tallies.map(({ date }) => date), ...given.dates]);
  const inYear = (year: number) => (date: LocalDate) => fiscalYearOf(date) === year;
  const all = new Set([...records.map(({ date }) => date), ...days].map(fiscalYearOf));
  return [...all]
    .sort((one, other) => other - one)
    .map((year) => {
      const isIn = inYear(year);
      const helped = [...records, ...tallies].filter(({ date }) => isIn(date));
      return {
        year,
        minutes: helped.reduce((sum, { minutes }) => sum + minutes, 0),
        meetings: records.filter(({ date }) => isIn(date)).length,
        sessions: [...days].filter(isIn).length
      };
    });
}
