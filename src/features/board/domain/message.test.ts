import { describe, expect, test } from 'vitest';
import { decideMessage, decideSettling, takesMessages } from './message.ts';

describe('words about a meeting', () => {
  test.each([
    ['one touch is enough', { kind: 'late', text: '' }, { kind: 'late', text: null }],
    [
      'a line is kept with it, and times pass',
      { kind: 'late', text: ' 10時15分に  着きます ' },
      { kind: 'late', text: '10時15分に 着きます' }
    ]
  ] as const)('%s', (_, typed, value) => {
    expect(decideMessage(typed)).toEqual({ ok: true, value });
  });

  test.each([
    ['nothing was touched', { kind: undefined, text: 'はい' }, 'kind-missing'],
    ['other words need words', { kind: 'other', text: ' ' }, 'text-missing'],
    ['a long line', { kind: 'other', text: 'あ'.repeat(81) }, 'text-too-long'],
    ['a number', { kind: 'late', text: '090-1234-5678に' }, 'guard-phone'],
    ['another place', { kind: 'other', text: '駅前で会いましょう、待ち合わせ' }, 'guard-meeting']
  ] as const)('%s is stopped', (_, typed, type) => {
    expect(decideMessage(typed)).toEqual({ ok: false, error: { type } });
  });

  test.each([
    ['confirmed', 9, true],
    ['confirmed', 10, false],
    ['cancelled', 9, false],
    ['done', 9, false]
  ] as const)('a %s meeting takes words at %i of 10: %s', (state, now, expected) => {
    expect(takesMessages({ state, endsAt: 10 }, now)).toBe(expected);
  });
});

describe('what the desk does with them', () => {
  const message = {
    how: 'pass-on',
    answer: '',
    from: 'supporter',
    isNameless: false,
    meeting: 'confirmed'
  } as const;

  test.each([
    ['passed on', {}, { state: 'passed-on', answer: null }],
    [
      'passed on, with a word back',
      { answer: '伝えました' },
      { state: 'passed-on', answer: '伝えました' }
    ],
    ['answered', { how: 'answer', answer: 'はい' }, { state: 'answered', answer: 'はい' }],
    [
      'noted, and then no word goes back',
      { how: 'note', answer: 'はい' },
      { state: 'noted', answer: null }
    ],
    [
      'a nameless person’s word goes to the supporter',
      { from: 'person', isNameless: true },
      { state: 'passed-on', answer: null }
    ]
  ] as const)('%s', (_, change, value) => {
    expect(decideSettling({ ...message, ...change })).toEqual({ ok: true, value });
  });

  test.each([
    ['an answer without words', { how: 'answer' }, 'answer-missing'],
    ['a number in the answer', { answer: '090-1234-5678' }, 'guard-phone'],
    ['nobody to tell', { isNameless: true }, 'nobody-to-tell'],
    ['the other side of a meeting that is off', { meeting: 'cancelled' }, 'meeting-gone']
  ] as const)('%s is refused', (_, change, type) => {
    expect(decideSettling({ ...message, ...change })).toEqual({ ok: false, error: { type } });
  });
});
