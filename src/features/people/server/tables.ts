import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { AgeBand, PhoneFamily, TellingWay } from '../domain/person.ts';
import type { Role } from '../domain/role.ts';

declare module '#server/db/tables.ts' {
  interface Tables {
    person: PersonRow;
    two_people: TwoPeopleRow;
    account: AccountRow;
    account_role: { account_id: string; role: Role };
    auth_session: AuthSessionRow;
    invitation: InvitationRow;
    partner_access: PartnerAccessRow;
    audit: AuditRow;
    audit_head: { id: 1; seq: number; hash: string };
  }
}

export type PersonRow = {
  id: string;
  kana: string;
  /** `searchKeyOf(kana)`, for finding people from their first letters on either engine alike. */
  kana_key: string;
  name: string;
  /** Digits with a leading 0; `null` for people without a telephone. */
  phone: string | null;
  /** The district (町名), which tells two people of one name apart. */
  town: string | null;
  age_band: AgeBand;
  phone_family: PhoneFamily;
  way: TellingWay;
  /** Set: no letter and no call goes to this person (入院・死亡・連絡不要). */
  contact_stopped_at: Instant | null;
  delete_after: LocalDate;
  created_at: Instant;
};

/** Two who look like one person and were found to be two; the smaller id first. */
export type TwoPeopleRow = { first_id: string; second_id: string };

export type AccountRow = {
  id: string;
  /** Lower case. */
  login: string;
  name: string;
  /** PHC string, argon2id. */
  password_hash: string;
  suspended_at: Instant | null;
  created_at: Instant;
};

export type AuthSessionRow = {
  /** SHA-256 of the cookie's token, hex: the token itself is never stored. */
  token_hash: string;
  account_id: string;
  created_at: Instant;
  last_seen_at: Instant;
  revoked_at: Instant | null;
};

/** A one-time link that makes an account with these roles. */
export type InvitationRow = {
  token_hash: string;
  roles: string;
  created_at: Instant;
  expires_at: Instant;
  used_at: Instant | null;
};

/** A workshop given to somebody of the partner who holds it, for the days around its dates. */
export type PartnerAccessRow = {
  id: string;
  workshop_id: string;
  /** As the desk calls them. */
  label: string;
  /** `null` while nobody has opened the link. */
  account_id: string | null;
  /** The invitation whose account takes it over; `null` from then on. */
  token_hash: string | null;
  days_before: number;
  days_after: number;
  given_by: string;
  given_at: Instant;
  revoked_at: Instant | null;
  delete_after: LocalDate;
};

/** Who read or changed personal data, chained: each row's hash covers the row before it. */
export type AuditRow = {
  seq: number;
  at: Instant;
  /** An account id, `applicant`, `system`, or `device:<id>`. */
  actor: string;
  action: string;
  entity: string;
  entity_id: string;
  why: string;
  previous_hash: string;
  hash: string;
};
