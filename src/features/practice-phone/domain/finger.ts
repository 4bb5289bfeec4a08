/** How a touch is judged; all times are milliseconds, all distances CSS pixels. */
export type FingerRules = {
  /** A touch let go sooner does not reach this phone. */
  readonly shortestMs: number;
  /** A touch held longer is taken for a long press. */
  readonly longestMs: number;
};

export const faces = ['iphone', 'android', 'kantan'] as const;
export type Face = (typeof faces)[number];

/** Flutter allows 18, Android 8 and iOS 10; a trembling finger is given more (QUALITY.md: 20). */
export const SLIP_FORGIVEN_PX = 20;

/** A second touch sooner than this is the same wish once more, not a new one (QUALITY.md: 500). */
export const REPEAT_IGNORED_MS = 500;

/** On drawn keys the same key twice is meant (か き); only a bounce of the finger is passed over. */
export const KEY_REPEAT_IGNORED_MS = 80;

/** Android's ViewConfiguration.DEFAULT_LONG_PRESS_TIMEOUT. */
const ANDROID_LONG_PRESS_MS = 400;

/** UILongPressGestureRecognizer.minimumPressDuration. */
const IOS_LONG_PRESS_MS = 500;

/**
 * かんたん phones with a firm screen pass over a touch that only brushes it and give longer before a
 * long press begins. Their makers publish no figures: these two are ours, chosen so that a plain
 * deliberate touch (100–300 ms) is good.
 */
const FIRM_SHORTEST_MS = 90;
const FIRM_LONG_PRESS_MS = 1000;

export const fingerRules: Readonly<Record<Face, FingerRules>> = {
  iphone: { shortestMs: 0, longestMs: IOS_LONG_PRESS_MS },
  android: { shortestMs: 0, longestMs: ANDROID_LONG_PRESS_MS },
  kantan: { shortestMs: FIRM_SHORTEST_MS, longestMs: FIRM_LONG_PRESS_MS }
};

/** A finger that is down now. `place` is what it first touched, if anything. */
export type Held = {
  readonly place: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly at: number;
  readonly farthestPx: number;
  /** Where it is now, counted from where it came down. */
  readonly dx: number;
  readonly dy: number;
  /** How far apart two fingers were first and are now, in CSS pixels. */
  readonly spread?: { readonly first: number; readonly now: number };
  /** The most fingers that were down together. */
  readonly fingers: number;
  /** It came down sooner after the last touch than a new wish would. */
  readonly again: boolean;
  /** Keys and switches have no length: they are judged by what they chose only. */
  readonly byKey: boolean;
};

/** What one touch was, in the order in which it is judged: the first that fits. */
export type FingerVerdict =
  'second-finger' | 'slip' | 'twice' | 'beside' | 'long' | 'light' | 'good';

/** Judges a touch that ends at `at`. */
export function judgeFinger(held: Held, at: number, rules: FingerRules): FingerVerdict {
  if (held.fingers > 1) return 'second-finger';
  if (held.farthestPx > SLIP_FORGIVEN_PX) return 'slip';
  if (held.again) return 'twice';
  if (held.place === undefined) return 'beside';
  if (held.byKey) return 'good';
  if (at - held.at > rules.longestMs) return 'long';
  return at - held.at < rules.shortestMs ? 'light' : 'good';
}
