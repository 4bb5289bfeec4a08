import { expect, test } from 'vitest';
import { doorFact, idOf } from '#tests/support/facts.ts';
import { presenceByParticipation } from './presence.ts';
import { rosterView } from './roster-view.ts';
import { walkInEntry, type RosterEntry } from './roster.ts';

const hana = idOf(1000);
const walkIn = {
  kana: 'さとう はな',
  name: '',
  ageBand: '75-84',
  phoneFamily: 'kantan',
  overCapacity: ''
} as const;
const entry = (over: Partial<RosterEntry> = {}): RosterEntry => ({
  ...walkInEntry(hana, walkIn, 1),
  ...{ kind: 'sign-up', place: 'confirmed', ...over }
});
const cameAt = (at: number, over: object = {}, tablet = 'A') =>
  doorFact('attend.checkin', hana, { by: 'kana', late: false, ...over }, { at, tablet });

test.each([
  ['came', [cameAt(1)], 'came'],
  ['left early', [cameAt(1), doorFact('attend.leave', hana, {}, { at: 2 })], 'left'],
  ['did not come', [doorFact('attend.noshow', hana, { told: false }, { at: 1 })], 'absent'],
  ['told us', [doorFact('attend.noshow', hana, { told: true }, { at: 1 })], 'absent-told'],
  [
    'was noted as away and came',
    [doorFact('attend.noshow', hana, { told: true }, { at: 1 }), cameAt(2)],
    'came'
  ]
] as const)('a person who %s', (_, facts, state) => {
  expect(presenceByParticipation(facts).get(hana)?.state).toBe(state);
});

test('an undo takes back exactly one fact: a going home, and not the coming', () => {
  const leave = doorFact('attend.leave', hana, {}, { at: 2 });
  const undo = doorFact('attend.undo', hana, { targetOpId: leave.opId }, { at: 3 });
  const presence = presenceByParticipation([cameAt(1), leave, undo]).get(hana);
  expect(presence).toMatchObject({ state: 'came', leftAt: null, marks: [] });
  expect(presenceByParticipation([leave, cameAt(1)]).get(hana)?.marks).toEqual([
    { opId: leave.opId, type: 'attend.leave', at: 2, deviceName: 'A' }
  ]);
});

test('observers take a chair and no seat; companions are as many as were counted', () => {
  const counted = doorFact('attend.companions', hana, { count: 2 }, { at: 2 });
  const learner = rosterView([entry({ companions: 1 })], [cameAt(1)], new Set());
  expect(learner.counts).toMatchObject({ came: 1, learners: 1, here: 2 });
  expect(
    rosterView([entry({ companions: 1 })], [cameAt(1), counted], new Set()).counts
  ).toMatchObject({ learners: 1, here: 3 });

  const observer = rosterView([entry()], [cameAt(1, { as: 'observer' })], new Set());
  expect(observer.counts).toMatchObject({ came: 0, learners: 0, here: 1 });
  expect(observer.lines[0]?.signs).toContain('observer');
});

test('who cancelled stands off the list, is found there, and comes back onto it flagged', () => {
  const cancelled = entry({ place: 'cancelled' });
  const before = rosterView([cancelled], [], new Set());
  expect([before.lines.length, before.offList.length]).toEqual([0, 1]);

  const after = rosterView([cancelled], [cameAt(1)], new Set());
  expect(after.lines[0]?.signs).toEqual(['came-though-cancelled']);
  expect([after.counts.came, after.offList.length]).toEqual([1, 0]);
});

test('the level told last stands; a wish told on two tablets is one, and taken back by its own undo', () => {
  const level = (at: number, told: 'first' | 'some') =>
    doorFact('attend.level', hana, { level: told }, { at });
  const wish = (at: number, n: number, tablet = 'A') =>
    doorFact('attend.wish', hana, { sessionId: idOf(n) }, { at, tablet });
  const told = [cameAt(1), level(2, 'first'), wish(3, 50), wish(4, 50, 'B'), wish(5, 51)];
  const standing = presenceByParticipation([level(6, 'some'), ...told]).get(hana);
  expect(standing?.level).toBe('some');
  expect(standing?.wishes.map(({ sessionId }) => sessionId)).toEqual([idOf(50), idOf(51)]);

  const undo = doorFact('attend.undo', hana, { targetOpId: idOf(5) }, { at: 7 });
  expect(presenceByParticipation([undo, ...told]).get(hana)?.wishes).toMatchObject([
    { opId: idOf(3), sessionId: idOf(50) }
  ]);
});
