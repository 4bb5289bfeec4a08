import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { AssistRecord, AssistWithdraw } from './record.ts';

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
    ['one handed over', { outcome: 'handed-over', handedTo: 'office' }]
  ])('%s is read', (_, change) => {
    expect(isRecord({ ...record, ...change })).toBe(true);
  });

  test.each([
    ['a free number of minutes', { minutes: 20 }],
    ['no topic', { topics: [] }],
    ['a topic twice', { topics: ['line', 'line'] }],
    ['a topic for the desk only', { topics: ['bank'] }],
    ['a story', { note: 'よく話しました' }],
    ['a hand-over to nobody', { outcome: 'handed-over' }],
    ['a hand-over that was none', { handedTo: 'office' }],
    ['a match by name', { matchId: '佐藤' }]
  ])('%s is refused', (_, change) => {
    expect(isRecord({ ...record, ...change })).toBe(false);
  });

  test('a withdrawal names one record', () => {
    expect(v.is(AssistWithdraw, { targetOpId: id })).toBe(true);
    expect(v.is(AssistWithdraw, {})).toBe(false);
  });
});
