import { MINUTE_MS, type Instant } from '#shared/time/instant.ts';
import type { TicketQueue } from './ticket-operation.ts';
import { inQueue, type TicketHall } from './tickets.ts';

/** One person's time with a helper. */
export const HELP_MS = 30 * MINUTE_MS;

export type QueueOutlook = {
  /** By ticket id, how long until it is that ticket's turn; empty where nobody helps. */
  readonly waits: ReadonlyMap<string, number>;
  /** How long somebody would wait who takes a ticket now; `undefined` where nobody helps. */
  readonly nextWait: number | undefined;
  /** How many more tickets can be helped for their whole time before the room closes. */
  readonly ticketsLeft: number;
};

/**
 * Each helper takes the next in the queue as soon as their half hour is over; whoever is over time
 * ends any moment. The room's end decides how many tickets more make sense, never who may take one.
 */
export function outlookOf(
  hall: TicketHall,
  queue: TicketQueue,
  now: Instant,
  endsAt: Instant
): QueueOutlook {
  const tickets = inQueue(hall, queue);
  const freeAt = helpersFreeAt(hall, queue, now);
  const waits = new Map<string, number>();
  if (freeAt.length === 0) return { waits, nextWait: undefined, ticketsLeft: 0 };

  for (const { id } of tickets.filter(({ state }) => state === 'waiting'))
    waits.set(id, takeEarliest(freeAt) - now);
  const nextWait = Math.min(...freeAt) - now;
  let ticketsLeft = 0;
  while (takeEarliest(freeAt) + HELP_MS <= endsAt) ticketsLeft++;
  return { waits, nextWait, ticketsLeft };
}

/** When each helper of a queue is free, as many moments as there are helpers. */
function helpersFreeAt(hall: TicketHall, queue: TicketQueue, now: Instant): Instant[] {
  const busy = inQueue(hall, queue)
    .filter(({ state }) => state !== 'waiting')
    .map(
      ({ state, since }) => (state === 'called' ? now : Math.max(now - HELP_MS, since)) + HELP_MS
    )
    .sort((a, b) => a - b);
  const helpers = hall.helpers[queue];
  const idle = Array.from({ length: Math.max(0, helpers - busy.length) }, () => now);
  return [...idle, ...busy.map((at) => Math.max(now, at))].slice(0, helpers);
}

/** Gives the earliest free moment away; its helper is busy for half an hour from then. */
function takeEarliest(freeAt: Instant[]): Instant {
  const earliest = Math.min(...freeAt);
  freeAt[freeAt.indexOf(earliest)] = earliest + HELP_MS;
  return earliest;
}
