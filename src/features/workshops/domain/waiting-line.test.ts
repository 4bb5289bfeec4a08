import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR_MS, instantOf } from '#shared/time/instant.ts';
import type { PhoneFamily } from '#features/people/domain/person.ts';
import { addTo, freeSeatsOf, poolOf, seatsOfPool, type ByPool, type Division } from './seating.ts';
import {
  answerBy,
  hasSeatFor,
  isAnswerable,
  whomToAsk,
  type Waiter,
  type WaitingLine
} from './waiting-line.ts';

const waiter = (signUpId: string, changed: Partial<Waiter> = {}): Waiter => ({
  signUpId,
  wasAsked: false,
  contactStopped: false,
  phoneFamily: 'android',
  companions: 0,
  isBehind: false,
  ...changed
});

const line = (changed: Partial<WaitingLine> = {}): WaitingLine => ({
  seats: 2,
  taken: {},
  isClosed: false,
  waiting: [],
  ...changed
});

describe('whomToAsk', () => {
  const waiting = [waiter('ana'), waiter('ben'), waiter('cho')];

  test.each([
    ['a full class asks nobody', 2, []],
    ['a free seat belongs to the first in the line', 1, ['ana']],
    ['two free seats ask two', 0, ['ana', 'ben']],
    ['a class that was made smaller asks nobody', 5, []]
  ] as const)('%s', (_, other, asked) => {
    expect(whomToAsk(line({ waiting, taken: { other } }))).toEqual(asked);
  });

  test('where seats are divided, a free seat belongs to the first of its family', () => {
    const mixed = [
      waiter('ana'),
      waiter('ben', { phoneFamily: 'iphone' }),
      waiter('cho', { phoneFamily: 'unknown' })
    ];
    const division = { iphone: 1, android: 1 };
    const divided = { seats: 3, division, waiting: mixed };
    expect(whomToAsk(line({ ...divided, taken: { android: 1 } }))).toEqual(['ben', 'cho']);
    expect(whomToAsk(line({ ...divided, taken: { iphone: 1, other: 1 } }))).toEqual(['ana']);
  });

  test('who needs more chairs than are left keeps their place, and the next one is asked', () => {
    const waiting = [waiter('ana', { companions: 2 }), waiter('ben', { companions: 1 })];
    expect(whomToAsk(line({ waiting, chairsLeft: 1 }))).toEqual(['ben']);
    expect(whomToAsk(line({ waiting, chairsLeft: 3 }))).toEqual(['ana', 'ben']);
  });

  test('who has had the seats of the year is asked after the others, when sign-up is over', () => {
    const waiting = [waiter('ana', { isBehind: true }), waiter('ben')];
    expect(whomToAsk(line({ waiting }))).toEqual(['ben']);
    expect(whomToAsk(line({ waiting, isClosed: true }))).toEqual(['ben', 'ana']);
  });

  test('who did not answer is not asked again, and who wants no call is not asked at all', () => {
    const waiting = [
      waiter('ana', { wasAsked: true }),
      waiter('ben', { contactStopped: true }),
      waiter('cho')
    ];
    expect(whomToAsk(line({ waiting }))).toEqual(['cho']);
  });

  test('under any interleaving the line is a queue and no seat is promised twice', () => {
    const steps = fc.array(
      fc.record({
        what: fc.constantFrom('apply', 'cancel', 'yes', 'no', 'lapse'),
        who: fc.nat(30),
        phoneFamily: fc.constantFrom<PhoneFamily>('iphone', 'android', 'unknown'),
        companions: fc.nat(2)
      }),
      { maxLength: 80 }
    );
    const rooms = fc.record({
      seats: fc.integer({ min: 1, max: 4 }),
      division: fc.constantFrom<Division>({}, { iphone: 1 }, { iphone: 1, android: 0 }),
      chairs: fc.integer({ min: 0, max: 3 })
    });
    fc.assert(fc.property(rooms, steps, playLine));
  });
});

type Person = {
  readonly phoneFamily: PhoneFamily;
  readonly companions: number;
  state: 'confirmed' | 'waiting' | 'asked' | 'lapsed' | 'gone';
};
type Room = { readonly seats: number; readonly division: Division; readonly chairs: number };
type Step = Omit<Person, 'state'> & { readonly what: string; readonly who: number };

const HELD = ['confirmed', 'asked'];
const IN_LINE = ['waiting', 'asked', 'lapsed'];

/** Seats and chairs that are given or held. */
function lineOf({ seats, division, chairs }: Room, people: readonly Person[]): WaitingLine {
  const held = people.filter(({ state }) => HELD.includes(state));
  const taken = held.reduce<ByPool>(
    (sum, { phoneFamily }) => addTo(sum, poolOf(division, phoneFamily)),
    {}
  );
  const chairsLeft = chairs - held.reduce((sum, { companions }) => sum + companions, 0);
  const waiting = people.flatMap(({ state, phoneFamily, companions }, index) =>
    IN_LINE.includes(state)
      ? [waiter(String(index), { wasAsked: state !== 'waiting', phoneFamily, companions })]
      : []
  );
  return line({ seats, division, taken, chairsLeft, waiting });
}

/** The line as the server keeps it: after each step whoever is next is asked. */
function playLine(room: Room, steps: readonly Step[]): void {
  const people: Person[] = [];
  for (const { what, who, phoneFamily, companions } of steps) {
    const person = people[who];
    const before = lineOf(room, people);
    const pool = poolOf(room.division, phoneFamily);
    if (what === 'apply') {
      const isFirst = !before.waiting.some(
        (one) => poolOf(room.division, one.phoneFamily) === pool
      );
      const seat = isFirst && hasSeatFor(before, { phoneFamily, companions });
      people.push({ phoneFamily, companions, state: seat ? 'confirmed' : 'waiting' });
    } else if (what === 'cancel') {
      if (person) person.state = 'gone';
    } else if (person?.state === 'asked') {
      person.state = ({ yes: 'confirmed', no: 'gone', lapse: 'lapsed' } as const)[what as 'yes'];
    }
    const now = lineOf(room, people);
    const asked = whomToAsk(now).map(Number);
    for (const index of asked) people[index]!.state = 'asked';
    expectSound(room, people);
    expectInOrder(room, people, asked);
  }
}

function expectSound(room: Room, people: readonly Person[]): void {
  const { taken, chairsLeft } = lineOf(room, people);
  const all = Object.values(taken).reduce((sum, count) => sum + count, 0);
  expect(all).toBeLessThanOrEqual(room.seats);
  expect(chairsLeft).toBeGreaterThanOrEqual(0);
  for (const [pool, count] of Object.entries(taken)) {
    const seats = seatsOfPool(room.division, room.seats, pool as keyof ByPool);
    expect(count).toBeLessThanOrEqual(seats);
  }
}

/** Nobody who waits is left behind for a seat and chairs that they could have had. */
function expectInOrder(room: Room, people: readonly Person[], asked: readonly number[]): void {
  const now = lineOf(room, people);
  const pool = ({ phoneFamily }: Person) => poolOf(room.division, phoneFamily);
  people.forEach((person, index) => {
    if (person.state !== 'waiting') return;
    expect(hasSeatFor(now, person)).toBe(false);
    const overtaking = asked.filter((one) => one > index && pool(people[one]!) === pool(person));
    for (const one of overtaking) expect(people[one]!.companions).toBeLessThan(person.companions);
  });
  expect(freeSeatsOf(now, 'other')).toBeGreaterThanOrEqual(0);
}

describe('answerBy', () => {
  const start = instantOf('2026-12-10', '10:00');

  test.each([
    ['two working days', '2026-12-01', '10:00', '2026-12-03', '17:00'],
    ['Saturday and Sunday are not counted', '2026-11-27', '10:00', '2026-12-01', '17:00'],
    ['the evening before at the latest', '2026-12-08', '10:00', '2026-12-09', '17:00'],
    ['two hours when that is near', '2026-12-09', '16:30', '2026-12-09', '18:30'],
    ['two hours on the day itself', '2026-12-10', '08:00', '2026-12-10', '10:00']
  ])('%s', (_, day, time, byDay, byTime) => {
    expect(answerBy(instantOf(day, time), start)).toBe(instantOf(byDay, byTime));
  });

  test('nobody is asked when it begins within two hours', () => {
    expect(answerBy(start - 2 * HOUR_MS + 1, start)).toBeUndefined();
    expect(answerBy(start + 1, start)).toBeUndefined();
  });

  test('there are always two hours to answer, and the answer comes before the beginning', () => {
    fc.assert(
      fc.property(fc.nat(40 * 24 * 60), (minutes) => {
        const now = start - minutes * 60_000;
        const by = answerBy(now, start);
        if (by === undefined) return;
        expect(by - now).toBeGreaterThanOrEqual(2 * HOUR_MS);
        expect(by).toBeLessThanOrEqual(start);
      })
    );
  });

  test('the deadline itself is too late', () => {
    expect(isAnswerable({ state: 'asked', answerBy: 5 }, 4)).toBe(true);
    expect(isAnswerable({ state: 'asked', answerBy: 5 }, 5)).toBe(false);
    expect(isAnswerable({ state: 'lapsed', answerBy: 5 }, 4)).toBe(false);
  });
});
