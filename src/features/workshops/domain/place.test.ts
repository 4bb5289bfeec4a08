import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PhoneFamily } from '#features/people/domain/person.ts';
import {
  availabilityOf,
  decidePlace,
  placeAfterUndo,
  type Applicant,
  type SignUpState
} from './place.ts';
import { addTo, poolOf, pools, seatsOfPool, type ByPool } from './seating.ts';

const opensAt = 1_000;
const closesAt = 2_000;
const whileOpen = 1_500;

const workshop = (changed: Partial<SignUpState> = {}): SignUpState => ({
  state: 'open',
  selection: 'first-come',
  opensAt,
  closesAt,
  seats: 10,
  longestLine: 5,
  confirmed: 0,
  waiting: 0,
  ...changed
});

describe('decidePlace', () => {
  test.each([
    ['the first applicant gets a seat', {}, 'confirmed'],
    ['the last seat is given', { confirmed: 9 }, 'confirmed'],
    ['a full workshop starts the line', { confirmed: 10 }, 'waiting'],
    ['the last place in the line is given', { confirmed: 10, waiting: 4 }, 'waiting'],
    [
      'nobody overtakes the line to a seat that became free',
      { confirmed: 9, waiting: 1 },
      'waiting'
    ],
    ['ten seats and fifteen who came: the desk may go beyond', { confirmed: 15 }, 'waiting'],
    ['a lottery gives no seat before it is drawn', { selection: 'lottery' }, 'entered']
  ] as const)('%s', (_, state, kind) => {
    expect(decidePlace(workshop(state), whileOpen)).toEqual({ ok: true, value: { kind } });
  });

  test.each([
    ['a full line turns away', { confirmed: 10, waiting: 5 }, whileOpen, 'waiting-line-full'],
    ['no line at all', { confirmed: 10, longestLine: 0 }, whileOpen, 'waiting-line-full'],
    ['closing time itself is too late', {}, closesAt, 'sign-up-closed'],
    ['a cancelled workshop takes nobody', { state: 'cancelled' }, whileOpen, 'workshop-cancelled'],
    ['nor does a draft', { state: 'draft' }, whileOpen, 'workshop-cancelled'],
    ['to a salon one just comes', { selection: 'none' }, whileOpen, 'no-reservation-needed'],
    ['a lottery closes as the others do', { selection: 'lottery' }, closesAt, 'sign-up-closed']
  ] as const)('%s', (_, state, now, type) => {
    expect(decidePlace(workshop(state), now)).toEqual({ ok: false, error: { type } });
  });

  test('before it opens, the answer says when it does; the opening moment itself is open', () => {
    expect(decidePlace(workshop(), opensAt - 1)).toEqual({
      ok: false,
      error: { type: 'not-open-yet', opensAt }
    });
    expect(decidePlace(workshop(), opensAt)).toMatchObject({ ok: true });
  });

  test('however many apply one after the other, seats and line are filled exactly, seats first', () => {
    const sizes = fc.record({
      seats: fc.integer({ min: 0, max: 30 }),
      longestLine: fc.integer({ min: 0, max: 15 }),
      applicants: fc.integer({ min: 0, max: 60 })
    });
    fc.assert(
      fc.property(sizes, ({ seats, longestLine, applicants }) => {
        let confirmed = 0;
        let waiting = 0;
        for (let count = 0; count < applicants; count++) {
          const state = workshop({ seats, longestLine, confirmed, waiting });
          const place = decidePlace(state, whileOpen);
          if (!place.ok) continue;
          if (place.value.kind === 'confirmed') {
            expect(waiting).toBe(0);
            confirmed++;
          } else waiting++;
        }
        expect(confirmed).toBe(Math.min(applicants, seats));
        expect(waiting).toBe(Math.min(Math.max(applicants - seats, 0), longestLine));
      })
    );
  });
});

describe('decidePlace where seats are divided', () => {
  const division = { iphone: 3, android: 4 };
  const applicant = (phoneFamily: PhoneFamily, changed: Partial<Applicant> = {}): Applicant => ({
    phoneFamily,
    companions: 0,
    hasHadTheirs: false,
    ...changed
  });

  test.each([
    ['a family with seats left', 'iphone', { iphone: 2 }, {}, 'confirmed'],
    [
      'a family that is full waits, though others have seats',
      'iphone',
      { iphone: 3 },
      {},
      'waiting'
    ],
    [
      'a family without a number has the seats that are left',
      'kantan',
      { iphone: 3 },
      {},
      'confirmed'
    ],
    ['and no more than those', 'unknown', { other: 3 }, {}, 'waiting'],
    [
      'the line of another family holds nobody up',
      'android',
      { iphone: 3 },
      { iphone: 2 },
      'confirmed'
    ],
    ['the own line does', 'iphone', { iphone: 2 }, { iphone: 1 }, 'waiting']
  ] as const)('%s', (_, family, confirmedByPool, waitingByPool, kind) => {
    const sum = (people: ByPool) => Object.values(people).reduce((one, other) => one + other, 0);
    const state = workshop({
      ...{ division, confirmedByPool, waitingByPool },
      ...{ confirmed: sum(confirmedByPool), waiting: sum(waitingByPool) }
    });
    expect(decidePlace(state, whileOpen, applicant(family))).toEqual({ ok: true, value: { kind } });
  });

  test('those who come along need chairs; alone there is always one', () => {
    const state = workshop({ chairsLeft: 1 });
    expect(decidePlace(state, whileOpen, applicant('iphone', { companions: 2 }))).toEqual({
      ok: false,
      error: { type: 'companions-over-chairs', chairs: 1 }
    });
    expect(decidePlace(state, whileOpen, applicant('iphone', { companions: 1 }))).toMatchObject({
      value: { kind: 'confirmed' }
    });
  });

  test('who has had the seats of the year waits although there are seats, as far as the line goes', () => {
    const had = applicant('iphone', { hasHadTheirs: true });
    const state = { seatsPerYear: 2, longestLine: 2 };
    expect(decidePlace(workshop(state), whileOpen, had)).toMatchObject({
      value: { kind: 'waiting' }
    });
    expect(decidePlace(workshop({ ...state, behind: 2 }), whileOpen, had)).toEqual({
      ok: false,
      error: { type: 'had-seats-of-year', seatsPerYear: 2 }
    });
    expect(decidePlace(workshop({ ...state, behind: 2 }), whileOpen)).toMatchObject({
      value: { kind: 'confirmed' }
    });
  });

  test('however many apply with whatever phone, no seat and no family is given out twice', () => {
    const phone = fc.constantFrom<PhoneFamily>('iphone', 'android', 'kantan', 'none', 'unknown');
    const room = fc.record({
      iphone: fc.nat(4),
      android: fc.nat(4),
      rest: fc.nat(4),
      phones: fc.array(phone, { maxLength: 40 })
    });
    fc.assert(
      fc.property(room, ({ iphone, android, rest, phones }) => {
        const kept = { iphone, android };
        const seats = iphone + android + rest;
        const given = { confirmed: {} as ByPool, waiting: {} as ByPool };
        const sum = (people: ByPool) =>
          Object.values(people).reduce((one, other) => one + other, 0);
        for (const phoneFamily of phones) {
          const state = workshop({
            ...{ seats, longestLine: 99, division: kept },
            ...{ confirmedByPool: given.confirmed, waitingByPool: given.waiting },
            ...{ confirmed: sum(given.confirmed), waiting: sum(given.waiting) }
          });
          const place = decidePlace(state, whileOpen, applicant(phoneFamily));
          if (!place.ok || place.value.kind === 'entered') throw new Error('no place');
          const { kind } = place.value;
          given[kind] = addTo(given[kind], poolOf(kept, phoneFamily));
        }
        for (const pool of pools) {
          const wanted = phones.filter((one) => poolOf(kept, one) === pool).length;
          const own = seatsOfPool(kept, seats, pool);
          expect(given.confirmed[pool] ?? 0).toBe(Math.min(wanted, own));
        }
      })
    );
  });
});

describe('availabilityOf', () => {
  test.each([
    ['seats are counted down', { confirmed: 7 }, { kind: 'seats', left: 3 }],
    [
      'people in the line are counted',
      { confirmed: 10, waiting: 2 },
      { kind: 'waiting', inLine: 2 }
    ],
    [
      'a seat that became free is not offered past the line',
      { confirmed: 9, waiting: 2 },
      { kind: 'waiting', inLine: 2 }
    ],
    ['a full line says so', { confirmed: 10, waiting: 5 }, { kind: 'full' }],
    ['a lottery has no seats to count', { selection: 'lottery' }, { kind: 'lottery' }],
    [
      'once it is drawn, whoever comes later stands behind those who were drawn',
      { selection: 'lottery', lottery: { drawnAt: 1 }, confirmed: 9, waiting: 2 },
      { kind: 'waiting', inLine: 2 }
    ],
    [
      'and takes a seat that nobody was drawn for',
      { selection: 'lottery', lottery: { drawnAt: 1 }, confirmed: 7 },
      { kind: 'seats', left: 3 }
    ]
  ] as const)('%s', (_, state, availability) => {
    expect(availabilityOf(workshop(state), whileOpen)).toEqual(availability);
  });
});

describe('placeAfterUndo', () => {
  test.each([
    ['a seat', 'confirmed', false, 'confirmed'],
    ['a place in the line', 'waiting', false, 'waiting'],
    ['an application, before the draw', 'entered', true, 'entered'],
    ['an application, when the draw has gone by', 'entered', false, 'waiting'],
    ['a seat, when lots are to be drawn for it since', 'confirmed', true, 'entered']
  ] as const)('%s', (_, was, mustAwaitDraw, status) => {
    expect(placeAfterUndo(was, mustAwaitDraw)).toBe(status);
  });
});
