import { MINUTE_MS, type Instant } from '#shared/time/instant.ts';

export const PIN_DIGITS = 6;
/** So many wrong ones, and the keys are gone. */
export const MOST_WRONG_PINS = 10;
/** From so many wrong ones on, the screen says how many are left. */
const WARNED_FROM = 5;

const IDLE_MS = 3 * MINUTE_MS;
/** Behind the camera nobody touches the glass for a while. */
const IDLE_SCANNING_MS = 5 * MINUTE_MS;
const HIDDEN_MS = MINUTE_MS;

/** Why a number is no PIN of ours: not six digits, or among the first that anybody would try. */
export type PinTrouble = 'length' | 'easy';

export function pinTrouble(pin: string): PinTrouble | undefined {
  if (!/^\d{6}$/.test(pin)) return 'length';
  return isEasy(pin) ? 'easy' : undefined;
}

/** One or two digits over and over, digits in a row, a half said twice, or a day of somebody's birth. */
function isEasy(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0));
  const isRow = steps.every((step) => step === 1) || steps.every((step) => step === -1);
  const isTwice = pin.slice(0, 3) === pin.slice(3) || /^(..)\1\1$/.test(pin);
  const isPairs = /^(.)\1(.)\2(.)\3$/.test(pin);
  return new Set(digits).size < 3 || isRow || isTwice || isPairs || isBirthday(pin);
}

/** Year, month and day with two digits each (480312), or a year and a month (194803). */
function isBirthday(pin: string): boolean {
  const [first, second, third] = [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4)].map(Number);
  const isMonth = (month = 0) => month >= 1 && month <= 12;
  const isDay = (day = 0) => day >= 1 && day <= 31;
  const isYear = first === 19 || first === 20;
  return (isMonth(second) && isDay(third)) || (isYear && isMonth(third));
}

/** How many tries are left, once that should be said; `undefined` before. */
export function triesToSay(wrongPins: number): number | undefined {
  return wrongPins >= WARNED_FROM ? Math.max(0, MOST_WRONG_PINS - wrongPins) : undefined;
}

type Attention = {
  readonly now: Instant;
  readonly lastTouchedAt: Instant;
  /** Since when the page is out of sight; `undefined` while it is seen. */
  readonly hiddenSince: Instant | undefined;
  readonly isScanning: boolean;
};

/** Whether nobody has looked after the device for so long that it locks itself. */
export function isLeftAlone({ now, lastTouchedAt, hiddenSince, isScanning }: Attention): boolean {
  if (hiddenSince !== undefined && now - hiddenSince > HIDDEN_MS) return true;
  return now - lastTouchedAt >= (isScanning ? IDLE_SCANNING_MS : IDLE_MS);
}
