import type { Language } from '#shared/i18n/language.ts';

type Named = { readonly name: Readonly<Record<Language, string>>; readonly kana: string };

const HALL = { name: '公民館', kana: 'こうみんかん' } as const;

/** The name of a public place; in Japanese with its reading, in parts that a narrow line may divide. */
export function placeInWords(place: Named | undefined, language: Language): string {
  if (!place) return '';
  if (language === 'en') return place.name.en;

  const { name, kana } = place;
  if (!name.ja.endsWith(HALL.name) || !kana.endsWith(HALL.kana)) return `{${name.ja}|${kana}}`;
  const [own, ownKana] = [name.ja.slice(0, -HALL.name.length), kana.slice(0, -HALL.kana.length)];
  return own && ownKana ? `{${own}|${ownKana}}{${HALL.name}|${HALL.kana}}` : `{${name.ja}|${kana}}`;
}
