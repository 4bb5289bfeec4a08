import * as v from 'valibot';
import { ageBands, phoneFamilies } from '#features/people/domain/person.ts';

/**
 * The facts of a day at the door. Each names what happened, never a new state: there is no toggle and
 * no "present = false", so two tablets cannot undo one another by accident.
 */
export const attendanceTypes = [
  'attend.checkin',
  'attend.undo',
  'attend.walkin',
  'attend.leave',
  'attend.noshow'
] as const;
export type AttendanceType = (typeof attendanceTypes)[number];

export const CheckIn = v.strictObject({
  /** How the person was found. */
  by: v.picklist(['kana', 'number', 'qr']),
  late: v.boolean()
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
  overCapacity: v.picklist(['', 'came-anyway', 'companion', 'staff-decided'])
});

export const Leave = v.strictObject({});

export const NoShow = v.strictObject({
  /** True when the person told us. */
  told: v.boolean()
});

export const attendancePayloads = {
  'attend.checkin': CheckIn,
  'attend.undo': Undo,
  'attend.walkin': WalkIn,
  'attend.leave': Leave,
  'attend.noshow': NoShow
} as const satisfies Record<AttendanceType, v.GenericSchema>;

export type AttendancePayload<Type extends AttendanceType> = v.InferOutput<
  (typeof attendancePayloads)[Type]
>;

export function isAttendanceType(type: string): type is AttendanceType {
  return attendanceTypes.includes(type as AttendanceType);
}

/** A payload as sent, or `undefined` when it is not of its type's shape. */
export function readPayload<Type extends AttendanceType>(
  type: Type,
  payload: string
): AttendancePayload<Type> | undefined {
  const parsed = v.safeParse(attendancePayloads[type], parseJson(payload));
  return parsed.success ? parsed.output : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
