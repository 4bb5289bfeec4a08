import type { PhoneFamily } from '#features/people/domain/person.ts';
import type { Fact } from '#features/sync/domain/fact.ts';
import type { Instant } from '#shared/time/instant.ts';
import { readPayload } from './operation.ts';
import { earlierFirst, withdrawnBy } from './presence.ts';
import { ticketQueues, type TicketQueue } from './ticket-operation.ts';

export type Ticket = {
  readonly id: string;
  /** `A12`. */
  readonly label: string;
  readonly queue: TicketQueue;
  readonly family: PhoneFamily;
  readonly fetch: boolean;
  readonly state: 'waiting' | 'called' | 'helping' | 'done';
  /** Since when it stands so; a waiting one's place in the queue goes by this. */
  readonly since: Instant;
  /** When help began first; `undefined` before. */
  readonly helpedFrom: Instant | undefined;
  /** Who called or helps; two where two tablets called at once. */
  readonly desks: readonly number[];
  /** The newest fact of it that stands, for taking it back. */
  readonly lastOpId: string;
};

export type TicketHall = {
  /** The waiting in the order of their turn, then those called and those helped. */
  readonly tickets: readonly Ticket[];
  readonly helpers: Readonly<Record<TicketQueue, number>>;
};

/** Each phone family that people ask about has its own queue; the rest share one. */
export function queueOf(family: PhoneFamily): TicketQueue {
  return family === 'iphone' || family === 'android' || family === 'kantan' ? family : 'other';
}

/** Folds facts, in any order, to the hall: who waits, who is called, who is being helped. */
export function ticketHall(facts: readonly Fact[]): TicketHall {
  const withdrawn = withdrawnBy(facts);
  const standing = facts
    .filter(({ type, opId }) => type.startsWith('ticket.') && !withdrawn.has(opId))
    .sort(earlierFirst);
  const helpers: Record<TicketQueue, number> = { iphone: 1, android: 1, kantan: 1, other: 1 };
  const byTicket = new Map<string, Fact[]>();
  for (const fact of standing) {
    const told =
      fact.type === 'ticket.helpers' ? readPayload('ticket.helpers', fact.payload) : undefined;
    if (told) helpers[told.queue] = told.count;
    byTicket.set(fact.entityId, [...(byTicket.get(fact.entityId) ?? []), fact]);
  }
  const tickets = [...byTicket.values()]
    .map(ticketOf)
    .filter((ticket) => ticket !== undefined)
    .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
  return { tickets, helpers };
}

/** `undefined` where the taking was withdrawn, or has not come to this tablet yet. */
function ticketOf(facts: readonly Fact[]): Ticket | undefined {
  const taken = facts.find(({ type }) => type === 'ticket.take');
  const told = taken && readPayload('ticket.take', taken.payload);
  if (!taken || !told) return undefined;
  const start: Ticket = {
    id: taken.entityId,
    label: `${told.letter}${told.number}`,
    queue: queueOf(told.family),
    family: told.family,
    fetch: told.fetch,
    state: 'waiting',
    since: taken.at,
    helpedFrom: undefined,
    desks: [],
    lastOpId: taken.opId
  };
  return facts.reduce(nextOf, start);
}

/** Whoever is being helped is neither called nor absent any more; an end is the end. */
function nextOf(ticket: Ticket, { type, at, opId, payload }: Fact): Ticket {
  if (ticket.state === 'done') return ticket;
  if (type === 'ticket.end') return { ...ticket, state: 'done', since: at, lastOpId: opId };
  if (type === 'ticket.call' || type === 'ticket.start') {
    const desk = readPayload(type, payload)?.desk;
    const state = type === 'ticket.call' ? 'called' : 'helping';
    if (desk === undefined || (ticket.state === 'helping' && state === 'called')) return ticket;
    const isSame = ticket.state === state;
    const desks = isSame ? [...new Set([...ticket.desks, desk])] : [desk];
    const helpedFrom = ticket.helpedFrom ?? (state === 'helping' ? at : undefined);
    const since = isSame ? ticket.since : at;
    return { ...ticket, state, since, helpedFrom, desks, lastOpId: opId };
  }
  if (type === 'ticket.absent' && ticket.state !== 'helping')
    return { ...ticket, state: 'waiting', since: at, desks: [], lastOpId: opId };
  return ticket;
}

/** How long somebody was helped, until the end or until now; 0 for a ticket that ended unhelped. */
export function helpedMs({ helpedFrom, state, since }: Ticket, now: Instant): number {
  if (helpedFrom === undefined) return 0;
  return Math.max(0, (state === 'done' ? since : now) - helpedFrom);
}

/** The next number under this tablet's letter; all it ever gave are on the tablet, sent or not. */
export function nextTicketNumber(facts: readonly Fact[], letter: string): number {
  const given = facts.flatMap(({ type, payload }) => {
    const told = type === 'ticket.take' ? readPayload('ticket.take', payload) : undefined;
    return told?.letter === letter ? [told.number] : [];
  });
  return Math.max(0, ...given) + 1;
}

export function inQueue({ tickets }: TicketHall, queue: TicketQueue): readonly Ticket[] {
  return tickets.filter((ticket) => ticket.queue === queue && ticket.state !== 'done');
}

/** The lowest place of a queue where nobody sits or is called to. */
export function freeDesk(hall: TicketHall, queue: TicketQueue): number | undefined {
  const taken = new Set(inQueue(hall, queue).flatMap(({ desks }) => desks));
  return Array.from({ length: hall.helpers[queue] }, (_, index) => index + 1).find(
    (desk) => !taken.has(desk)
  );
}

/** How many tickets of all queues are not done: people in the room, with or without a roster line. */
export function openTickets(hall: TicketHall): readonly Ticket[] {
  return ticketQueues.flatMap((queue) => inQueue(hall, queue));
}
