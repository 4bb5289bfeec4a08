import type { Progress } from './progress.ts';

/** The places for stamps beside a lesson; a lesson without a rehearsal has no place for that one. */
export const stampPlaces = ['read', 'practised', 'checked'] as const;
export type StampPlace = (typeof stampPlaces)[number];

export function stampPlacesOf(lesson: { readonly practice: string | null }): StampPlace[] {
  return stampPlaces.filter((place) => place !== 'practised' || lesson.practice !== null);
}

/** Which places of one lesson are stamped on a device. */
export function isStamped(
  place: StampPlace,
  slug: string,
  { progress, practised }: { readonly progress: Progress; readonly practised: readonly string[] }
): boolean {
  if (place === 'practised') return practised.includes(slug);
  const lesson = progress[slug];
  return place === 'checked' ? (lesson?.checked ?? false) : (lesson?.readToEnd ?? false);
}
