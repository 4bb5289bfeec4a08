/** The twelve keys of a Japanese phone: each holds the letters that repeated touches and flicks give. */
export const kanaKeys = {
  あ: 'あいうえお',
  か: 'かきくけこ',
  さ: 'さしすせそ',
  た: 'たちつてと',
  な: 'なにぬねの',
  は: 'はひふへほ',
  ま: 'まみむめも',
  や: 'やゆよ',
  ら: 'らりるれろ',
  わ: 'わをんー',
  '、': '、。?!'
} as const;

export const letterKeys = {
  '@': '@.-_/',
  abc: 'abc',
  def: 'def',
  ghi: 'ghi',
  jkl: 'jkl',
  mno: 'mno',
  pqrs: 'pqrs',
  tuv: 'tuv',
  wxyz: 'wxyz',
  '123': '1234567890'
} as const;

export const digitKeys = {
  '1': '1',
  '2': '2',
  '3': '3',
  '4': '4',
  '5': '5',
  '6': '6',
  '7': '7',
  '8': '8',
  '9': '9',
  '0': '0'
} as const;

/** Voiced and small letters, in the order in which the key 「小゛゜」 gives them, and around again. */
const kanaRounds = [
  ...['あぁ', 'いぃ', 'うぅゔ', 'えぇ', 'おぉ', 'やゃ', 'ゆゅ', 'よょ', 'わゎ', 'つっづ'],
  ...['かが', 'きぎ', 'くぐ', 'けげ', 'こご', 'さざ', 'しじ', 'すず', 'せぜ', 'そぞ'],
  ...['ただ', 'ちぢ', 'てで', 'とど', 'はばぱ', 'ひびぴ', 'ふぶぷ', 'へべぺ', 'ほぼぽ']
];

/** The letter that 「小゛゜」 makes of this one; itself where there is none. */
export function turnKana(letter: string): string {
  const round = kanaRounds.find((letters) => letters.includes(letter));
  if (!round) return letter;
  return round[(round.indexOf(letter) + 1) % round.length] ?? letter;
}

/** The letter as its key gives it, before voice and size: が → か. */
export function plainKana(letter: string): string {
  return kanaRounds.find((letters) => letters.includes(letter))?.[0] ?? letter;
}

/** Full-width forms stand at a fixed distance from the ASCII ones (U+FF01 to U+FF5E). */
const FULL_WIDTH_OFFSET = 0xfee0;

export function fullWidth(letter: string): string {
  return /^[!-~]$/.test(letter)
    ? String.fromCodePoint((letter.codePointAt(0) ?? 0) + FULL_WIDTH_OFFSET)
    : letter;
}

export function halfWidth(letter: string): string {
  return letter.normalize('NFKC');
}
