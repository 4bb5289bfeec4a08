/** Runs once what is on the page has been drawn, so that reading never waits for a script. */
export function afterPaint(work: () => void): void {
  // A page in the background draws nothing: there is nothing to wait for.
  if (document.visibilityState === 'hidden') work();
  else requestAnimationFrame(() => setTimeout(work));
}
