import type { Measure } from '../domain/frozen.ts';

declare module '#server/db/tables.ts' {
  interface Tables {
    frozen_count: FrozenCountRow;
  }
}

/** Counts of rows that were deleted at the end of their time; only ever added to. */
export type FrozenCountRow = {
  /** `2026-12`, by the day in Tokyo. */
  month: string;
  /** `''` where help happened at no registered venue. */
  venue_id: string;
  measure: Measure;
  value: number;
};
