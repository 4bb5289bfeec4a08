import {
  digitKeys,
  fullWidth,
  halfWidth,
  kanaKeys,
  letterKeys,
  plainKana,
  turnKana
} from './kana-keys.ts';
import type { InputOf } from './screen.ts';

/** What stands on a line that drawn keys write, and how the keys stand. */
export type Typed = {
  readonly text: string;
  /** The key whose repeated touches change the last letter; none once one goes on. */
  readonly turning?: string;
  readonly full?: boolean;
};

export type Keys = InputOf<'keys'>;

/** Where a flick goes; a letter key's letters lie left, up, right and down of its first. */
export type Flick = 'left' | 'up' | 'right' | 'down';
const flicks: readonly Flick[] = ['left', 'up', 'right', 'down'];
/** や has only two more, up and down. */
const YA_FLICKS: Readonly<Partial<Record<Flick, string>>> = { up: 'ゆ', down: 'よ' };

/** Room for a few letters too many, so that a mistake can be seen and mended. */
const ROOM_FOR_MISTAKES = 4;

export function startTyping(keys: Keys): Typed {
  return keys.full ? { text: '', full: true } : { text: '' };
}

/** The letters of every key, by its name. */
export function boardOf({ board }: Keys): Readonly<Record<string, string>> {
  return { digits: digitKeys, kana: kanaKeys, letters: letterKeys }[board];
}

/** `next` goes on behind a letter, `turn` is 「小゛゜」 or 「a/A」, `width` is 「全角/半角」. */
export const commandsOf: Readonly<Record<Keys['board'], readonly string[]>> = {
  digits: ['erase', 'done'],
  kana: ['erase', 'next', 'turn', 'done'],
  letters: ['erase', 'next', 'turn', 'width', 'done']
};

/** What the key makes of the line; `undefined` where it does nothing. `done` is not typing. */
export function typeKey(keys: Keys, typed: Typed, key: string, flick?: Flick): Typed | undefined {
  const letters = boardOf(keys)[key];
  if (letters !== undefined) return typeLetter(keys, typed, { key, letters, flick });
  if (!commandsOf[keys.board].includes(key)) return undefined;
  const { turning: _, ...still } = typed;
  const last = typed.text.slice(-1);
  if (key === 'erase') return last === '' ? undefined : { ...still, text: typed.text.slice(0, -1) };
  if (key === 'next') return typed.turning === undefined ? undefined : still;
  if (key === 'width') return { ...still, full: !typed.full };
  if (key !== 'turn') return undefined;
  const turned = keys.board === 'kana' ? turnKana(last) : otherCase(last);
  return turned === last ? undefined : { ...still, text: typed.text.slice(0, -1) + turned };
}

function typeLetter(
  keys: Keys,
  typed: Typed,
  { key, letters, flick }: { key: string; letters: string; flick: Flick | undefined }
): Typed | undefined {
  const wide = (letter: string) => (typed.full ? fullWidth(letter) : letter);
  const turns = letters.length > 1;
  if (turns && flick === undefined && typed.turning === key) {
    const at = letters.indexOf(halfWidthIf(typed.full, typed.text.slice(-1)));
    const after = letters[(at + 1) % letters.length] ?? '';
    return { ...typed, text: typed.text.slice(0, -1) + wide(after) };
  }
  if (typed.text.length >= longest(keys)) return undefined;
  const letter = flick === undefined ? letters[0] : flicked(key, letters, flick);
  if (letter === undefined) return undefined;
  const { turning: _, ...still } = typed;
  const written = { ...still, text: typed.text + wide(letter) };
  return turns && flick === undefined ? { ...written, turning: key } : written;
}

function flicked(key: string, letters: string, flick: Flick): string | undefined {
  return key === 'や' ? YA_FLICKS[flick] : letters[flicks.indexOf(flick) + 1];
}

/**
 * The key that leads on to the first text that is accepted: a letter, 「小゛゜」, `next`, `erase` after a
 * mistake, or `done`. It goes by repeated touches, which every hand can do.
 */
export function nextKey(keys: Keys, typed: Typed): string {
  const wanted = keys.accepts[0] ?? '';
  if (typed.text === wanted) return 'done';
  const right = commonStart(typed.text, wanted);
  const rest = typed.text.slice(right);
  const letter = wanted[right] ?? '';
  const key = keyOf(keys, letter);
  if (rest === '') {
    if (typed.turning !== undefined && typed.turning === key) return 'next';
    return (typed.full ?? false) === isFull(letter) || keys.board !== 'letters' ? key : 'width';
  }
  if (rest.length > 1 || letter === '' || isFull(rest) !== isFull(letter)) return 'erase';
  if (plain(keys, rest) === plain(keys, letter)) return 'turn';
  return typed.turning === key ? key : 'erase';
}

export function isAccepted(keys: Keys, { text }: Typed): boolean {
  return keys.accepts.includes(text);
}

function keyOf(keys: Keys, letter: string): string {
  const wanted = plain(keys, letter);
  const found = Object.entries(boardOf(keys)).find(([, letters]) => letters.includes(wanted));
  if (!found) throw new Error(`no key of the board ${keys.board} writes ${letter}`);
  return found[0];
}

/** The letter that a key itself gives, before size, voice and width. */
function plain({ board }: Keys, letter: string): string {
  return board === 'kana' ? plainKana(letter) : halfWidth(letter).toLowerCase();
}

function otherCase(letter: string): string {
  const upper = letter.toUpperCase();
  return upper === letter ? letter.toLowerCase() : upper;
}

function isFull(letter: string): boolean {
  return /^[\uff01-\uff5e]$/.test(letter);
}

function halfWidthIf(full: boolean | undefined, letter: string): string {
  return full ? halfWidth(letter) : letter;
}

function longest({ accepts }: Keys): number {
  return Math.max(...accepts.map((text) => text.length)) + ROOM_FOR_MISTAKES;
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
