import type { Face, FingerVerdict, Held } from './finger.ts';
import { startTyping, type Typed } from './keys.ts';
import type { Scenario } from './scenario.ts';
import type { Answer } from './turn.ts';

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
      /** How far apart two fingers are. */
      readonly spreadPx?: number | undefined;
      readonly byKey?: boolean;
    }
  | {
      readonly type: 'slide';
      readonly x: number;
      readonly y: number;
      readonly at: number;
      readonly spreadPx?: number | undefined;
    }
  | { readonly type: 'release'; readonly at: number }
  | { readonly type: 'cancel' }
  | { readonly type: 'wait'; readonly at: number }
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'hint' }
  | { readonly type: 'restart' }
  | { readonly type: 'face'; readonly face: Face };

/** What the card says. `serial` grows with every card, so that the same words are said again. */
export type Said = {
  readonly kind:
    | 'way'
    | 'right'
    | 'wrong'
    | 'nothing-there'
    | 'slipped'
    | 'first-screen'
    | 'not-moved'
    | 'at-end'
    | 'key-idle'
    | 'hint';
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
  /** The line that drawn keys write on this screen. */
  readonly typed: Typed;
  readonly goodTaps: number;
  /** What the touches on the coach's circle were so far. */
  readonly verdicts: Readonly<Partial<Record<FingerVerdict, number>>>;
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
  const input = scenario.screens[scenario.first]?.input;
  return {
    face,
    screen: scenario.first,
    marks: {},
    typed: input?.kind === 'keys' ? startTyping(input) : { text: '' },
    verdicts: {},
    goodTaps: 0,
    misses: 0,
    done: false,
    serial: 0
  };
}
