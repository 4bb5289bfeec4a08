import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { AssistWithdraw } from './operation.ts';
import { AssistRecord, noteGoneOn } from './record.ts';

const id = '0197f5b0-0000-7000-8000-000000000001';
const record = {
  matchId: id,
  minutes: 30,
  topics: ['line'],
  phoneFamily: 'android',
  before: 'not-yet',
  after: 'with-help',
  operated: 'self',
  outcome: 'done'
};
const isRecord = (value: unknown) => v.is(AssistRecord, value);

describe('the payload of a record', () => {
  test.each([
    ['a meeting', {}],
    ['help nobody had asked for ahead', { matchId: null }],
    ['one handed over', { outcome: 'handed-over', handedTo: 'office' }],
    ['an anonymous one', { matchId: null, helped: 'anonymous' }],
    ['a group', { matchId: null, helped: 'group', people: 5 }],
    ['ticked promises', { promises: ['no-money', 'in-public'] }],
    ['an ordinary note', { note: '2026年に買ったスマホ。3,980円のプランの話は10時まで' }],
    ['one who may be asked again', { askAgain: 'post' }]
  ])('%s is read', (_, change) => {
    expect(isRecord({ ...record, ...change })).toBe(true);
  });

  test.each([
    ['a free number of minutes', { minutes: 20 }],
    ['no topic', { topics: [] }],
    ['a topic twice', { topics: ['line', 'line'] }],
    ['a topic for the desk only', { topics: ['bank'] }],
    ['a field of its own', { story: 'よく話しました' }],
    ['a note with a number', { note: '090-1234-5678 に電話' }],
    ['a note with a PIN', { note: '暗証番号は１２３４' }],
    ['a note that invites elsewhere', { note: '次は喫茶店で会いましょうと、喫茶店で会いたい' }],
    ['an empty note', { note: ' ' }],
    ['a long note', { note: 'あ'.repeat(201) }],
    ['a group of one', { helped: 'group', people: 1 }],
    ['one person who are five', { people: 5 }],
    ['a promise twice', { promises: ['no-pin', 'no-pin'] }],
    ['asking somebody nobody knows', { matchId: null, askAgain: 'post' }],
    ['a hand-over to nobody', { outcome: 'handed-over' }],
    ['a hand-over that was none', { handedTo: 'office' }],
    ['a match by name', { matchId: '佐藤' }]
  ])('%s is refused', (_, change) => {
    expect(isRecord({ ...record, ...change })).toBe(false);
  });

  test('what an older version left out has its usual value', () => {
    expect(v.parse(AssistRecord, record)).toMatchObject({
      helped: 'person',
      people: 1,
      promises: []
    });
  });

  test('a note is gone after ninety days', () => {
    expect(noteGoneOn('2026-12-01')).toBe('2027-03-01');
  });

  test('a withdrawal names one record', () => {
    expect(v.is(AssistWithdraw, { targetOpId: id })).toBe(true);
    expect(v.is(AssistWithdraw, {})).toBe(false);
  });
});
