import { isLeftAlone } from '#features/sync/domain/pin.ts';

const LOOK_EVERY_MS = 5000;
const TOUCHES = ['pointerdown', 'keydown', 'input'] as const;

/**
 * Calls `lock` when nobody has touched the device for a while, or its page was out of sight. A sleeping
 * page has no clock: it looks again before it is seen. @returns what ends it.
 */
export function watchOver(lock: () => void): () => void {
  let lastTouchedAt = Date.now();
  let hiddenSince = document.hidden ? Date.now() : undefined;

  const look = () => {
    const isScanning = document.querySelector('video') !== null;
    if (isLeftAlone({ now: Date.now(), lastTouchedAt, hiddenSince, isScanning })) lock();
  };
  const touched = () => {
    look();
    lastTouchedAt = Date.now();
  };
  const seenOrNot = () => {
    look();
    hiddenSince = document.hidden ? Date.now() : undefined;
  };

  const timer = setInterval(look, LOOK_EVERY_MS);
  for (const touch of TOUCHES) window.addEventListener(touch, touched, { capture: true });
  document.addEventListener('visibilitychange', seenOrNot);
  return () => {
    clearInterval(timer);
    for (const touch of TOUCHES) window.removeEventListener(touch, touched, { capture: true });
    document.removeEventListener('visibilitychange', seenOrNot);
  };
}
