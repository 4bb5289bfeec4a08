import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '#features/sync/domain/fact.ts';
import { MINUTE_MS } from '#shared/time/instant.ts';
import { doorFact, idOf } from '#tests/support/facts.ts';
import { letterFor } from './ticket-letter.ts';
import { HELP_MS, outlookOf } from './ticket-wait.ts';
import { freeDesk, helpedMs, inQueue, nextTicketNumber, ticketHall } from './tickets.ts';

const take = (n: number, at: number, letter = 'A') =>
  doorFact(
    'ticket.take',
    idOf(1000 + n),
    { letter, number: n, family: 'iphone', fetch: false },
    { at, tablet: letter }
  );
const call = (n: number, at: number, desk = 1) =>
  doorFact('ticket.call', idOf(1000 + n), { desk }, { at });
const start = (n: number, at: number, desk = 1) =>
  doorFact('ticket.start', idOf(1000 + n), { desk }, { at });
const plain = (type: 'ticket.end' | 'ticket.absent', n: number, at: number) =>
  doorFact(type, idOf(1000 + n), {}, { at });
const helpers = (count: number, at: number) =>
  doorFact('ticket.helpers', idOf(1), { queue: 'iphone', count }, { at });

const waiting = (facts: readonly Fact[]) =>
  inQueue(ticketHall(facts), 'iphone')
    .filter(({ state }) => state === 'waiting')
    .map(({ label }) => label);
const stateOf = (facts: readonly Fact[]) => ticketHall(facts).tickets[0]?.state;

describe('a queue of number tickets', () => {
  test('is called, helped and done in turn; who is not there goes to the back', () => {
    const three = [take(1, 1), take(2, 2), take(3, 3)];
    expect(waiting(three)).toEqual(['A1', 'A2', 'A3']);
    expect(waiting([...three, call(1, 4)])).toEqual(['A2', 'A3']);
    expect(waiting([...three, call(1, 4), plain('ticket.absent', 1, 5)])).toEqual([
      ...['A2', 'A3', 'A1']
    ]);
    expect(stateOf([take(1, 1), call(1, 2), start(1, 3)])).toBe('helping');
    expect(stateOf([take(1, 1), start(1, 2), plain('ticket.end', 1, 3), call(1, 4)])).toBe('done');
  });

  test('two tablets that call one ticket at once show both places; a helper is not called away', () => {
    const [ticket] = ticketHall([take(1, 1), call(1, 2, 1), call(1, 3, 2)]).tickets;
    expect(ticket?.desks).toEqual([1, 2]);
    expect(stateOf([take(1, 1), start(1, 2), plain('ticket.absent', 1, 3)])).toBe('helping');
  });

  test('its clock runs from the first start to the end', () => {
    const helped = (facts: readonly Fact[]) => helpedMs(ticketHall(facts).tickets[0]!, 20);
    const begun = [take(1, 1), call(1, 2), start(1, 3), start(1, 5, 2)];
    expect(helped([take(1, 1), call(1, 2)])).toBe(0);
    expect(helped(begun)).toBe(17);
    expect(helped([...begun, plain('ticket.end', 1, 12)])).toBe(9);
  });

  test('takes back exactly one fact', () => {
    const [one, called] = [take(1, 1), call(1, 2)];
    const undo = doorFact('ticket.undo', one.entityId, { targetOpId: called.opId }, { at: 3 });
    expect(stateOf([one, called, undo])).toBe('waiting');
  });

  test('knows which place is free, and numbers under its own letter alone', () => {
    const facts = [helpers(2, 1), take(1, 2), take(7, 3, 'B'), start(1, 4, 1)];
    expect(freeDesk(ticketHall(facts), 'iphone')).toBe(2);
    expect(freeDesk(ticketHall([...facts, start(7, 5, 2)]), 'iphone')).toBeUndefined();
    expect([nextTicketNumber(facts, 'A'), nextTicketNumber(facts, 'B')]).toEqual([2, 8]);
    expect(nextTicketNumber([], 'C')).toBe(1);
  });

  const deeds = fc.array(
    fc.record({
      deed: fc.constantFrom('call', 'start', 'end', 'absent'),
      ticket: fc.integer({ min: 1, max: 5 }),
      desk: fc.integer({ min: 1, max: 3 })
    }),
    { maxLength: 30 }
  );
  const factsOf = (done: { deed: string; ticket: number; desk: number }[]): Fact[] => [
    ...[1, 2, 3, 4, 5].map((n) => take(n, n)),
    ...done.map(({ deed, ticket, desk }, index) => {
      const at = 10 + index;
      if (deed === 'call') return call(ticket, at, desk);
      if (deed === 'start') return start(ticket, at, desk);
      return plain(deed === 'end' ? 'ticket.end' : 'ticket.absent', ticket, at);
    })
  ];

  test('loses nobody and is the same hall in whatever order facts come', () => {
    fc.assert(
      fc.property(deeds, fc.integer({ min: 1, max: 996 }), (done, turn) => {
        const facts = factsOf(done);
        const hall = ticketHall(facts);
        const shuffled = facts.toSorted((x, y) => ((x.at * turn) % 997) - ((y.at * turn) % 997));
        expect(ticketHall(shuffled)).toEqual(hall);

        const ended = new Set(
          done.filter(({ deed }) => deed === 'end').map(({ ticket }) => ticket)
        );
        expect(inQueue(hall, 'iphone')).toHaveLength(5 - ended.size);
        const times = inQueue(hall, 'iphone')
          .filter(({ state }) => state === 'waiting')
          .map(({ since }) => since);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      })
    );
  });

  test('the estimate never falls along the queue, and one helper more never makes it longer', () => {
    fc.assert(
      fc.property(
        deeds,
        fc.integer({ min: 1, max: 4 }),
        fc.nat({ max: 90 }),
        (done, count, min) => {
          const now = 100 + min * MINUTE_MS;
          const at = (helping: number) =>
            outlookOf(ticketHall([...factsOf(done), helpers(helping, 60)]), 'iphone', now, now);
          const waits = [...at(count).waits.values()];
          expect(waits).toEqual(waits.toSorted((a, b) => a - b));
          for (const [index, wait] of waits.entries()) {
            expect(wait).toBeGreaterThanOrEqual(0);
            expect(wait).toBeLessThanOrEqual((Math.floor(index / count) + 1) * HELP_MS);
          }
          const more = [...at(count + 1).waits.values()];
          expect(more.every((wait, index) => wait <= (waits[index] ?? 0))).toBe(true);
        }
      )
    );
  });

  test.each([
    ['two helpers and an empty hall: two each half hour', 2, [], 120, 0, 8],
    ['one helper, one waiting: the next in half an hour', 1, [take(1, 1)], 120, 30, 3],
    ['too late for a whole half hour', 1, [], 29, 0, 0],
    ['over time ends any moment', 1, [take(1, 1), start(1, 2)], 60, 0, 2],
    ['nobody helps', 0, [take(1, 1)], 120, undefined, 0]
  ] as const)('%s', (_, count, facts, minutesLeft, minutes, left) => {
    const now = 45 * MINUTE_MS;
    const hall = ticketHall([...facts, helpers(count, 50)]);
    const { nextWait, ticketsLeft } = outlookOf(hall, 'iphone', now, now + minutesLeft * MINUTE_MS);
    expect(ticketsLeft).toBe(left);
    expect(nextWait).toBe(minutes === undefined ? undefined : minutes * MINUTE_MS);
  });
});

test('each tablet has a letter of its own, after its name where that is free', () => {
  expect(letterFor('Bの端末', [])).toBe('B');
  expect(letterFor('B', ['B'])).toBe('A');
  expect(letterFor('b', [])).toBe('B');
  expect(letterFor('Android 2', [])).toBe('A');
  expect(letterFor('O', [])).toBe('A');
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 4 }), { maxLength: 60 }), (names) => {
      const given: string[] = [];
      for (const name of names) given.push(letterFor(name, given));
      expect(new Set(given).size).toBe(names.length);
    })
  );
});
