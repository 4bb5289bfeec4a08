import type { FuriganaMode } from './preferences.ts';

/**
 * Shows readings as chosen below `root`. Hard words come from the server as `<ruby>…<rt>`, everyday
 * words as `<ruby data-reading>` without `<rt>`; 「なし」 leaves no `<rt>` in the page at all.
 */
export function showFurigana(root: ParentNode, mode: FuriganaMode): void {
  for (const ruby of root.querySelectorAll('ruby')) {
    const existing = ruby.querySelector('rt');
    ruby.dataset['level'] ??= existing ? 'hard' : 'easy';
    ruby.dataset['reading'] ??= existing?.textContent ?? '';
    const wanted = mode === 'all' || (mode === 'hard' && ruby.dataset['level'] === 'hard');

    if (!wanted) existing?.remove();
    if (wanted && !existing) ruby.append(readingOf(ruby.dataset['reading']));
  }
}

function readingOf(text: string): HTMLElement {
  const reading = document.createElement('rt');
  reading.ariaHidden = 'true';
  reading.textContent = text;
  return reading;
}
