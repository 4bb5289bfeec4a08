import { searchKeyOf } from '#shared/text/kana.ts';

/** Marks that are left out or written in many ways: サーバー, サ-バ, Wi-Fi, wifi. */
const LOOSE_MARKS = /[ー〜~・.\p{Dash}]/gu;

/** What a word is searched by: its kana and its spelling, without regard to size, voice or long marks. */
export function searchTextOf(kana: string, spelling: string): string {
  return `${keyOf(kana)} ${keyOf(spelling)}`;
}

/** True for every word while nothing is asked. */
export function matchesSearch(searchText: string, asked: string): boolean {
  return searchText.includes(keyOf(asked));
}

function keyOf(text: string): string {
  return searchKeyOf(text).toLowerCase().replace(LOOSE_MARKS, '');
}
