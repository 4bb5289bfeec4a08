import * as v from 'valibot';
import { momentInWords } from '#shared/time/words.ts';
import { nearestSession, type Nearest } from '../domain/nearest-session.ts';
import { keep, pageLanguage, readKept } from './device.ts';

/** The 公民館 that the learner calls near. */
const VENUE_KEY = 'engawa.venue';

const Words = v.object({ ja: v.string(), en: v.string() });
const Session = v.object({
  code: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
  title: Words,
  venueId: v.string(),
  venue: Words,
  startsAt: v.number(),
  seatsLeft: v.nullable(v.number())
});
const NextSessions = v.object({ sessions: v.array(Session) });
type Session = v.InferOutput<typeof Session>;

/**
 * Writes the next session into the link, at the hall that the learner chose where there is one. Without
 * a network or an answer, and for an answer that is not understood, the link stays what it was: a way
 * to all of them.
 */
async function wake(place: HTMLElement): Promise<void> {
  const link = place.querySelector('a');
  const sessions = (await askForSessions())?.sessions;
  if (!link || !sessions) return;

  const path = link.getAttribute('href') ?? '';
  const show = () => {
    const nearest = nearestSession(sessions, readKept(VENUE_KEY) ?? undefined);
    if (nearest) write(place, link, nearest);
    if (nearest) link.setAttribute('href', `${path}/${nearest.session.code}`);
  };
  show();
  wakeChoice(place, show);
}

function wakeChoice(place: HTMLElement, onChosen: () => void): void {
  const choice = place.querySelector<HTMLElement>('[data-venue-choice]');
  if (!choice) return;
  choice.hidden = false;
  for (const radio of choice.querySelectorAll('input')) {
    radio.checked = radio.value === readKept(VENUE_KEY);
    radio.addEventListener('change', () => {
      keep(VENUE_KEY, radio.value);
      onChosen();
    });
  }
}

function write(place: HTMLElement, link: HTMLElement, { session, where }: Nearest<Session>): void {
  const language = pageLanguage();
  const seats = place.dataset['seats']?.replace('{count}', String(session.seatsLeft));
  const facts = [
    session.venue[language],
    session.title[language],
    session.seatsLeft === null ? '' : seats
  ];
  say(link, '[data-next-session-when]', momentInWords(session.startsAt, language));
  say(link, '[data-next-session-where]', facts.filter(Boolean).join(' · '));
  show(link, '[data-next-session-plain]', false);
  show(link, '[data-next-session-known]', true);
  show(place, '[data-next-session-elsewhere]', where === 'elsewhere');
}

async function askForSessions(): Promise<v.InferOutput<typeof NextSessions> | undefined> {
  try {
    const response = await fetch('/api/public/next.json');
    if (!response.ok) return undefined;
    const parsed = v.safeParse(NextSessions, await response.json());
    return parsed.success ? parsed.output : undefined;
  } catch (failure) {
    if (failure instanceof TypeError || failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

function say(within: Element, place: string, text: string): void {
  const element = within.querySelector(place);
  if (element) element.textContent = text;
}

function show(within: Element, place: string, shown: boolean): void {
  const element = within.querySelector<HTMLElement>(place);
  if (element) element.hidden = !shown;
}

const place = document.querySelector<HTMLElement>('[data-next-session]');
if (place) void wake(place);
