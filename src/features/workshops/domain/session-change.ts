import { err, ok, type Result } from '#shared/result.ts';
import { instantOf, localDateOf, type Instant } from '#shared/time/instant.ts';

/** One date as it stands before it is changed or called off. */
export type SessionBefore = {
  readonly state: 'planned' | 'cancelled';
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly venueId: string;
  /** Of that place; absent while none is decided. */
  readonly roomId?: string | undefined;
  readonly bringJa: string;
  readonly bringEn: string;
  /** When lots are drawn for its seats that are not drawn yet. */
  readonly drawsAt?: Instant | undefined;
};

/** What a clerk writes; times only when the date itself is changed. */
export type ChangeProposal = {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly venueId: string;
  /** Of that place; absent while none is decided. */
  readonly roomId?: string | undefined;
  readonly bringJa: string;
  readonly bringEn: string;
};

export type Reason = { readonly ja: string; readonly en: string };

export type ChangeError = {
  readonly type:
    | 'reason-missing'
    | 'reason-too-long'
    | 'already-cancelled'
    | 'already-begun'
    | 'ends-before-it-starts'
    | 'in-the-past'
    | 'before-the-draw'
    | 'nothing-changed'
    | 'not-decided-yet'
    | 'not-today';
};

/** The reason stands on the public page and is read out on the telephone: one sentence. */
export const LONGEST_REASON = 80;

export function checkReason({ ja, en }: Reason): Result<Reason, ChangeError> {
  if (ja === '') return err({ type: 'reason-missing' });
  if (ja.length > LONGEST_REASON || en.length > 2 * LONGEST_REASON) {
    return err({ type: 'reason-too-long' });
  }
  return ok({ ja, en: en || ja });
}

/** Whether a date can be called off: until it begins, and once. */
export function checkCancellation(
  before: SessionBefore,
  now: Instant
): Result<SessionBefore, ChangeError> {
  if (before.state === 'cancelled') return err({ type: 'already-cancelled' });
  if (before.startsAt <= now) return err({ type: 'already-begun' });
  return ok(before);
}

/** Whether a date can be changed like this; a change that changes nothing calls nobody. */
export function checkChange(
  before: SessionBefore,
  to: ChangeProposal,
  now: Instant
): Result<ChangeProposal, ChangeError> {
  const open = checkCancellation(before, now);
  if (!open.ok) return open;
  if (to.endsAt <= to.startsAt) return err({ type: 'ends-before-it-starts' });
  if (to.startsAt <= now) return err({ type: 'in-the-past' });
  if (before.drawsAt !== undefined && to.startsAt <= before.drawsAt) {
    return err({ type: 'before-the-draw' });
  }
  const isSame = (['startsAt', 'endsAt', 'venueId', 'roomId', 'bringJa', 'bringEn'] as const).every(
    (part) => before[part] === to[part]
  );
  return isSame ? err({ type: 'nothing-changed' }) : ok(to);
}

/** People who sit, and seats promised; whether a room has chairs for both. */
export function isRoomLargeEnough(
  chairs: number,
  { seats, sitting }: { readonly seats: number; readonly sitting: number }
): boolean {
  return chairs >= Math.max(seats, sitting);
}

/**
 * Whether the city's rule for bad weather may call a date off now: on its own day, from the rule's
 * clock time on, until it begins. The day before nobody knows yet, and a person decides with a reason.
 */
export function checkWeather(
  before: SessionBefore,
  ruleTime: string,
  now: Instant
): Result<SessionBefore, ChangeError> {
  const open = checkCancellation(before, now);
  if (!open.ok) return open;
  const day = localDateOf(before.startsAt);
  if (day !== localDateOf(now)) return err({ type: 'not-today' });
  return now < instantOf(day, ruleTime) ? err({ type: 'not-decided-yet' }) : ok(before);
}
