import type { Language } from '#shared/i18n/language.ts';
import { DAY_MS, type Instant } from '#shared/time/instant.ts';
import type { FieldErrors, FormOf } from './application.ts';
import { nextScreen, readPostedScreen, type ApplyStep, type NextScreen } from './apply-form.ts';
import type { RefusedReason } from './apply-screen.ts';
import { availabilityOf } from './place.ts';
import type { PlaceView, WorkshopSnapshot, WorkshopView } from './workshop-view.ts';

/** A screen as the form sent it: names and values in their order. */
export type Entries = readonly (readonly [string, string])[];

/** What the server made of a whole application. */
export type SendAnswer =
  | { readonly kind: 'taken' }
  | { readonly kind: 'other-person' }
  | { readonly kind: 'refused'; readonly reason: RefusedReason }
  | { readonly kind: 'step'; readonly step: ApplyStep; readonly errors: FieldErrors }
  | { readonly kind: 'malformed' };

/** An application that this device keeps until the server has answered it. */
export type KeptApplication = {
  /** The form's own key: however often it is sent, it is one application. */
  readonly key: string;
  readonly code: string;
  readonly language: Language;
  /** The last screen that was sent; the next one follows from it. */
  readonly entries: Entries;
  /** `typing`: questions are open. `waiting`: to be sent. `answered`: the person has to decide. */
  readonly state: 'typing' | 'waiting' | 'answered';
  /** What the server said, while the person has not decided. */
  readonly answer?: Exclude<SendAnswer, { readonly kind: 'taken' }>;
  readonly keptAt: Instant;
  /** From here on it is removed, whatever became of it. */
  readonly forgetAt: Instant;
};

/** The public facts that the form needs without a network. */
export type KnownWorkshops = {
  readonly key: 'workshops';
  readonly takenAt: Instant;
  readonly workshops: readonly WorkshopView[];
  readonly places: readonly PlaceView[];
};

const FORGET_AFTER_MS = 7 * DAY_MS;

/** A week after the class closed; without a known closing time, a week after the last letter. */
export function forgetAt(workshop: { readonly closesAt: Instant } | undefined, now: Instant) {
  return (workshop?.closesAt ?? now) + FORGET_AFTER_MS;
}

/** The workshops one may apply for just now. Seats change, and are the server's to count. */
export function workshopsToApplyFor(snapshot: WorkshopSnapshot, now: Instant): KnownWorkshops {
  const workshops = snapshot.workshops.filter(({ sessions, ...workshop }) => {
    const closed = ['cancelled', 'no-reservation', 'lottery-at-the-desk', 'not-open-yet', 'closed'];
    return (
      !closed.includes(availabilityOf(workshop, now).kind) &&
      sessions.some(({ state, startsAt }) => state === 'planned' && startsAt > now)
    );
  });
  const venues = new Set(workshops.map(({ venueId }) => venueId));
  const places = snapshot.places.filter(({ id }) => venues.has(id));
  return { key: 'workshops', takenAt: snapshot.takenAt, workshops, places };
}

/** A form nobody has answered yet: one step back from the first question is the first question. */
export function freshEntries(key: string): Entries {
  return [
    ['key', key],
    ['step', 'name'],
    ['go', 'back']
  ];
}

/** What is asked next; `malformed` when what is kept is no form of ours. */
export function screenAfter(
  entries: Entries,
  form: FormOf
): NextScreen | { readonly kind: 'malformed' } {
  const posted = readPostedScreen(entries);
  return posted.ok ? nextScreen(posted.value, form) : { kind: 'malformed' };
}

/** Takes what was sent from a screen; whatever the server said before is settled by it. */
export function withEntries(
  kept: KeptApplication,
  entries: Entries,
  workshop: WorkshopView | undefined
): KeptApplication {
  const { answer: _, ...rest } = kept;
  const key = entries.find(([name]) => name === 'key')?.[1] ?? kept.key;
  const isWhole = workshop !== undefined && screenAfter(entries, workshop).kind === 'send';
  return {
    ...rest,
    ...{ key, entries, state: isWhole ? 'waiting' : 'typing' },
    forgetAt: forgetAt(workshop, kept.keptAt)
  };
}

/** One question back from the one that is shown, by the browser's own key: answers stay. */
export function stepBack(entries: Entries, form: FormOf): Entries {
  const shown = screenAfter(entries, form);
  const step = shown.kind === 'step' ? shown.step : 'summary';
  const from = shown.kind === 'step' && shown.fromSummary ? [['from', 'summary'] as const] : [];
  const answers = entries.filter(([name]) => !['step', 'go', 'from'].includes(name));
  return [...answers, ['step', step], ['go', 'back'], ...from];
}

/** The person wants it sent as it is, whatever the server said before. */
export function toBeSent({ answer: _, ...kept }: KeptApplication): KeptApplication {
  return { ...kept, state: 'waiting' };
}

/**
 * What is kept after the server's answer; `undefined` when there is nothing left to keep. A room from
 * which too many came is tried again later.
 */
export function afterAnswer(
  kept: KeptApplication,
  answer: SendAnswer
): KeptApplication | undefined {
  if (answer.kind === 'taken') return undefined;
  if (answer.kind === 'refused' && answer.reason === 'too-many-applications') return kept;
  return { ...kept, state: 'answered', answer };
}
