import { calendarText, type CalendarEvent } from '#features/workshops/domain/ical.ts';
import { eventOf } from '#features/workshops/ui/calendar-events.ts';
import type {
  SessionView,
  WorkshopSnapshot,
  WorkshopView
} from '#features/workshops/domain/workshop-view.ts';
import { loadTranslator } from '#locales/load.ts';
import { plainText } from '#shared/text/ruby.ts';
import type { Language } from '#shared/i18n/language.ts';

const FRESH_SECONDS = 300;

type Chosen = {
  readonly snapshot: WorkshopSnapshot;
  readonly dates: readonly { readonly workshop: WorkshopView; readonly session: SessionView }[];
  readonly language: Language;
  readonly origin: string;
  readonly fileName: string;
};

/** Dates as a file that calendar programs open, or follow by its address. */
export async function calendarResponse(chosen: Chosen): Promise<Response> {
  const { snapshot, dates, language, origin, fileName } = chosen;
  const translator = await loadTranslator(language);
  const around = { places: snapshot.places, origin };
  const events: CalendarEvent[] = dates.map(({ workshop, session }) =>
    eventOf(translator, around, workshop, session)
  );
  const name = plainText(translator.t('workshops.calendar.name'));
  return new Response(calendarText({ name, takenAt: snapshot.takenAt, events }), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${fileName}"`,
      'cache-control': `public, max-age=${FRESH_SECONDS}`
    }
  });
}
