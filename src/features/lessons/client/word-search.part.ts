import { matchesSearch } from '../domain/word-search.ts';

/** Narrows the list of words while one writes; an empty line shows all again. */
function wake(place: HTMLElement, input: HTMLInputElement): void {
  input.addEventListener('input', () => {
    const found = showMatching(input.value);
    const none = place.querySelector<HTMLElement>('[data-word-none]');
    if (none) none.hidden = found > 0;
  });
}

function showMatching(asked: string): number {
  let found = 0;
  for (const row of document.querySelectorAll<HTMLElement>('[data-word-row]')) {
    const words = [...row.querySelectorAll<HTMLElement>('[data-search]')];
    for (const word of words) word.hidden = !matchesSearch(word.dataset['search'] ?? '', asked);
    const shown = words.filter(({ hidden }) => !hidden).length;
    row.hidden = shown === 0;
    found += shown;
  }
  return found;
}

const place = document.querySelector<HTMLElement>('[data-word-search]');
const input = place?.querySelector('input');
if (place && input) wake(place, input);
