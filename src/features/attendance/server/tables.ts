import type { AgeBand, PhoneFamily } from '#features/people/domain/person.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { AnswerMark, Question } from '../domain/answer-operation.ts';
import type { PhoneLevel } from '../domain/operation.ts';
import type { WishOutcome } from '../domain/wish.ts';

declare module '#server/db/tables.ts' {
  interface Tables {
    participation: ParticipationRow;
    questionnaire_answer: QuestionnaireAnswerRow;
    next_wish: NextWishRow;
  }
}

/**
 * A person at a session, by a sign-up or by walking in. The last five columns are what the facts of
 * `operation` fold to; they are kept beside them for the figures and can be recomputed at any time.
 */
export type ParticipationRow = {
  id: string;
  session_id: string;
  sign_up_id: string | null;
  person_id: string | null;
  kind: 'sign-up' | 'walk-in';
  number: number;
  /** As told at the door by a walk-in; `null` for nameless ones and for sign-ups. */
  walk_in_kana: string | null;
  walk_in_name: string | null;
  age_band: AgeBand;
  phone_family: PhoneFamily;
  created_at: Instant;
  delete_after: LocalDate;
  attendance: 'expected' | 'came' | 'absent-told' | 'absent';
  /** An observer or a companion takes no learner's seat and is no participant in the figures. */
  came_as: 'learner' | 'observer' | 'companion';
  arrived_at: Instant | null;
  left_at: Instant | null;
  phone_level: PhoneLevel | null;
};

/** One sheet of the questionnaire; it names nobody and follows no line of the roster. */
type QuestionnaireAnswerRow = Record<Question, AnswerMark> & {
  id: string;
  session_id: string;
  given_by: 'paper' | 'tablet';
  /** JSON list. */
  wishes: string;
  delete_after: LocalDate;
};

/** A later date that somebody would like to come to, told before leaving; once for each date. */
type NextWishRow = {
  /** The fact that told it. */
  id: string;
  participation_id: string;
  /** The date wished for. */
  session_id: string;
  wished_at: Instant;
  /** What the desk made of it; `null` while it waits. */
  outcome: WishOutcome | null;
  settled_at: Instant | null;
  settled_by: string | null;
  delete_after: LocalDate;
};
