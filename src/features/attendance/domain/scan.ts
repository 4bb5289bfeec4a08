import type { Arrival } from './presence.ts';
import type { RosterLineView, RosterView } from './roster-view.ts';

/** What a camera or a hand scanner read: the receipt of a ticket, a number, or nothing of ours. */
export type Read =
  | { readonly kind: 'ticket'; readonly hash: string }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'strange' };

/** What is to be done about it, and shown to who stands at the door. */
export type Scan =
  | { readonly kind: 'receive'; readonly line: RosterLineView }
  | { readonly kind: 'already'; readonly line: RosterLineView; readonly arrival: Arrival }
  | { readonly kind: 'not-on-list' }
  | { readonly kind: 'strange' };

/** Looks up what was read. Whoever cancelled and comes is found as well: they are received and flagged. */
export function judgeScan({ lines, offList }: RosterView, read: Read): Scan {
  if (read.kind === 'strange') return { kind: 'strange' };
  const line = [...lines, ...offList].find(({ entry }) =>
    read.kind === 'ticket'
      ? entry.ticketHash === read.hash
      : entry.receipt === read.number || entry.number === Number(read.number)
  );
  if (!line) return { kind: 'not-on-list' };
  const [arrival] = line.presence.arrivals;
  return arrival ? { kind: 'already', line, arrival } : { kind: 'receive', line };
}
