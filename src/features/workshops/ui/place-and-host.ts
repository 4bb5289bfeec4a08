import type { City } from '#city/city.ts';
import { placeInWords } from '#features/places/domain/place-words.ts';
import type { Translator } from '#shared/ui/translator.ts';
import type { PlaceView, WorkshopView } from '../domain/workshop-view.ts';

/** The place with its room, where one is decided. */
export function roomInWords(
  { t, language }: Translator,
  workshop: Pick<WorkshopView, 'roomId'>,
  place: PlaceView | undefined
): string {
  const room = place?.rooms.find(({ id }) => id === workshop.roomId);
  const name = placeInWords(place, language);
  return room ? t('workshops.page.room', { place: name, room: room.name[language] }) : name;
}

/** Who holds it: the city by its name, Tokyo, or the partner as the organiser wrote it. */
export function hostInWords(
  { t, language }: Translator,
  { host, hostName }: Pick<WorkshopView, 'host' | 'hostName'>,
  city: Pick<City, 'name'>
): string {
  if (host === 'partner') return hostName;
  return t(`workshops.page.hostOf.${host}`, { city: city.name[language] });
}
