import type { Instant, LocalDate } from '#shared/time/instant.ts';

declare module '#server/db/tables.ts' {
  interface Tables {
    assistance: AssistanceRow;
    assistance_topic: { assistance_id: string; topic: string };
  }
}

/** What one meeting was, as its supporter logged it; the id is the operation's. No name stands here. */
export type AssistanceRow = {
  id: string;
  supporter_id: string;
  match_id: string | null;
  minutes: number;
  /** `done`, `again` or `handed-over`. */
  outcome: string;
  happened_at: Instant;
  local_date: LocalDate;
  /** 1: written before the supporter was suspended, and kept. */
  flagged: 0 | 1;
  delete_after: LocalDate;
};
