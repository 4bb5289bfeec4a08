import type { Instant } from '#shared/time/instant.ts';

declare module '#server/db/tables.ts' {
  interface Tables {
    city_drill: CityDrillRow;
  }
}

/** A swindle that the city's staff wrote down to be practised. Nothing in it is anybody's. */
export type CityDrillRow = {
  id: string;
  /** A `Drill` as JSON. */
  content: string;
  shown: 0 | 1;
  written_by: string;
  written_at: Instant;
};
