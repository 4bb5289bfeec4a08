import type { HandOverTarget } from '#features/board/domain/request.ts';
import type { PhoneFamily } from '#features/people/domain/person.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { FollowUpAnswer, FollowUpKind, FollowUpWay } from '../domain/follow-up.ts';
import type { AutonomyStep, HelpedKind, Operator, Outcome } from '../domain/record.ts';

declare module '#server/db/tables.ts' {
  interface Tables {
    assistance: AssistanceRow;
    assistance_topic: { assistance_id: string; topic: string };
    assistance_tally: AssistanceTallyRow;
    assistance_tally_count: AssistanceTallyCountRow;
    follow_up: FollowUpRow;
  }
}

/**
 * What one meeting was, as the log says now; the id is that of the fact that wrote it first. No name and
 * no note stand here: a note is in its fact alone.
 */
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
  helped: HelpedKind;
  people: number;
  /** JSON array of the promises that were ticked. */
  promises: string;
  happened_at: Instant;
  local_date: LocalDate;
  /** 1: written before the supporter was suspended, and kept. */
  flagged: 0 | 1;
  delete_after: LocalDate;
};

/** A supporter's help at a whole salon, in counts. */
export type AssistanceTallyRow = {
  id: string;
  supporter_id: string;
  minutes: number;
  people: number;
  happened_at: Instant;
  local_date: LocalDate;
  flagged: 0 | 1;
  delete_after: LocalDate;
};

export type AssistanceTallyCountRow = {
  tally_id: string;
  of: 'topic' | 'family';
  code: string;
  count: number;
};

/** 「まだできますか」, to be asked of the person of a record; who that is, its match's request knows. */
export type FollowUpRow = {
  id: string;
  assistance_id: string;
  kind: FollowUpKind;
  way: FollowUpWay;
  due_on: LocalDate;
  /** Opens the page that asks; stands on the postcard. */
  token: string;
  answer: FollowUpAnswer | null;
  answered_at: Instant | null;
  /** An account, `page`, or `device:` and the id of a tablet. */
  answered_by: string | null;
  /** When its postcard went out. */
  posted_at: Instant | null;
  /** When the desk let it go without an answer. */
  dropped_at: Instant | null;
  delete_after: LocalDate;
};
