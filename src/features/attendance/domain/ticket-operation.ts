import * as v from 'valibot';
import { phoneFamilies } from '#features/people/domain/person.ts';

/**
 * The facts of number tickets, for a salon without reservation. A ticket is known by an id of its own;
 * its label is a letter that the server gave this tablet for the session, and a number counted there.
 */
export const ticketQueues = ['iphone', 'android', 'kantan', 'other'] as const;
export type TicketQueue = (typeof ticketQueues)[number];

export const MOST_HELPERS = 9;
const desk = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST_HELPERS));

const TicketTake = v.strictObject({
  letter: v.pipe(v.string(), v.regex(/^[A-Z]{1,2}$/)),
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(999)),
  family: v.picklist(phoneFamilies),
  /** Fetched at the seat, since a call is not heard. */
  fetch: v.boolean()
});
/** `desk`: the number of the helper's place. */
const AtDesk = v.strictObject({ desk });
const Nothing = v.strictObject({});

/** By type; the entity is the ticket, and of `ticket.helpers` the session. */
export const ticketPayloads = {
  'ticket.take': TicketTake,
  'ticket.call': AtDesk,
  'ticket.start': AtDesk,
  'ticket.end': Nothing,
  /** Called and not there: the ticket goes to the back of its queue. */
  'ticket.absent': Nothing,
  'ticket.undo': v.strictObject({ targetOpId: v.pipe(v.string(), v.uuid()) }),
  /** How many help at one queue from now on; the last word stands. */
  'ticket.helpers': v.strictObject({
    queue: v.picklist(ticketQueues),
    count: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MOST_HELPERS))
  })
} as const;
export type TicketType = keyof typeof ticketPayloads;
