import { searchKeyOf } from '#shared/text/kana.ts';

/** What a word is searched by: its kana and its spelling, without regard to size or voice marks. */
export function searchTextOf(kana: string, spelling: string): string {
  return `${searchKeyOf(kana)} ${searchKeyOf(spelling)}`.toLowerCase();
}

export function matchesSearch(searchText: string, asked: string): boolean {
  return searchText.includes(searchKeyOf(asked).toLowerCase());
}
