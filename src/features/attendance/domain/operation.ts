import * as v from 'valibot';
import { ageBands, phoneFamilies } from '#features/people/domain/person.ts';
import { answerPayloads } from './answer-operation.ts';
import { coursePayloads } from './course-operation.ts';
import { loanPayloads } from './loan-operation.ts';
import { ticketPayloads } from './ticket-operation.ts';

export const MOST_COMPANIONS = 9;

/**
 * The facts of a day at the door. Each names what happened, never a new state: there is no toggle and
 * no "present = false", so two tablets cannot undo one another by accident.
 */
export const attendanceTypes = [
  'attend.checkin',
  'attend.undo',
  'attend.walkin',
  'attend.leave',
  'attend.noshow',
  'attend.companions',
  'attend.level',
  'attend.wish'
] as const;
export type AttendanceType = (typeof attendanceTypes)[number];

/** How used somebody is to a phone, as whoever received them heard it: for the table, and no test. */
export const phoneLevels = ['first', 'some', 'daily'] as const;
export type PhoneLevel = (typeof phoneLevels)[number];

/** As what somebody is here who takes no learner's seat; a learner's fact leaves it out. */
const guestRoles = ['observer', 'companion'] as const;
export type GuestRole = (typeof guestRoles)[number];

export const CheckIn = v.strictObject({
  /** How the person was found; `paper`: typed after a day that was kept on paper. */
  by: v.picklist(['kana', 'number', 'qr', 'scanner', 'paper']),
  late: v.boolean(),
  as: v.exactOptional(v.picklist(guestRoles))
});

/** Withdraws exactly one fact, by its id; another tablet's later one stays. */
export const Undo = v.strictObject({ targetOpId: v.pipe(v.string(), v.uuid()) });

/** Somebody who came without signing up, and is here; the operation's entity is the new participation. */
export const WalkIn = v.strictObject({
  /** Both may be empty: a walk-in need not give a name. */
  kana: v.pipe(v.string(), v.maxLength(60)),
  name: v.pipe(v.string(), v.maxLength(60)),
  ageBand: v.picklist(ageBands),
  phoneFamily: v.picklist(phoneFamilies),
  /** Why one more was let in although the seats were taken; empty below capacity. */
  overCapacity: v.picklist(['', 'came-anyway', 'companion', 'staff-decided']),
  as: v.exactOptional(v.picklist(guestRoles))
});

export const Leave = v.strictObject({});

export const NoShow = v.strictObject({
  /** True when the person told us. */
  told: v.boolean()
});

/** How many came along with somebody, counted at the door; the last count stands. */
export const Companions = v.strictObject({
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MOST_COMPANIONS))
});

/** The last one told stands. */
const Level = v.strictObject({ level: v.picklist(phoneLevels) });

/** A later date that somebody would like to come to; no sign-up yet, which the desk makes of it. */
const Wish = v.strictObject({ sessionId: v.pipe(v.string(), v.uuid()) });

const attendancePayloads = {
  'attend.checkin': CheckIn,
  'attend.undo': Undo,
  'attend.walkin': WalkIn,
  'attend.leave': Leave,
  'attend.noshow': NoShow,
  'attend.companions': Companions,
  'attend.level': Level,
  'attend.wish': Wish
} as const satisfies Record<AttendanceType, v.GenericSchema>;

/** Everything that is written at the door, by its type. */
const doorPayloads = {
  ...attendancePayloads,
  ...loanPayloads,
  ...ticketPayloads,
  ...answerPayloads,
  ...coursePayloads
} as const;
export type DoorType = keyof typeof doorPayloads;

export type DoorPayload<Type extends DoorType> = v.InferOutput<(typeof doorPayloads)[Type]>;
export type AttendancePayload<Type extends AttendanceType> = DoorPayload<Type>;

export function isAttendanceType(type: string): type is AttendanceType {
  return attendanceTypes.includes(type as AttendanceType);
}

/** A payload as sent, or `undefined` when it is not of its type's shape. */
export function readPayload<Type extends DoorType>(
  type: Type,
  payload: string
): DoorPayload<Type> | undefined {
  const parsed = v.safeParse(doorPayloads[type], parseJson(payload));
  return parsed.success ? parsed.output : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
