import { err, ok, type Result } from '#shared/result.ts';
import { MINUTE_MS, type Instant } from '#shared/time/instant.ts';

/**
 * How the desk has a device.
 *
 * - `retired`: it hands in what it still holds, then forgets everything.
 * - `lost`: it destroys what can be read at its next contact.
 */
export const tabletStates = ['active', 'retired', 'lost'] as const;
export type TabletState = (typeof tabletStates)[number];

/** Why the desk takes a device out of use; `replaced` is said by the device that was enrolled anew. */
export const endReasons = {
  retired: ['returned', 'not-needed', 'replaced'],
  lost: ['missing', 'stolen', 'in-other-hands']
} as const;
export type EndReason = (typeof endReasons)['retired' | 'lost'][number];

/** Whether the browser promised to keep the device's storage. */
export const storageAnswers = ['kept', 'not-kept', 'unknown'] as const;
export type StorageAnswer = (typeof storageAnswers)[number];

/** A clock further off than this is told to staff; a tablet works all the same. */
const CLOCK_IS_RIGHT_WITHIN_MS = 5 * MINUTE_MS;

export function isClockWrong(clockOffsetMs: number): boolean {
  return Math.abs(clockOffsetMs) > CLOCK_IS_RIGHT_WITHIN_MS;
}

export type EndError = { readonly type: 'already-so' | 'lost-for-good' | 'no-reason' };

/**
 * Decides how a device is taken out of use. A retired one may still be lost on its way; a lost one is
 * enrolled anew when it is found. Its right ends at the first of both moments.
 */
export function endUse(
  device: { readonly state: TabletState; readonly revokedAt: Instant | null },
  wanted: { readonly state: 'retired' | 'lost'; readonly reason: string },
  now: Instant
): Result<
  { readonly state: 'retired' | 'lost'; readonly reason: EndReason; readonly revokedAt: Instant },
  EndError
> {
  if (device.state === wanted.state) return err({ type: 'already-so' });
  if (device.state === 'lost') return err({ type: 'lost-for-good' });
  const reasons: readonly EndReason[] = endReasons[wanted.state];
  const reason = reasons.find((known) => known === wanted.reason);
  if (!reason) return err({ type: 'no-reason' });
  return ok({ state: wanted.state, reason, revokedAt: Math.min(device.revokedAt ?? now, now) });
}

/** What the server knows of a device's count, and what the device says of it now. */
export type Counted = {
  /** The highest number that the server took. */
  readonly highestSeq: number;
  /** What it said at its last contact that it held. */
  readonly toldUnsent: number;
  /** The last number it has written, by its storage. */
  readonly lastSeq: number;
  readonly unsent: number;
  /** The last number by the note outside of its storage; `null` without a note. */
  readonly notedSeq: number | null;
};

/**
 * Tells whether a device's storage went back or came up empty: a browser opens a broken one without a
 * word. Every number above the server's highest must still wait on the device.
 *
 * @returns how many facts may be missing, which can be 0 after a loss; `undefined` when all fits.
 */
export function lostFacts(counted: Counted): number | undefined {
  const { highestSeq, toldUnsent, lastSeq, unsent, notedSeq } = counted;
  const written = Math.max(lastSeq, notedSeq ?? 0);
  const wentBack = lastSeq < Math.max(highestSeq, notedSeq ?? 0);
  const missing = Math.max(0, written - highestSeq - unsent, wentBack ? toldUnsent - unsent : 0);
  return wentBack || missing > 0 ? missing : undefined;
}
