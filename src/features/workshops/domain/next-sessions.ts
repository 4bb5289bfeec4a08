import { plainText } from '#shared/text/ruby.ts';
import type { Instant } from '#shared/time/instant.ts';
import { availabilityOf } from './place.ts';
import type { WorkshopKind } from './workshop.ts';
import { comingSessions, type WorkshopSnapshot, type WorkshopView } from './workshop-view.ts';

/** One coming date in `/api/public/next.json`; texts carry no readings. */
export type NextSession = {
  readonly code: string;
  readonly kind: WorkshopKind;
  readonly title: { readonly ja: string; readonly en: string };
  readonly venueId: string;
  readonly venue: { readonly ja: string; readonly en: string };
  readonly startsAt: Instant;
  /** `null` where seats are not counted: no sign-up is needed, or they are drawn by lot. */
  readonly seatsLeft: number | null;
};

const MOST_SESSIONS = 20;

/** The dates that are held next, soonest first; every place's own next one is among them. */
export function nextSessions(snapshot: WorkshopSnapshot, now: Instant): readonly NextSession[] {
  const placesById = new Map(snapshot.places.map((place) => [place.id, place]));
  const seen = new Set<string>();
  return comingSessions(snapshot, now)
    .filter(({ workshop, session }) => workshop.state === 'open' && session.state === 'planned')
    .filter(({ workshop }, index) => {
      const isFirstHere = !seen.has(workshop.venueId);
      seen.add(workshop.venueId);
      return isFirstHere || index < MOST_SESSIONS;
    })
    .map(({ workshop, session }) => ({
      code: workshop.code,
      kind: workshop.kind,
      title: { ja: plainText(workshop.title.ja), en: plainText(workshop.title.en) },
      venueId: workshop.venueId,
      venue: placesById.get(workshop.venueId)?.name ?? { ja: '', en: '' },
      startsAt: session.startsAt,
      seatsLeft: seatsLeft(workshop, now)
    }));
}

function seatsLeft(workshop: WorkshopView, now: Instant): number | null {
  if (workshop.selection === 'lottery') return null;
  const availability = availabilityOf(workshop, now);
  switch (availability.kind) {
    case 'no-reservation':
    case 'lottery':
      return null;
    case 'seats':
      return availability.left;
    case 'not-open-yet':
      return workshop.seats - workshop.confirmed;
    case 'waiting':
    case 'full':
    case 'closed':
    case 'cancelled':
      return 0;
  }
}
