import type { Language } from '#shared/i18n/language.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { Channel, PhoneFamily } from '#features/people/domain/person.ts';
import type { OfferState } from '../domain/waiting-line.ts';
import type { Relation } from '../domain/helper.ts';
import type { Host } from '../domain/arrangement.ts';
import type { OverridePlace, OverrideReason } from '../domain/lottery.ts';
import type { Place, SignUpStatus } from '../domain/place.ts';
import type { Selection, WorkshopKind } from '../domain/workshop.ts';

declare module '#server/db/tables.ts' {
  interface Tables {
    series: SeriesRow;
    workshop: WorkshopRow;
    session: SessionRow;
    sign_up: SignUpRow;
    seat_offer: SeatOfferRow;
    session_change: SessionChangeRow;
    sign_up_change: SignUpChangeRow;
    session_supporter: { session_id: string; account_id: string };
    lottery: LotteryRow;
    lottery_override: LotteryOverrideRow;
  }
}

/** Workshops that were planned together. */
export type SeriesRow = {
  id: string;
  title_ja: string;
  title_en: string;
  /** JSON of `SeriesRecord`: the rhythm and what became of each date. */
  record: string;
  created_at: Instant;
};

/** What one applies to; it has one session or several. */
export type WorkshopRow = {
  id: string;
  /** The short code printed in the 市報, upper case (`C12`). */
  code: string;
  kind: WorkshopKind;
  title_ja: string;
  title_en: string;
  about_ja: string;
  about_en: string;
  bring_ja: string;
  bring_en: string;
  series_id: string | null;
  venue_id: string;
  room_id: string | null;
  /** 定員: learners. */
  seats: number;
  /** 室定員: chairs, companions and supporters included. */
  room_chairs: number;
  longest_line: number;
  loan_phones: number;
  selection: Selection;
  /** Sign-up opens at the first and is closed from the second on. */
  opens_at: Instant;
  closes_at: Instant;
  state: 'draft' | 'open' | 'cancelled';
  /** The number the next person in the waiting line gets; updating this row is the lock on its seats. */
  next_line_number: number;
  created_at: Instant;
  host: Host;
  host_name: string;
  lecturers: string;
  people_per_supporter: number;
  supporters: number;
  /** How many above 定員 are let in on the day. */
  extra_seats: number;
  /** JSON object: seats by phone family. */
  phone_quotas: string;
  /** Whether `phone_quotas` divide the seats, or are only shown. */
  divides_by_phone: 0 | 1;
  /** First come, first served: seats of the fiscal year one person may have; `null` for no limit. */
  seats_per_year: number | null;
  /** When the public first saw it; `null` for drafts and for what was given up before. */
  published_at: Instant | null;
};

/** One date; the scope of sync. */
export type SessionRow = {
  id: string;
  workshop_id: string;
  starts_at: Instant;
  ends_at: Instant;
  local_date: LocalDate;
  state: 'planned' | 'cancelled';
  /** When the personal rows that hang on it are deleted. */
  delete_after: LocalDate;
};

/** A person's application to a workshop and what became of it. */
export type SignUpRow = {
  id: string;
  workshop_id: string;
  person_id: string;
  channel: Channel;
  status: SignUpStatus;
  /** The place in the order of the waiting line, kept after promotion; `null` for those who never waited. */
  line_number: number | null;
  /** Seven digits, read out on the telephone; needs the phone's last four digits beside it. */
  receipt_number: string;
  /** 80 random bits, in the QR of the receipt. */
  receipt_token: string;
  /** SHA-256 of the key the form was made with; sent twice, it is one sign-up. */
  key_hash: string;
  /** SHA-256 of what was applied for, to tell a repeat from another person's application. */
  content_hash: string;
  phone_family: PhoneFamily;
  wants_loan_phone: 0 | 1;
  companions: number;
  /** JSON array of needs. */
  needs: string;
  /** Who applied in the person's stead; both `null` for those who applied themselves. */
  helper_name: string | null;
  helper_relation: Relation | null;
  /** The account that typed it; `null` for the web. */
  entered_by: string | null;
  /** Asked only where the lottery's rules look at it. */
  lives_here: 0 | 1 | null;
  /** Where mails about this sign-up go, and in which language; both `null` for other ways. */
  mail_address: string | null;
  mail_language: Language | null;
  created_at: Instant;
  cancelled_at: Instant | null;
  cancelled_by: 'applicant' | 'staff' | null;
  /** What it was before it was cancelled, for taking a slip back. */
  cancelled_from: Place['kind'] | null;
  /** Waits behind everybody else: has had the year's seats. */
  is_behind: 0 | 1;
  /** Why the desk let them in all the same, in words for the desk; `null` for everybody else. */
  let_in_reason: string | null;
  delete_after: LocalDate;
};

/** A free seat that somebody in the waiting line was asked about; held for them while `asked`. */
export type SeatOfferRow = {
  id: string;
  workshop_id: string;
  sign_up_id: string;
  state: OfferState;
  asked_at: Instant;
  /** From here on the next one is asked. */
  answer_by: Instant;
  answered_at: Instant | null;
  /** `applicant`, or the account that wrote down what was said; `null` while nobody answered. */
  answered_by: string | null;
  delete_after: LocalDate;
};

/** That a date was moved or called off, with the reason in words; public, so it names nobody. */
export type SessionChangeRow = {
  id: string;
  session_id: string;
  kind: 'changed' | 'cancelled';
  reason_ja: string;
  reason_en: string;
  /** Where and when it was to be before. */
  old_starts_at: Instant;
  old_ends_at: Instant;
  old_venue_id: string;
  old_room_id: string | null;
  /** SHA-256 of the key the form was made with; sent twice, it is one change. */
  key_hash: string;
  changed_by: string;
  changed_at: Instant;
};

/** The lottery of one workshop, made with it. Once `record` is there, it was drawn and nothing changes. */
export type LotteryRow = {
  workshop_id: string;
  /** 256 random bits, hex; secret until the draw publishes it. */
  seed: string;
  /** SHA-256 of `seed` as written, shown to everybody from the first day. */
  commitment: string;
  /** JSON of `LotteryRules`. */
  rules: string;
  draws_at: Instant;
  /** JSON of `LotteryRecord`, as published. */
  record: string | null;
  drawn_at: Instant | null;
  drawn_by: string | null;
};

/** One entrant whom the desk sets before or after all; goes with its sign-up. */
export type LotteryOverrideRow = {
  sign_up_id: string;
  place: OverridePlace;
  reason: OverrideReason;
  /** For the desk alone. */
  note: string;
  made_by: string;
  made_at: Instant;
};

/** That the holder of a receipt changed the application; goes with its sign-up. */
export type SignUpChangeRow = {
  /** SHA-256 of the key the form was made with; sent twice, it is one change. */
  key_hash: string;
  sign_up_id: string;
  content_hash: string;
  changed_at: Instant;
};
