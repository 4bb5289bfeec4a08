import * as v from 'valibot';
import { ageBands, needs, phoneFamilies } from '#features/people/domain/person.ts';

/**
 * One line of a session's roster as a tablet holds it: no more than the door needs, so no address, no
 * telephone number and no birth date. `town` or the age band tells two people of one name apart.
 */
export const RosterEntry = v.strictObject({
  participationId: v.string(),
  kind: v.picklist(['sign-up', 'walk-in']),
  /** Counted from 1 in each session, in the order of signing up; walk-ins follow. */
  number: v.number(),
  /** Both empty for a walk-in who gave no name. */
  kana: v.string(),
  name: v.string(),
  town: v.nullable(v.string()),
  ageBand: v.picklist(ageBands),
  phoneFamily: v.picklist(phoneFamilies),
  wantsLoanPhone: v.boolean(),
  companions: v.number(),
  needs: v.array(v.picklist(needs)),
  /** How the application stands; a cancelled or waiting person who comes is checked in all the same. */
  place: v.picklist(['confirmed', 'waiting', 'cancelled', 'walk-in']),
  /** First 128 bits of SHA-256 of the receipt's token, hex: what a scanned QR is compared with. */
  ticketHash: v.nullable(v.string())
});
export type RosterEntry = v.InferOutput<typeof RosterEntry>;

/** What a tablet knows of the session itself. */
export const SessionCard = v.strictObject({
  sessionId: v.string(),
  code: v.string(),
  title: v.strictObject({ ja: v.string(), en: v.string() }),
  venue: v.strictObject({ ja: v.string(), en: v.string() }),
  startsAt: v.number(),
  endsAt: v.number(),
  /** 定員 (learners) and 室定員 (chairs, companions included). */
  seats: v.number(),
  roomChairs: v.number()
});
export type SessionCard = v.InferOutput<typeof SessionCard>;
