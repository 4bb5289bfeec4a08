import { describe, expect, test } from 'vitest';
import { instantOf } from '#shared/time/instant.ts';
import { classPlan, whileOpen } from '#tests/support/workshops.ts';
import {
  afterAnswer,
  forgetAt,
  freshEntries,
  screenAfter,
  stepBack,
  toBeSent,
  withEntries,
  workshopsToApplyFor,
  type Entries,
  type KeptApplication
} from './kept-application.ts';
import type { WorkshopView } from './workshop-view.ts';

const key = 'a'.repeat(32);
const workshop: WorkshopView = {
  ...{ id: 'w', code: 'C12', kind: 'class', state: 'open', selection: 'first-come' },
  ...{ opensAt: classPlan.opensAt, closesAt: classPlan.closesAt },
  ...{ seats: 10, longestLine: 5, confirmed: 0, waiting: 0 },
  title: { ja: '教室', en: 'Class' },
  about: { ja: '', en: '' },
  bring: { ja: '', en: '' },
  ...{ venueId: 'sayama', roomId: undefined, host: 'city', hostName: '', phoneQuotas: {} },
  loanPhones: 4,
  sessions: [{ id: 's', state: 'planned', ...classPlan.sessions[0]! }]
};
const answers: Entries = [
  ['key', key],
  ['kana', 'さとう はな'],
  ['phone', '09012345678'],
  ['ageBand', '75-84'],
  ['phoneFamily', 'android'],
  ['loanPhone', 'no'],
  ['companions', '0'],
  ['needs', 'wheelchair'],
  ['needs', 'calm-seat'],
  ['way', 'phone']
];
const sent: Entries = [...answers, ['step', 'summary'], ['go', 'send']];
const kept: KeptApplication = {
  ...{ key, code: 'C12', language: 'ja', entries: freshEntries(key), state: 'typing' },
  keptAt: whileOpen,
  forgetAt: forgetAt(workshop, whileOpen)
};

describe('a form without a network', () => {
  test('begins with the first question, without a complaint', () => {
    expect(screenAfter(freshEntries(key), workshop)).toEqual({
      ...{ kind: 'step', step: 'name', errors: {}, fromSummary: false }
    });
  });

  test('asks by the same rules: what cannot be read keeps its screen', () => {
    const entries: Entries = [...freshEntries(key).slice(0, 2), ['go', 'next'], ['kana', 'Hana']];
    expect(screenAfter(entries, workshop)).toMatchObject({
      ...{ step: 'name', errors: { kana: 'kanaNotKana' } }
    });
  });

  test('is to be sent once everything is answered and the person said so', () => {
    expect(withEntries(kept, answers.concat([['step', 'way']]), workshop).state).toBe('typing');
    expect(withEntries(kept, sent, workshop)).toMatchObject({ state: 'waiting', entries: sent });
  });

  test('is never taken as whole while it is not known what the class asks', () => {
    expect(withEntries(kept, sent, undefined).state).toBe('typing');
  });

  test('goes back from the question that is shown, with every answer', () => {
    const atAge: Entries = [...answers, ['step', 'phone'], ['go', 'next']];
    const before = stepBack(atAge, workshop);
    expect(screenAfter(before, workshop)).toMatchObject({ kind: 'step', step: 'phone' });
    expect(before.filter(([name]) => name === 'needs')).toHaveLength(2);
    const changed: Entries = [...answers, ['step', 'summary'], ['go', 'change-age']];
    expect(screenAfter(stepBack(changed, workshop), workshop)).toEqual({ kind: 'summary' });
  });

  test('is malformed when it is no form of ours', () => {
    expect(screenAfter([['key', 'x']], workshop)).toEqual({ kind: 'malformed' });
  });
});

describe('the server’s answer', () => {
  const waiting = withEntries(kept, sent, workshop);

  test('taken: nothing is left on the device', () => {
    expect(afterAnswer(waiting, { kind: 'taken' })).toBeUndefined();
  });

  test.each([
    { kind: 'refused', reason: 'waiting-line-full' },
    { kind: 'other-person' },
    { kind: 'step', step: 'loan', errors: { loanPhone: 'loanPhoneNotChosen' } },
    { kind: 'malformed' }
  ] as const)('$kind: every answer stays until the person decides', (answer) => {
    expect(afterAnswer(waiting, answer)).toEqual({ ...waiting, state: 'answered', answer });
  });

  test('too many from one place: it goes on waiting', () => {
    const answer = { kind: 'refused', reason: 'too-many-applications' } as const;
    expect(afterAnswer(waiting, answer)).toEqual(waiting);
  });

  test('sent again, or written anew, it forgets the answer', () => {
    const asked = afterAnswer(waiting, { kind: 'other-person' })!;
    expect(toBeSent(asked)).toEqual(waiting);
    const other = sent.map(([name, value]) => [name, name === 'key' ? 'b'.repeat(32) : value]);
    expect(withEntries(asked, other as unknown as Entries, workshop)).toMatchObject({
      ...{ key: 'b'.repeat(32), state: 'waiting' }
    });
    expect(withEntries(asked, sent, workshop)).not.toHaveProperty('answer');
  });
});

describe('what a device knows and keeps', () => {
  const takenAt = whileOpen;
  const offered = (changed: Partial<WorkshopView>, now = whileOpen) =>
    workshopsToApplyFor({ takenAt, workshops: [{ ...workshop, ...changed }], places: [] }, now)
      .workshops.length;

  test.each([
    ['a class with seats', {}, 1],
    [
      'a class that looks full: the server counts when it is sent',
      { confirmed: 10, waiting: 5 },
      1
    ],
    ['a class without reservation', { selection: 'none' }, 0],
    ['a class that was called off', { state: 'cancelled' }, 0],
    ['a class that is not open yet', { opensAt: whileOpen + 1 }, 0],
    ['a class that is closed', { closesAt: whileOpen }, 0]
  ] as const)('%s', (_, changed, count) => {
    expect(offered(changed)).toBe(count);
  });

  test('an application is removed a week after its class closed', () => {
    expect(forgetAt(workshop, whileOpen)).toBe(instantOf('2026-12-07', '17:00'));
    expect(forgetAt(undefined, whileOpen)).toBe(instantOf('2026-11-17', '10:00'));
  });
});
