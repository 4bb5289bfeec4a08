/** Where a workshop is held, with its room where one is decided: one name for tablets, letters and calls. */
export function placeNames(row: {
  readonly name_ja: string;
  readonly name_en: string;
  readonly room_ja: string | null;
  readonly room_en: string | null;
}): { readonly ja: string; readonly en: string } {
  return {
    ja: row.room_ja ? `${row.name_ja}、${row.room_ja}` : row.name_ja,
    en: row.room_en ? `${row.name_en}, ${row.room_en}` : row.name_en
  };
}
