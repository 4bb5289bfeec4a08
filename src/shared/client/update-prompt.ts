import type { Workbox } from 'workbox-window';

/**
 * Asks 「新しくなりました。入れかえますか」 in the place that `UpdatePrompt.svelte` left for it. A page
 * without that place, or one that must not be disturbed, stays silent: the next page asks.
 */
export function offerUpdate(workbox: Workbox, mayAsk: () => boolean): void {
  const place = document.querySelector<HTMLElement>('[data-update-prompt]');
  const question = place?.querySelector('template');
  if (!place || !question || place.childElementCount > 1 || !mayAsk()) return;

  place.append(question.content.cloneNode(true));
  place.querySelector('[data-update-now]')?.addEventListener('click', () => {
    workbox.addEventListener('controlling', () => location.reload());
    workbox.messageSkipWaiting();
  });
  place.querySelector('[data-update-later]')?.addEventListener('click', () => {
    place.replaceChildren(question);
  });
}
