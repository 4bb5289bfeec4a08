import { type Held, KEY_REPEAT_IGNORED_MS, REPEAT_IGNORED_MS } from './finger.ts';
import type { Input, PhoneState } from './phone-state.ts';
import { KEY_PREFIX } from './scenario.ts';

/** A finger comes down; while one is down, another only raises the count of fingers. */
export function pressFinger(
  state: PhoneState,
  press: Extract<Input, { type: 'press' }>
): PhoneState {
  const { place, x, y, at, pointers, spreadPx, byKey = false } = press;
  if (state.held) {
    const fingers = Math.max(state.held.fingers + 1, pointers);
    return { ...state, held: withSpread({ ...state.held, fingers }, spreadPx) };
  }
  const ignoredMs = place?.startsWith(KEY_PREFIX) ? KEY_REPEAT_IGNORED_MS : REPEAT_IGNORED_MS;
  const again = state.arrivedAt !== undefined && at - state.arrivedAt < ignoredMs;
  const held = { place, x, y, at, fingers: pointers, farthestPx: 0, dx: 0, dy: 0, again, byKey };
  return { ...state, held: withSpread(held, spreadPx) };
}

/** A finger that is down moves. */
export function slideFinger(
  state: PhoneState,
  { x, y, spreadPx }: Extract<Input, { type: 'slide' }>
): PhoneState {
  if (!state.held) return state;
  const dx = x - state.held.x;
  const dy = y - state.held.y;
  const farthestPx = Math.max(state.held.farthestPx, Math.hypot(dx, dy));
  return { ...state, held: withSpread({ ...state.held, dx, dy, farthestPx }, spreadPx) };
}

function withSpread(held: Held, spreadPx: number | undefined): Held {
  if (spreadPx === undefined) return held;
  return { ...held, spread: { first: held.spread?.first ?? spreadPx, now: spreadPx } };
}

export function letGo({ held: _, ...rest }: PhoneState): PhoneState {
  return rest;
}
