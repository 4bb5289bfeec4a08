const MINUTE_MS = 60_000;
/** Then a loan device asks whether it is still used, and hides its page when nobody answers. */
const ASK_AFTER_MS = 30 * MINUTE_MS;
const HIDE_AFTER_MS = 35 * MINUTE_MS;

export type IdleStage = 'in-use' | 'asking' | 'covered';

/**
 * What a loan device does when nobody has touched it for a while. No time is long enough to remove
 * anything: that takes a person (docs/decisions/0014-loan-device.md).
 */
export function idleStage(lastTouchedAt: number, now: number): IdleStage {
  const idleMs = now - lastTouchedAt;
  if (idleMs >= HIDE_AFTER_MS) return 'covered';
  return idleMs >= ASK_AFTER_MS ? 'asking' : 'in-use';
}
