import { describe, expect, test } from 'vitest';
import { instantOf } from '#shared/time/instant.ts';
import { lastAnnouncedDate, nextTryAt, reminderState, type ReminderCall } from './reminder.ts';

const now = instantOf('2026-12-01', '11:00');
const call = (changed: Partial<ReminderCall>): ReminderCall => ({
  result: 'not-reached',
  calledAt: now,
  nextAt: null,
  ...changed
});

test('the announced week reaches seven days ahead', () => {
  expect(lastAnnouncedDate('2026-12-28')).toBe('2027-01-04');
});

describe('reminderState', () => {
  test.each([
    ['nobody has rung yet', [], 'to-call'],
    ['who was reached is done', [call({ result: 'reached' })], 'done'],
    ['the next try is still to come', [call({ nextAt: now + 1 })], 'later'],
    ['its time has come', [call({ nextAt: now })], 'to-call'],
    ['the last word counts', [call({ nextAt: now }), call({ result: 'wrong-number' })], 'done']
  ] as const)('%s', (_, calls, state) => {
    expect(reminderState(calls, now)).toBe(state);
  });
});

describe('nextTryAt', () => {
  const told = { tries: 1, startsAt: instantOf('2026-12-03', '10:00'), now };

  test.each([
    ['this afternoon', 'afternoon', {}, instantOf('2026-12-01', '14:00')],
    ['tomorrow morning', 'tomorrow-morning', {}, instantOf('2026-12-02', '10:00')],
    ['tomorrow afternoon', 'tomorrow-afternoon', {}, instantOf('2026-12-02', '14:00')],
    [
      'an afternoon that is gone is now',
      'afternoon',
      { now: instantOf('2026-12-01', '16:00') },
      instantOf('2026-12-01', '16:00')
    ],
    ['after three tries nobody rings', 'afternoon', { tries: 3 }, null],
    [
      'not after the beginning',
      'tomorrow-morning',
      { startsAt: instantOf('2026-12-02', '10:00') },
      null
    ]
  ] as const)('%s', (_, choice, changed, at) => {
    expect(nextTryAt(choice, { ...told, ...changed })).toBe(at);
  });
});
