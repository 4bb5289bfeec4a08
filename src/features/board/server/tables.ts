import type { Channel, PhoneFamily } from '#features/people/domain/person.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { OfferState } from '../domain/board.ts';
import type { CancelCause } from '../domain/meeting.ts';
import type { MessageKind, MessageSide, MessageState } from '../domain/message.ts';
import type {
  DeskOnlyTopic,
  HandOverReason,
  HandOverTarget,
  RequestState,
  Topic
} from '../domain/request.ts';
import type { StoppedPlace } from '../domain/guard.ts';
import type { TroubleKind, TroubleState, TroubleTeller } from '../domain/trouble.ts';

declare module '#server/db/tables.ts' {
  interface Tables {
    supporter: SupporterRow;
    help_request: HelpRequestRow;
    offer: OfferRow;
    help_match: HelpMatchRow;
    match_proposal: MatchProposalRow;
    proposed_match: ProposedMatchRow;
    help_slot: HelpSlotRow;
    slot_place: SlotPlaceRow;
    trouble_report: TroubleReportRow;
    stopped_text: StoppedTextRow;
    meeting_message: MeetingMessageRow;
    board_setting: BoardSettingRow;
  }
}

export type SupporterRow = {
  id: string;
  account_id: string;
  state: 'active' | 'resting' | 'suspended';
  /** JSON arrays of codes: phone families, topics, venue ids and times. */
  phone_families: string;
  topics: string;
  venues: string;
  times: string;
  /** JSON array of languages in which they help. */
  languages: string;
  /** JSON array of days that are other than the week's: away, or free beyond the usual times. */
  dates: string;
  /** The most meetings in a month. */
  monthly_limit: number;
  /** Why they rest; `null` unless `resting`. */
  rest_reason: 'promise' | 'own-wish' | null;
  /** The last day this year's お約束 stands; `null` before the first agreement. */
  promise_until: LocalDate | null;
  /** What the QR of the card carries; it opens nothing by itself. */
  card_code: string;
  created_at: Instant;
  /** Facts written before it count, later ones do not; `null` unless suspended. */
  suspended_at: Instant | null;
};

export type HelpRequestRow = {
  id: string;
  /** Seven digits, read out on the telephone. */
  number: string;
  /** Who asks; `null` when the caller gave no name. Never shown to a supporter. */
  person_id: string | null;
  channel: Channel;
  topic: Topic | DeskOnlyTopic;
  phone_family: PhoneFamily;
  venue_id: string;
  /** JSON array of times that suit. */
  times: string;
  /** JSON array of needs. */
  needs: string;
  /** JSON array of languages, any of which will do. */
  languages: string;
  /** Guarded free text for the desk only; `null` without. */
  note: string | null;
  state: RequestState;
  key_hash: string;
  created_at: Instant;
  local_date: LocalDate;
  seen_at: Instant | null;
  seen_by: string | null;
  /** SHA-256 of what was asked, to tell a repeat from another person's request. */
  content_hash: string | null;
  /** To whom it went when its state is `handed-over`. */
  handed_to: HandOverTarget | null;
  handed_because: HandOverReason | null;
  delete_after: LocalDate;
};

export type OfferRow = {
  id: string;
  request_id: string;
  supporter_id: string;
  state: OfferState;
  /** How often the supporter took it back; offering again is the same offer. */
  withdrawals: number;
  created_at: Instant;
};

/** A confirmed meeting: at a public place, in its hours, with a named host at the place's desk. */
export type HelpMatchRow = {
  id: string;
  request_id: string;
  supporter_id: string;
  venue_id: string;
  starts_at: Instant;
  ends_at: Instant;
  host: string;
  state: 'confirmed' | 'done' | 'cancelled';
  /** Why the desk cancelled it; `null` unless it did. */
  cancelled_because: CancelCause | null;
  /** An account, or `rule` when the meeting was confirmed by itself. */
  confirmed_by: string;
  created_at: Instant;
  delete_after: LocalDate;
};

/** What the matching proposed last; the desk decides about each pair. */
export type MatchProposalRow = {
  id: string;
  made_at: Instant;
  made_by: string;
  /** JSON array of the requests that stay open, each with its reason. */
  left_open: string;
  delete_after: LocalDate;
};

export type ProposedMatchRow = {
  id: string;
  proposal_id: string;
  request_id: string;
  supporter_id: string;
  venue_id: string;
  starts_at: Instant;
  minutes: number;
  /** JSON array of reasons. */
  reasons: string;
  /** `confirmed`, or why confirming it was refused; `null` while nobody decided. */
  outcome: string | null;
};

/** 「こまったとき」: what somebody told of a meeting; for the desk's eyes only. */
export type TroubleReportRow = {
  id: string;
  match_id: string;
  told_by: TroubleTeller;
  kind: TroubleKind;
  note: string | null;
  written_by: string;
  created_at: Instant;
  state: TroubleState;
  settled_by: string | null;
  settled_at: Instant | null;
  delete_after: LocalDate;
};

/** That a text was stopped, where and what for; the text itself is kept nowhere. */
export type StoppedTextRow = {
  id: string;
  place: StoppedPlace;
  /** JSON array of the guard's kinds. */
  kinds: string;
  /** `applicant`, or the account that wrote it. */
  written_by: string;
  stopped_at: Instant;
  delete_after: LocalDate;
};

/** What one side says about a confirmed meeting; the desk reads it and may pass it on. */
export type MeetingMessageRow = {
  id: string;
  match_id: string;
  told_by: MessageSide;
  kind: MessageKind;
  text: string | null;
  /** `applicant`, or the supporter's account. */
  written_by: string;
  created_at: Instant;
  state: MessageState;
  /** The desk's word back to whoever wrote. */
  answer: string | null;
  settled_by: string | null;
  settled_at: Instant | null;
  delete_after: LocalDate;
};

/** What the desk has switched on; what was never switched on has no row. */
export type BoardSettingRow = {
  name: 'confirm-by-rule';
  is_on: 0 | 1;
  changed_by: string;
  changed_at: Instant;
};

/** A time at a place that the desk opened for helpers. */
export type HelpSlotRow = {
  id: string;
  venue_id: string;
  starts_at: Instant;
  ends_at: Instant;
  /** Who of the place is there; empty while nobody was named. */
  host: string;
  wanted: number;
  made_by: string;
  created_at: Instant;
  delete_after: LocalDate;
};

export type SlotPlaceRow = { slot_id: string; supporter_id: string; taken_at: Instant };
