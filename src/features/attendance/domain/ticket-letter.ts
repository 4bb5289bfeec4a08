import * as v from 'valibot';

/** Row kind: the letter of one tablet at one session; the row's id is the tablet's. */
export const TICKET_LETTER_ROW = 'ticket-letter';

export const TicketLetter = v.object({ deviceId: v.string(), letter: v.string() });
export type TicketLetter = v.InferOutput<typeof TicketLetter>;

/** Without I, O and Q, which are taken for 1 and 0 when they are printed large. */
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/**
 * A letter that no other tablet of the session has: the one that its name is or begins with where that
 * is free (「Aの端末」), else the next; two letters once all are given.
 */
export function letterFor(deviceName: string, taken: readonly string[]): string {
  const named = /^[A-Z](?![A-Za-z])/.exec(deviceName.normalize('NFKC').trim().toUpperCase())?.[0];
  const singles = Array.from(LETTERS);
  const pairs = singles.flatMap((first) => singles.map((second) => first + second));
  const wanted = named !== undefined && LETTERS.includes(named) ? [named] : [];
  const free = [...wanted, ...singles, ...pairs].find((letter) => !taken.includes(letter));
  if (free === undefined) throw new Error('more tablets at one session than letters');
  return free;
}
