import type { Language } from '#shared/i18n/language.ts';
import type { PlaceView } from '../domain/workshop-view.ts';

/** The name of a public place; in Japanese with its reading. */
export function placeInWords(place: PlaceView | undefined, language: Language): string {
  if (!place) return '';
  return language === 'ja' ? `{${place.name.ja}|${place.kana}}` : place.name.en;
}
