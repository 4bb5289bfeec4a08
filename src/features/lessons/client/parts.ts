/**
 * Fetches the scripts that parts of this page bring along (`data-part`), so that a page without such a
 * part pays nothing for it. Each script looks for its own place and wakes it.
 */
export function startParts(): void {
  const places = document.querySelectorAll<HTMLElement>('[data-part]');
  const scripts = [...places].map(({ dataset }) => dataset['part'] ?? '');
  for (const script of new Set(scripts)) void fetchPart(script);
}

/** `script` is the address of a bundle of ours, as `?worker&url` names it. */
export function fetchPart(script: string): Promise<unknown> {
  return import(/* @vite-ignore */ script);
}
