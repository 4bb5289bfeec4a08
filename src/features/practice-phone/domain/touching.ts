import { say, still, takeFirst } from './answering.ts';
import { type Held, SLIP_FORGIVEN_PX } from './finger.ts';
import { type Flick, isAccepted, type Keys, typeKey } from './keys.ts';
import type { PhoneState, Step } from './phone-state.ts';
import { KEY_PREFIX, MOVE_LESS, MOVE_MORE, MOVE_PLACE, type Scenario } from './scenario.ts';
import type { InputOf, ScreenInput } from './screen.ts';

/** A handle or a page follows a finger that went at least this far. */
const MOVE_FROM_PX = 40;
/** Two fingers count as spread or pinched from this ratio of their distances on. */
const SPREAD_RATIO = 1.2;

type Released = { readonly scenario: Scenario; readonly state: PhoneState; readonly held: Held };

/** What a finished touch means to the screen's own input; `undefined` where it is not the input's. */
export function touchInput(released: Released, input: ScreenInput | undefined): Step | undefined {
  const { scenario, state, held } = released;
  if (input?.kind === 'keys' && held.place?.startsWith(KEY_PREFIX))
    return touchKey(released, input);
  if (input?.kind !== 'move') return undefined;
  if (held.place === MOVE_MORE) return moveBy(scenario, state, input, 1);
  if (held.place === MOVE_LESS) return moveBy(scenario, state, input, -1);
  if (held.place !== MOVE_PLACE) return undefined;
  const by = stepsOf(held, input.gesture);
  return by === 0 ? say(state, 'not-moved') : moveBy(scenario, state, input, by);
}

function touchKey({ scenario, state, held }: Released, keys: Keys): Step {
  const key = held.place?.slice(KEY_PREFIX.length) ?? '';
  const slid = held.farthestPx > SLIP_FORGIVEN_PX;
  if (slid && keys.board !== 'kana') return say(state, 'slipped');
  if (key === 'done') return finishTyping(scenario, state, keys);
  const typed = typeKey(keys, state.typed, key, slid ? flickOf(held) : undefined);
  if (!typed) return say(state, 'key-idle');
  const { said: _, ...rest } = state;
  return still({ ...rest, typed });
}

function finishTyping(scenario: Scenario, state: PhoneState, keys: Keys): Step {
  const turns = isAccepted(keys, state.typed) ? keys.right : keys.wrong;
  const cleared = keys.secret ? { ...state, typed: { text: '' } } : state;
  return takeFirst(scenario, cleared, turns) ?? say(state, 'nothing-there');
}

function moveBy(
  scenario: Scenario,
  state: PhoneState,
  { mark, values, turns }: InputOf<'move'>,
  by: number
): Step {
  const at = Math.max(0, values.indexOf(state.marks[mark] ?? ''));
  const value = values[at + by];
  if (value === undefined) return say(state, 'at-end');
  const { said: _, ...rest } = state;
  const moved = { ...rest, marks: { ...state.marks, [mark]: value } };
  return takeFirst(scenario, moved, turns) ?? still(moved);
}

/** A page goes on when the finger pulls it up; a handle when it is pulled to the right. */
function stepsOf(held: Held, gesture: InputOf<'move'>['gesture']): -1 | 0 | 1 {
  if (gesture === 'pinch') {
    const ratio = held.spread ? held.spread.now / held.spread.first : 1;
    if (ratio >= SPREAD_RATIO) return 1;
    return ratio <= 1 / SPREAD_RATIO ? -1 : 0;
  }
  const way = gesture === 'up-down' ? -held.dy : held.dx;
  if (Math.abs(way) < MOVE_FROM_PX) return 0;
  return way > 0 ? 1 : -1;
}

function flickOf({ dx, dy }: Held): Flick {
  if (Math.abs(dx) > Math.abs(dy)) return dx < 0 ? 'left' : 'right';
  return dy < 0 ? 'up' : 'down';
}
