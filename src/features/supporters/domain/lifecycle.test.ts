import { describe, expect, test } from 'vitest';
import { decideApproval, promiseUntil, standingOf, stateAfterCheck } from './lifecycle.ts';
import { passportOf } from './passport.ts';
import { nextPromise } from './promise.ts';

const checked = {
  state: 'checked',
  certificateSeen: true,
  identitySeen: true,
  approvedBy: []
} as const;

describe('letting somebody in', () => {
  test.each([
    ['nothing seen', false, false, 'applied'],
    ['the certificate alone', true, false, 'applied'],
    ['the identity alone', false, true, 'applied'],
    ['both', true, true, 'checked']
  ] as const)('%s', (_, certificateSeen, identitySeen, state) => {
    const checks = { ...checked, state: 'applied', certificateSeen, identitySeen } as const;
    expect(stateAfterCheck(checks)).toBe(state);
  });

  const by = (actor: string) => ({ actor, applicant: 'self' });

  test.each([
    ['the first yes is not enough', checked, 'one', { ok: true, value: { complete: false } }],
    [
      'the second, by another, lets in',
      { ...checked, approvedBy: ['one'] },
      'two',
      { ok: true, value: { complete: true } }
    ],
    [
      'the same person counts once',
      { ...checked, approvedBy: ['one'] },
      'one',
      { ok: false, error: { type: 'already-approved' } }
    ],
    [
      'nothing before both checks',
      { ...checked, state: 'applied' },
      'one',
      { ok: false, error: { type: 'not-checked' } }
    ],
    ['nobody approves themselves', checked, 'self', { ok: false, error: { type: 'asked-oneself' } }]
  ] as const)('%s', (_, checks, actor, decision) => {
    expect(decideApproval(checks, by(actor))).toEqual(decision);
  });
});

describe('the yearly promise', () => {
  test.each([
    ['2026-12-01', '2027-11-30'],
    ['2027-03-01', '2028-02-29'],
    ['2028-02-29', '2029-02-28'],
    ['2027-01-01', '2027-12-31']
  ])('agreed on %s it stands until %s', (on, until) => {
    expect(promiseUntil(on)).toBe(until);
  });

  const active = { state: 'active', restReason: null, promiseUntil: '2026-12-01' } as const;

  test.each([
    ['the last day counts', active, '2026-12-01', 'active'],
    ['the day after does not', active, '2026-12-02', 'to-promise'],
    ['nobody begins without it', { ...active, promiseUntil: null }, '2026-12-01', 'to-promise'],
    [
      'a wished rest is one, agreed or not',
      { ...active, state: 'resting', restReason: 'own-wish' },
      '2027-01-01',
      'resting'
    ],
    ['a suspension is above all', { ...active, state: 'suspended' }, '2027-01-01', 'suspended']
  ] as const)('%s', (_, supporter, today, standing) => {
    expect(standingOf(supporter, today)).toBe(standing);
  });

  const newest = { version: 3, ja: ['一', '二'], en: ['one', 'two'] };

  test.each([
    ['a changed line', '一\n三', 'one\nthree', { ok: true, value: { version: 4 } }],
    [
      'empty lines left out',
      '\n一\n\n三 ',
      'one\nthree',
      { ok: true, value: { ja: ['一', '三'] } }
    ],
    ['the same again', '一\n二', 'one\ntwo', { ok: false, error: { type: 'same-text' } }],
    ['nothing', ' ', 'one', { ok: false, error: { type: 'empty' } }],
    ['a line left untranslated', '一\n三', 'one', { ok: false, error: { type: 'lines-differ' } }]
  ])('%s', (_, ja, en, answer) => {
    expect(nextPromise(newest, { from: 3, ja, en })).toMatchObject(answer);
  });

  test('a text that somebody else changed first is not written over', () => {
    expect(nextPromise(newest, { from: 2, ja: '三', en: 'three' })).toEqual({
      ok: false,
      error: { type: 'changed-meanwhile' }
    });
  });
});

test('a passport adds up minutes, meetings and topics, the most frequent first', () => {
  const records = [
    { minutes: 30, topics: ['map'] },
    { minutes: 45, topics: ['line', 'map'] },
    { minutes: 15, topics: [] }
  ];
  expect(passportOf(records)).toEqual({
    meetings: 3,
    minutes: 90,
    topics: [
      { topic: 'map', count: 2 },
      { topic: 'line', count: 1 }
    ]
  });
});
