import { describe, expect, test } from 'vitest';
import { decideChange, type StandingWorkshop } from './change.ts';
import type { WorkshopPlan } from './plan.ts';

const first = { startsAt: 1_000, endsAt: 2_000 };
const second = { startsAt: 9_000, endsAt: 9_500 };
const plan: WorkshopPlan = {
  ...{ code: 'C12', kind: 'class', venueId: 'sayama', selection: 'first-come', state: 'open' },
  ...{ titleJa: '', titleEn: '', aboutJa: '', aboutEn: '', bringJa: '', bringEn: '' },
  ...{ seats: 10, roomChairs: 24, longestLine: 5, loanPhones: 0, opensAt: 0, closesAt: 500 },
  sessions: [first]
};
const standing: StandingWorkshop = {
  ...{ state: 'open', venueId: 'sayama', roomId: undefined, selection: 'first-come' },
  ...{ confirmed: 0, waiting: 0, entered: 0, hasBeenHeld: false, lottery: undefined },
  sessions: [{ id: 'a', ...first }]
};

const rules = { priorities: { resident: 'first' } } as const;
const lottery = { drawsAt: 600, rules, drawnAt: undefined };
const byLot = { selection: 'lottery', lottery } as const;

describe('decideChange', () => {
  const none = { move: [], add: [], remove: [] };

  test.each([
    ['words change at any time', { confirmed: 8 }, { titleJa: 'x' }, none],
    [
      'a date moves and keeps its id',
      {},
      { sessions: [second] },
      { ...none, move: [{ id: 'a', ...second }] }
    ],
    [
      'a second date comes in whatever row it stands',
      {},
      { sessions: [second, first] },
      { ...none, add: [second] }
    ],
    [
      'a date goes',
      {
        sessions: [
          { id: 'a', ...first },
          { id: 'b', ...second }
        ]
      },
      {},
      { ...none, remove: ['b'] }
    ],
    ['a draft moves house', { state: 'draft' }, { venueId: 'chuo' }, none],
    [
      'rules change while nobody applied',
      byLot,
      { ...byLot, lottery: { drawsAt: 600, rules: { priorities: {} } } },
      none
    ],
    [
      'words of a lottery change at any time',
      { ...byLot, entered: 9 },
      { ...byLot, titleJa: 'x' },
      none
    ],
    ['seats are drawn after all', {}, byLot, none]
  ] as const)('%s', (_, stands, changed, changes) => {
    const decided = decideChange({ ...standing, ...stands }, { ...plan, ...changed });
    expect(decided).toEqual({ ok: true, value: changes });
  });

  test.each([
    ['a cancelled workshop stays so', { state: 'cancelled' }, {}, 'workshop-cancelled'],
    ['what was public is no draft again', {}, { state: 'draft' }, 'already-published'],
    ['nobody loses a seat', { confirmed: 8 }, { seats: 7 }, 'fewer-seats-than-confirmed'],
    [
      'the day stands for who has a seat',
      { confirmed: 1 },
      { sessions: [second] },
      'people-signed-up'
    ],
    ['and for who waits', { waiting: 1 }, { sessions: [second] }, 'people-signed-up'],
    [
      'and for who is in the draw',
      { ...byLot, entered: 1 },
      { ...byLot, sessions: [second] },
      'people-signed-up'
    ],
    [
      'and the rules of the draw',
      { ...byLot, entered: 1 },
      { ...byLot, lottery: { drawsAt: 600, rules: { ...rules, seatsPerYear: 2 } } },
      'people-signed-up'
    ],
    [
      'and its moment',
      { ...byLot, entered: 1 },
      { ...byLot, lottery: { drawsAt: 700, rules } },
      'people-signed-up'
    ],
    [
      'what was drawn stays, with nobody left too',
      { ...byLot, lottery: { ...lottery, drawnAt: 600 } },
      {},
      'already-drawn'
    ],
    ['and the place', { confirmed: 1 }, { venueId: 'chuo' }, 'people-signed-up'],
    ['and the room', { confirmed: 1 }, { roomId: 'r' }, 'people-signed-up'],
    [
      'and the way places are given',
      { confirmed: 1 },
      { selection: 'lottery' },
      'people-signed-up'
    ],
    [
      'what was held is not planned anew',
      { hasBeenHeld: true },
      { sessions: [second] },
      'people-signed-up'
    ]
  ] as const)('%s', (_, stands, changed, type) => {
    const decided = decideChange({ ...standing, ...stands }, { ...plan, ...changed });
    expect(decided).toEqual({ ok: false, error: { type } });
  });
});
