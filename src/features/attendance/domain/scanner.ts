/** One key as the page hears it. `inField`: somebody is typing into a field of the page. */
export type KeyPress = {
  readonly key: string;
  readonly at: number;
  readonly inField: boolean;
};

/** What came so fast that no hand typed it, so far. */
export type Burst = { readonly text: string; readonly lastAt: number };

export const NO_BURST: Burst = { text: '', lastAt: -Infinity };

/** A scanner sends a key every few milliseconds; the fastest typist needs 60. */
const LONGEST_GAP_MS = 50;
/** Shorter is a hand on the keyboard; the shortest number on a receipt is longer. */
const SHORTEST_CODE = 4;

/**
 * Follows the keys of a hand scanner, which types what it reads and ends it with Enter. Typing into a
 * field, and keys at the pace of a hand, are never taken.
 *
 * @returns the burst so far, and what was read once Enter has ended it: that Enter belongs to the scanner.
 */
export function readKey(
  burst: Burst,
  { key, at, inField }: KeyPress
): { readonly burst: Burst; readonly read?: string } {
  if (inField) return { burst: NO_BURST };
  const isFast = at - burst.lastAt <= LONGEST_GAP_MS;
  if (key === 'Enter') {
    const isCode = isFast && burst.text.length >= SHORTEST_CODE;
    return isCode ? { burst: NO_BURST, read: burst.text } : { burst: NO_BURST };
  }
  // Shift and its like stand between the characters of a capital letter.
  if (key.length > 1) return { burst: isFast ? { ...burst, lastAt: at } : NO_BURST };
  return { burst: { text: isFast ? burst.text + key : key, lastAt: at } };
}

/** A camera sees one code many times a second; it counts once until another came or it was away. */
export type Sighting = { readonly text: string; readonly seenAt: number };

const AWAY_MS = 2500;

export function isNewSighting(last: Sighting | undefined, next: Sighting): boolean {
  return !last || last.text !== next.text || next.seenAt - last.seenAt > AWAY_MS;
}
