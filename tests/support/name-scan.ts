/** Somebody to be found: kana in hiragana with spaces between its parts, and the name as written. */
export type Named = { readonly kana: string; readonly name: string };

const PLAIN = 'あいうえおかきくけこさしすせそたちつてとはひふへほつやゆよわう';
const MARKED: readonly string[] = [
  'ぁ,ぃ,ぅ,ぇ,ぉ,が,ぎ,ぐ,げ,ご,ざ,じ,ず,ぜ,ぞ,だ,ぢ,づ,で,ど,ば,び,ぶ,べ,ぼ,っ,ゃ,ゅ,ょ,ゎ,ゔ',
  ',,,,,,,,,,,,,,,,,,,,ぱ,ぴ,ぷ,ぺ,ぽ,,,,,,'
];
const plainOf = new Map(
  MARKED.flatMap((row) => row.split(',').map((mark, at) => [mark, PLAIN.charAt(at)] as const))
);

/**
 * Everybody whom what was typed may mean, found the long way: letter by letter through every name, by a
 * table of letters and with no index. It shares no line with the search it is the referee of, and says
 * nothing of digits, which are numbers.
 *
 * @returns positions in `people`, ascending
 */
export function scanNames(people: readonly Named[], typed: string): number[] {
  const text = typed.normalize('NFKC').trim();
  const key = plain(text);
  const found: number[] = [];
  for (let at = 0; at < people.length; at++) {
    const { kana, name } = people[at] ?? { kana: '', name: '' };
    const isMeant =
      begins(kana, key) || kana.split(' ').some((part) => begins(part, key)) || holds(name, text);
    if (isMeant) found.push(at);
  }
  return found;
}

/** Spaces between the letters count for nothing: 「さとうは」 finds 「さとう はな」. */
function begins(kana: string, key: readonly string[]): boolean {
  const letters = plain(kana);
  return key.every((letter, at) => letters[at] === letter);
}

function holds(name: string, text: string): boolean {
  for (let from = 0; from + text.length <= name.length; from++)
    if (name.slice(from, from + text.length) === text) return true;
  return false;
}

function plain(text: string): string[] {
  let letters = '';
  for (const letter of text.normalize('NFKC')) {
    if (/\s/.test(letter)) continue;
    const code = letter.charCodeAt(0);
    const isKatakana = code >= 0x30a1 && code <= 0x30f6;
    const hiragana = isKatakana ? String.fromCharCode(code - 0x60) : letter;
    letters += plainOf.get(hiragana) ?? hiragana;
  }
  const marks = ['\u3099', '\u309A'];
  return letters
    .normalize('NFD')
    .split('')
    .filter((unit) => !marks.includes(unit));
}
