import { afterPaint } from '#shared/client/after-paint.ts';
import { holdsUnsent } from '#shared/client/drawer.ts';

/** The script of every page of signing up: whoever left something unsent gets it sent from here. */
async function look(): Promise<void> {
  const words = document.querySelector<HTMLElement>('[data-unsent]');
  if (words && (await holdsUnsent()))
    await import(/* @vite-ignore */ words.dataset['unsent'] ?? '');
}

afterPaint(() => void look());
