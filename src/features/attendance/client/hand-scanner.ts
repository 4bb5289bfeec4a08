import { NO_BURST, readKey } from '../domain/scanner.ts';

/**
 * Listens for a hand scanner, which types what it reads while no field is focused. Only the Enter that
 * ends a code is kept from the page, so that it does not press the button that happens to have focus.
 * @returns what ends it.
 */
export function listenToScanner(onread: (text: string) => void): () => void {
  let burst = NO_BURST;
  const hear = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
      burst = NO_BURST;
      return;
    }
    const next = readKey(burst, {
      key: event.key,
      at: event.timeStamp,
      inField: isField(event.target)
    });
    burst = next.burst;
    if (next.read === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onread(next.read);
  };
  window.addEventListener('keydown', hear, { capture: true });
  return () => window.removeEventListener('keydown', hear, { capture: true });
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
