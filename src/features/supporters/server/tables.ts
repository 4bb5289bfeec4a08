import type { Channel } from '#features/people/domain/person.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { Certificate } from '../domain/application.ts';
import type { InsuranceKind } from '../domain/insurance.ts';
import type { FileState, SuspensionReason } from '../domain/lifecycle.ts';

declare module '#server/db/tables.ts' {
  interface Tables {
    supporter_file: SupporterFileRow;
    supporter_approval: SupporterApprovalRow;
    supporter_suspension: SupporterSuspensionRow;
    promise_text: PromiseTextRow;
    promise_agreement: PromiseAgreementRow;
    session_insurance: SessionInsuranceRow;
  }
}

/** An application to be a supporter, and what was looked at of it. */
export type SupporterFileRow = {
  id: string;
  /** Seven digits, read out on the telephone. */
  number: string;
  person_id: string;
  channel: Channel;
  state: FileState;
  certificate: Certificate;
  /** JSON arrays of codes. */
  phone_families: string;
  topics: string;
  languages: string;
  venues: string;
  times: string;
  monthly_limit: number;
  /** The day the certificate was seen at the counter; there is no copy of it. */
  certificate_seen_on: LocalDate | null;
  certificate_seen_by: string | null;
  identity_seen_on: LocalDate | null;
  identity_seen_by: string | null;
  /** The link whose account becomes this supporter's; `null` before and after. */
  invitation_hash: string | null;
  /** The supporter of the board this became. */
  supporter_id: string | null;
  key_hash: string;
  content_hash: string;
  created_at: Instant;
  delete_after: LocalDate;
};

/** One yes of the staff; `at` and `account_id` say whose. */
export type SupporterApprovalRow = { file_id: string; account_id: string; at: Instant };

/** A time in which a supporter was suspended; facts written inside it have no effect, ever. */
export type SupporterSuspensionRow = {
  id: string;
  supporter_id: string;
  reason: SuspensionReason;
  begins_at: Instant;
  /** `null` while it lasts. */
  ends_at: Instant | null;
  by: string;
  delete_after: LocalDate;
};

/** お手伝いのお約束 as the city words it; a version is never changed. */
export type PromiseTextRow = {
  version: number;
  /** One rule on each line. */
  ja: string;
  en: string;
  made_at: Instant;
  made_by: string;
};

export type PromiseAgreementRow = {
  id: string;
  supporter_id: string;
  version: number;
  agreed_on: LocalDate;
  /** Where it was agreed to: the supporter's own page, or paper that the desk keeps. */
  channel: 'web' | 'paper';
  written_by: string;
  delete_after: LocalDate;
};

/** That a supporter's work on a date is covered, and by which insurance. */
export type SessionInsuranceRow = {
  session_id: string;
  account_id: string;
  kind: InsuranceKind;
  noted_by: string;
  noted_at: Instant;
};
