import type { Face, FingerVerdict, Held } from './finger.ts';
import type { Answer, Scenario } from './scenario.ts';

/**
 * What reaches the phone. Places are named by the screen that drew them; `at` is any steady clock in
 * milliseconds, `x` and `y` are CSS pixels of the screen. `cancel` is a touch that became something
 * else, such as moving the page.
 */
export type Input =
  | {
      readonly type: 'press';
      readonly place?: string | undefined;
      readonly x: number;
      readonly y: number;
      readonly at: number;
      readonly pointers: number;
      readonly byKey?: boolean;
    }
  | { readonly type: 'slide'; readonly x: number; readonly y: number; readonly at: number }
  | { readonly type: 'release'; readonly at: number }
  | { readonly type: 'cancel' }
  | { readonly type: 'wait'; readonly at: number }
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'hint' }
  | { readonly type: 'restart' }
  | { readonly type: 'face'; readonly face: Face };

/** What the card says. `serial` grows with every card, so that the same words are said again. */
export type Said = {
  readonly kind: 'way' | 'right' | 'wrong' | 'nothing-there' | 'slipped' | 'first-screen' | 'hint';
  readonly answer?: Answer;
  readonly serial: number;
};

/** The touch before this one, as the finger coach shows it. */
type LastTouch = {
  readonly x: number;
  readonly y: number;
  readonly heldMs: number;
  readonly verdict: FingerVerdict;
};

export type PhoneState = {
  readonly face: Face;
  readonly screen: string;
  readonly marks: Readonly<Record<string, string>>;
  readonly goodTaps: number;
  /** Since the last right turn; the hint button counts as one. */
  readonly misses: number;
  readonly done: boolean;
  readonly said?: Said;
  readonly serial: number;
  readonly held?: Held;
  readonly lastTouch?: LastTouch;
  /** When the last touch that reached something ended. */
  readonly arrivedAt?: number;
};

export type PhoneEvent =
  | { readonly type: 'moved'; readonly to: string }
  | { readonly type: 'said'; readonly said: Said }
  | { readonly type: 'goal' };

export type Step = { readonly state: PhoneState; readonly events: readonly PhoneEvent[] };

export function startPhone(scenario: Scenario, face: Face): PhoneState {
  return {
    face,
    screen: scenario.first,
    marks: {},
    goodTaps: 0,
    misses: 0,
    done: false,
    serial: 0
  };
}
