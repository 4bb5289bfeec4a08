import type { Workbox } from 'workbox-window';
import type { ServiceWorkerFailure } from '#shared/client/service-worker.ts';
import type { Result } from '#shared/result.ts';
import { isPackState, type PackRequest, type PackState } from '../domain/pack.ts';
import { pageLanguage } from './device.ts';

/**
 * Asks the service worker to fetch the lessons of this language, and shows on the list how far it is.
 * A phone that saves data fetches only when somebody asks for it.
 */
export function startPack(registered: Result<Workbox, ServiceWorkerFailure>): void {
  if (!registered.ok) {
    const sorry = document.querySelector<HTMLElement>('[data-pack-cannot]');
    if (sorry) sorry.hidden = false;
    return;
  }
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isPackState(data) && data.language === pageLanguage()) show(data);
  });
  document
    .querySelector('[data-pack-fill]')
    ?.addEventListener('click', () => void ask('pack.fill'));
  window.addEventListener('online', () => void askAsAllowed());
  void askAsAllowed();
}

function askAsAllowed(): Promise<void> {
  return ask(savesData() ? 'pack.look' : 'pack.fill');
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData ?? false;
}

/** Waits for the worker to be active: a pack is filled only after everything else is in place. */
async function ask(type: PackRequest['type']): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ type, language: pageLanguage() } satisfies PackRequest);
}

function show({ here, missing, trouble }: PackState): void {
  for (const card of document.querySelectorAll<HTMLElement>('[data-lesson-card]')) {
    const mark = card.querySelector<HTMLElement>('[data-lesson-here]');
    if (mark) mark.hidden = !here.includes(card.dataset['lessonCard'] ?? '');
  }
  const place = document.querySelector<HTMLElement>('[data-pack]');
  if (!place) return;

  place.hidden = false;
  const of = here.length + missing.length;
  const count = place.querySelector('[data-pack-count]');
  if (count) count.textContent = `${here.length} / ${of}`;
  const bar = place.querySelector('progress');
  if (bar) [bar.max, bar.value] = [of, here.length];
  const list = place.querySelector('[data-pack-missing-list]');
  if (list) list.textContent = [...missing].join(' · ');

  const shown: [string, boolean][] = [
    ['[data-pack-missing]', missing.length > 0],
    // While it is being filled there is nothing to ask for.
    ['[data-pack-fill]', missing.length > 0 && (trouble !== undefined || savesData())],
    ['[data-pack-trouble="no-network"]', trouble === 'no-network'],
    ['[data-pack-trouble="no-space"]', trouble === 'no-space']
  ];
  for (const [part, isShown] of shown) {
    const element = place.querySelector<HTMLElement>(part);
    if (element) element.hidden = !isShown;
  }
}
