import { afterPaint } from '#shared/client/after-paint.ts';
import { isStamped, stampPlaces, type StampPlace } from '../domain/stamp-card.ts';
import { practisedOnDevice, progressOnDevice } from './progress-view.ts';

/** The script of /stamps: puts the stamps of this device where they belong. */
function start(): void {
  putStamps();
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) putStamps();
  });
}

function putStamps(): void {
  const device = { progress: progressOnDevice(), practised: practisedOnDevice() };
  for (const place of document.querySelectorAll<HTMLElement>('[data-stamp-place]')) {
    const { stampPlace, stampLesson = '' } = place.dataset;
    const stamped = isStampPlace(stampPlace) && isStamped(stampPlace, stampLesson, device);
    place.toggleAttribute('data-stamped', stamped);
    showIn(place, '[data-when-stamped]', stamped);
    showIn(place, '[data-when-not]', !stamped);
  }
  for (const chapter of document.querySelectorAll<HTMLElement>('[data-chapter]')) {
    const isWhole = chapter.querySelector('[data-stamp-place]:not([data-stamped])') === null;
    chapter.toggleAttribute('data-whole', isWhole);
    showIn(chapter, '[data-when-whole]', isWhole);
  }
  const count = document.querySelector('[data-stamp-count]');
  if (count) {
    const of = document.querySelectorAll('[data-stamp-place]').length;
    count.textContent = `${document.querySelectorAll('[data-stamped]').length} / ${of}`;
  }
}

function isStampPlace(value: unknown): value is StampPlace {
  return stampPlaces.includes(value as StampPlace);
}

function showIn(place: HTMLElement, part: string, shown: boolean): void {
  const element = place.querySelector<HTMLElement>(part);
  if (element) element.hidden = !shown;
}

afterPaint(start);
