import { localPath } from '#shared/i18n/language.ts';
import { plainText } from '#shared/text/ruby.ts';
import type { Translator } from '#shared/ui/translator.ts';
import type { CalendarEvent } from '../domain/ical.ts';
import type { PlaceView, SessionView, WorkshopView } from '../domain/workshop-view.ts';
import { roomInWords } from './place-and-host.ts';

type Around = { readonly places: readonly PlaceView[]; readonly origin: string };

/** One date of a workshop as a calendar program shows it, in the page's language. */
export function eventOf(
  translator: Translator,
  { places, origin }: Around,
  workshop: WorkshopView,
  session: SessionView
): CalendarEvent {
  const { t, language } = translator;
  const place = places.find(({ id }) => id === workshop.venueId);
  const where = plainText(roomInWords(translator, workshop, place));
  const bring = plainText(workshop.bring[language]);
  return {
    uid: session.id,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    title: plainText(workshop.title[language]),
    place: [where, place?.address].filter(Boolean).join(', '),
    about: [
      plainText(workshop.about[language]),
      ...(bring ? [plainText(t('workshops.calendar.about', { bring }))] : []),
      plainText(t('workshops.calendar.code', { code: workshop.code }))
    ].join('\n'),
    url: `${origin}${localPath(`/workshops/${workshop.code}`, language)}`,
    isCancelled: session.state === 'cancelled' || workshop.state === 'cancelled'
  };
}
