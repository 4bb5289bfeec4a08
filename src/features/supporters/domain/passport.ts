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
