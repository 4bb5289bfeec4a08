import {
  openStep,
  finishReading,
  placeToGoOn,
  readPractised,
  readProgress,
  stampOf,
  type Progress
} from '../domain/progress.ts';
import { keep, readKept } from './device.ts';

const PROGRESS_KEY = 'engawa.progress';
/** Written by the practice phone, and by a つづきの札 that is typed in. */
const PRACTISED_KEY = 'engawa.practised';

export function progressOnDevice(): Progress {
  return readProgress(readKept(PROGRESS_KEY));
}

export function keepProgress(progress: Progress): void {
  keep(PROGRESS_KEY, JSON.stringify(progress));
}

export function practisedOnDevice(): readonly string[] {
  return readPractised(readKept(PRACTISED_KEY));
}

export function keepPractised(slugs: readonly string[]): void {
  keep(PRACTISED_KEY, JSON.stringify(slugs));
}

/** Remembers the step that is open, and shows stamps and the way to go on where the page has room for them. */
export function startProgress(): void {
  rememberStep();
  showEverything();
  // A page that comes back from the browser's memory shows what was done meanwhile.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) showEverything();
  });
}

function rememberStep(): void {
  const step = document.querySelector<HTMLElement>('[data-step]')?.dataset;
  const slug = step?.['lesson'];
  if (!step || slug === undefined) return;

  const number = Number(step['step']);
  const opened = openStep(progressOnDevice(), slug, number, Date.now());
  keepProgress(number === Number(step['of']) ? finishReading(opened, slug, Date.now()) : opened);
}

function showEverything(): void {
  const progress = progressOnDevice();
  const practised = practisedOnDevice();
  for (const card of document.querySelectorAll<HTMLElement>('[data-lesson-card]')) {
    const stamp = stampOf(progress[card.dataset['lessonCard'] ?? '']);
    for (const mark of card.querySelectorAll<HTMLElement>('[data-stamp]')) {
      mark.hidden = mark.dataset['stamp'] !== stamp;
    }
    const rehearsed = card.querySelector<HTMLElement>('[data-practised]');
    if (rehearsed) rehearsed.hidden = !practised.includes(card.dataset['lessonCard'] ?? '');
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-go-on]')) {
    showWayOn(place, progress);
  }
}

/** On a lesson's own page the way leads on in it; elsewhere to the lesson that was open last. */
function showWayOn(place: HTMLElement, progress: Progress): void {
  const { goOn: slug = '', path = '' } = place.dataset;
  const own = progress[slug];
  const goal = slug === '' ? placeToGoOn(progress) : own && { slug, step: own.step };
  const link = place.querySelector('a');
  const number = place.querySelector('[data-go-on-step]');
  place.hidden = goal === undefined || (slug !== '' && goal.step === 1);
  if (!goal || !link || !number) return;

  link.href = slug === '' ? `${path}/${goal.slug}/${goal.step}` : `${path}/${goal.step}`;
  number.textContent = `${goal.slug} ${String.fromCodePoint(0x2460 + goal.step - 1)}`;
}
