import * as v from 'valibot';
import { momentInWords } from '#shared/time/words.ts';
import { pageLanguage } from './device.ts';

const Words = v.object({ ja: v.string(), en: v.string() });
const NextSessions = v.object({
  sessions: v.array(
    v.object({
      code: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
      title: Words,
      venue: Words,
      startsAt: v.number(),
      seatsLeft: v.nullable(v.number())
    })
  )
});

/**
 * Writes the next session into the first page's link. Without a network or an answer, and for an answer
 * that is not understood, the link stays what it was: a way to all of them.
 */
export async function showNextSession(): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>('[data-next-session]');
  if (!link) return;

  const next = (await askForSessions())?.sessions[0];
  if (!next) return;

  const language = pageLanguage();
  const seats = link.dataset['seats']?.replace('{count}', String(next.seatsLeft));
  write(link, '[data-next-session-when]', momentInWords(next.startsAt, language));
  write(
    link,
    '[data-next-session-where]',
    [next.venue[language], next.title[language], next.seatsLeft === null ? '' : seats]
      .filter(Boolean)
      .join(' · ')
  );
  link.href += `/${next.code}`;
  show(link, '[data-next-session-plain]', false);
  show(link, '[data-next-session-known]', true);
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

function write(link: Element, place: string, text: string): void {
  const element = link.querySelector(place);
  if (element) element.textContent = text;
}

function show(link: Element, place: string, shown: boolean): void {
  const element = link.querySelector<HTMLElement>(place);
  if (element) element.hidden = !shown;
}
