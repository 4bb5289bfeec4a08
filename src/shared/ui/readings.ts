import { getContext, setContext } from 'svelte';
import type { FuriganaMode } from '#shared/client/preferences.ts';

const KEY = Symbol('readings');

/**
 * For hydrated pages: every `Ruby` below shows readings by `mode`, so that no script changes the page
 * behind the framework's back. It must answer `hard` until the page is mounted, as the server did.
 */
export function setReadings(mode: () => FuriganaMode): void {
  setContext(KEY, mode);
}

/** @returns what the server writes into every page, 「むずかしい字」, unless a page says otherwise. */
export function useReadings(): () => FuriganaMode {
  return getContext<(() => FuriganaMode) | undefined>(KEY) ?? (() => 'hard');
}
