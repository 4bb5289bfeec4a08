import * as v from 'valibot';
import { ageBands, needs, phoneFamilies } from '#features/people/domain/person.ts';
import { phoneLevels, type AttendancePayload } from './operation.ts';

/**
 * One line of a session's roster as a tablet holds it: no more than the door needs, so no address, no
 * telephone number and no birth date. `town` or the age band tells two people of one name apart. What a
 * newer server adds is passed over.
 */
export const RosterEntry = v.object({
  participationId: v.string(),
  kind: v.picklist(['sign-up', 'walk-in']),
  /** Counted from 1 in each session, in the order of signing up; walk-ins follow. 0: not numbered yet. */
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
  /** How the application stands (`entered`: in a lottery not drawn yet); whoever comes is checked in all the same. */
  place: v.picklist(['confirmed', 'waiting', 'entered', 'cancelled', 'walk-in']),
  /** First 128 bits of SHA-256 of the receipt's token, hex: what a scanned QR is compared with. */
  ticketHash: v.nullable(v.string()),
  /** The number on the receipt, as people read it out; absent for a walk-in. */
  receipt: v.exactOptional(v.string()),
  /** How used to a phone they were at their last visit; absent where nobody noted it. */
  knownLevel: v.exactOptional(v.picklist(phoneLevels))
});
export type RosterEntry = v.InferOutput<typeof RosterEntry>;

/** What a tablet knows of the session itself. */
export const SessionCard = v.object({
  sessionId: v.string(),
  code: v.string(),
  title: v.object({ ja: v.string(), en: v.string() }),
  venue: v.object({ ja: v.string(), en: v.string() }),
  startsAt: v.number(),
  endsAt: v.number(),
  /** 定員 (learners) and 室定員 (chairs, companions included). */
  seats: v.number(),
  roomChairs: v.number(),
  /** How many phones are there to lend; absent on a tablet that has not asked anew. */
  loanPhones: v.exactOptional(v.number()),
  /** The newest change of the date and its reason; absent while it is as first told. */
  change: v.optional(
    v.object({
      kind: v.picklist(['changed', 'cancelled']),
      reason: v.object({ ja: v.string(), en: v.string() })
    })
  )
});
export type SessionCard = v.InferOutput<typeof SessionCard>;

export const ROSTER_ROW = 'roster';
export const SESSION_ROW = 'session';

/** The line of somebody who walked in. */
export function walkInEntry(
  participationId: string,
  walkIn: AttendancePayload<'attend.walkin'>,
  number: number
): RosterEntry {
  return {
    participationId,
    kind: 'walk-in',
    number,
    kana: walkIn.kana,
    name: walkIn.name,
    town: null,
    ageBand: walkIn.ageBand,
    phoneFamily: walkIn.phoneFamily,
    wantsLoanPhone: false,
    companions: 0,
    needs: [],
    place: 'walk-in',
    ticketHash: null
  };
}
