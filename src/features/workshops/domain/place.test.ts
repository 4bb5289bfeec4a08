import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { availabilityOf, decidePlace, placeAfterUndo, type SignUpState } from './place.ts';

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
