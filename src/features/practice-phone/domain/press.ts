import { REPEAT_IGNORED_MS } from './finger.ts';
import type { Input, PhoneState } from './phone-state.ts';

/** A finger comes down; while one is down, another only raises the count of fingers. */
export function pressFinger(
  state: PhoneState,
  press: Extract<Input, { type: 'press' }>
): PhoneState {
  const { place, x, y, at, pointers, byKey = false } = press;
  if (state.held) {
    const fingers = Math.max(state.held.fingers + 1, pointers);
    return { ...state, held: { ...state.held, fingers } };
  }
  const again = state.arrivedAt !== undefined && at - state.arrivedAt < REPEAT_IGNORED_MS;
  return { ...state, held: { place, x, y, at, fingers: pointers, farthestPx: 0, again, byKey } };
}

/** A finger that is down moves: only how far it ever was from where it came down is kept. */
export function slideFinger(
  state: PhoneState,
  { x, y }: { readonly x: number; readonly y: number }
): PhoneState {
  if (!state.held) return state;
  const distance = Math.hypot(x - state.held.x, y - state.held.y);
  if (distance <= state.held.farthestPx) return state;
  return { ...state, held: { ...state.held, farthestPx: distance } };
}

export function letGo({ held: _, ...rest }: PhoneState): PhoneState {
  return rest;
}
