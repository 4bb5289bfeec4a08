import type { HandOverTarget } from '#features/board/domain/request.ts';
import type { PhoneFamily } from '#features/people/domain/person.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { AutonomyStep, Operator, Outcome } from '../domain/record.ts';

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
  phone_family: PhoneFamily;
  able_before: AutonomyStep;
  able_after: AutonomyStep;
  operated: Operator;
  outcome: Outcome;
  /** To whom, when the outcome is `handed-over`. */
  handed_to: HandOverTarget | null;
  happened_at: Instant;
  local_date: LocalDate;
  /** 1: written before the supporter was suspended, and kept. */
  flagged: 0 | 1;
  delete_after: LocalDate;
};
