const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

export type Sender = {
  readonly now: () => void;
  readonly stop: () => void;
};

/**
 * Calls `send` when told to, when the network is said to be back and when the page is looked at again;
 * while something is left, again after growing waits, for the first try may still be too early.
 *
 * - `send` answers whether nothing is left to try again.
 */
export function keepSending(send: () => Promise<boolean>): Sender {
  let wait = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const run = async () => {
    clearTimeout(timer);
    if ((await send()) || isStopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };
  const now = () => {
    wait = FIRST_WAIT_MS;
    void run();
  };
  const whenLookedAt = () => {
    if (document.visibilityState === 'visible') now();
  };
  window.addEventListener('online', now);
  document.addEventListener('visibilitychange', whenLookedAt);
  return {
    now,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      window.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', whenLookedAt);
    }
  };
}
