import { expect, test } from 'vitest';
import { doorFact, idOf } from '#tests/support/facts.ts';
import { roomCall, seatGroups, supportersMissing } from './in-the-room.ts';
import { paperFacts } from './paper-day.ts';
import { rosterView } from './roster-view.ts';
import { walkInEntry, type RosterEntry } from './roster.ts';

const walkIn = {
  kana: '',
  name: '',
  ageBand: 'not-told',
  phoneFamily: 'kantan',
  overCapacity: ''
} as const;
const line = (n: number, over: Partial<RosterEntry> = {}): RosterEntry => ({
  ...walkInEntry(idOf(n), walkIn, n),
  ...{ kind: 'sign-up', place: 'confirmed', ...over }
});
const came = (n: number, at: number) =>
  doorFact('attend.checkin', idOf(n), { by: 'kana', late: false }, { at });
const entries = [
  line(1, { companions: 2 }),
  line(2, { phoneFamily: 'iphone' }),
  line(3, { needs: ['hearing-loop'] }),
  line(4)
];
const facts = [
  ...[came(1, 11), came(2, 12), came(3, 13)],
  doorFact('attend.leave', idOf(2), {}, { at: 14 }),
  doorFact('attend.walkin', idOf(5), { ...walkIn, as: 'observer' }, { at: 15 }),
  doorFact(
    'ticket.take',
    idOf(6),
    { letter: 'A', number: 1, family: 'none', fetch: false },
    { at: 16 }
  )
];
const { lines, counts } = rosterView(entries, facts, new Set());

test('everybody in the room is called: companions and walk-ins too, and nobody who has left', () => {
  const call = roomCall(lines, facts);
  expect(call.lines.map(({ line: { entry } }) => entry.participationId).toSorted()).toEqual([
    ...[idOf(1), idOf(3), idOf(5)]
  ]);
  expect([call.people, counts.here]).toEqual([5, 5]);
  expect(call.tickets.map(({ label }) => label)).toEqual(['A1']);
});

test('learners sit by phone, those who hear little at the front, then by level; observers take no table', () => {
  const told = doorFact('attend.level', idOf(4), { level: 'first' }, { at: 22 });
  const known = [...entries, line(8, { knownLevel: 'daily' }), line(9, { knownLevel: 'daily' })];
  const corrected = doorFact('attend.level', idOf(9), { level: 'first' }, { at: 23 });
  const arrived = [came(4, 18), came(8, 19), came(9, 20), told, corrected];
  const room = rosterView(known, [...facts, ...arrived], new Set());
  expect(
    seatGroups(room.lines).map(({ queue, front, others }) => [
      queue,
      front.length,
      others.map(({ level, lines }) => [level, lines.map(({ entry }) => entry.number)])
    ])
  ).toEqual([
    [
      'kantan',
      1,
      [
        ['first', [4, 9]],
        ['daily', [8]],
        ['not-asked', [1]]
      ]
    ]
  ]);
});

test.each([
  [0, 0, 0],
  [4, 1, 0],
  [5, 1, 1],
  [15, 2, 2]
])('%i learners and %i supporters: %i missing', (learners, supporters, missing) => {
  expect(supportersMissing(learners, supporters)).toBe(missing);
});

test('a day of paper: all came except those named, and whoever is marked already is left alone', () => {
  const waiting = [...entries, line(7), line(8), line(9, { place: 'waiting' })];
  const day = rosterView(waiting, [came(1, 11), came(2, 12), came(3, 13)], new Set());
  const exceptions = new Map([
    [idOf(7), 'absent-told'],
    [idOf(8), 'open']
  ] as const);
  expect(paperFacts(day.lines, exceptions)).toEqual([
    {
      participationId: idOf(4),
      type: 'attend.checkin',
      payload: { by: 'paper', late: false }
    },
    { participationId: idOf(7), type: 'attend.noshow', payload: { told: true } }
  ]);
});
