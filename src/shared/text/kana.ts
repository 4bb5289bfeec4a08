const KATAKANA_TO_HIRAGANA = 'ァ'.charCodeAt(0) - 'ぁ'.charCodeAt(0);
const SMALL_KANA: Record<string, string> = {
  ぁ: 'あ',
  ぃ: 'い',
  ぅ: 'う',
  ぇ: 'え',
  ぉ: 'お',
  っ: 'つ',
  ゃ: 'や',
  ゅ: 'ゆ',
  ょ: 'よ',
  ゎ: 'わ'
};
const COMBINING_VOICE_MARKS = /[\u3099\u309A]/g;

/** Kana as it is kept and shown: full-width hiragana with single spaces (half-width ｻﾄｳ ﾊﾅ → さとう はな). */
export function toHiragana(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - KATAKANA_TO_HIRAGANA))
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Kana as it is searched: hiragana without spaces, small letters large, voice marks dropped, so that
 * 「ガッショウ」, 「がつしょう」 and 「かつしよう」 meet. Long marks are kept.
 */
export function searchKeyOf(kana: string): string {
  return toHiragana(kana)
    .replace(/\s/g, '')
    .replace(/[ぁぃぅぇぉっゃゅょゎ]/g, (small) => SMALL_KANA[small] ?? small)
    .normalize('NFD')
    .replace(COMBINING_VOICE_MARKS, '');
}

/** The ten rows of the kana table, as the keys at the reception show them. */
export const kanaRows = [
  { key: 'あ', letters: 'あいうえお' },
  { key: 'か', letters: 'かきくけこ' },
  { key: 'さ', letters: 'さしすせそ' },
  { key: 'た', letters: 'たちつてと' },
  { key: 'な', letters: 'なにぬねの' },
  { key: 'は', letters: 'はひふへほ' },
  { key: 'ま', letters: 'まみむめも' },
  { key: 'や', letters: 'やゆよ' },
  { key: 'ら', letters: 'らりるれろ' },
  { key: 'わ', letters: 'わをん' }
] as const;

/** True for text that holds nothing but kana, long marks and spaces. */
export function isKana(text: string): boolean {
  return /^[ぁ-ゖー・\s]+$/.test(toHiragana(text));
}
