import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#shared/time/instant.ts';
import { enrolmentAddress, readEnrolmentCode, spokenCode } from './enrolment-code.ts';
import { readiness, type TabletFacts } from './readiness.ts';
import { isClockWrong, lostFacts } from './tablet.ts';

describe('lostFacts', () => {
  const counted = { highestSeq: 5, toldUnsent: 0, lastSeq: 5, unsent: 0, notedSeq: 5 };

  test.each([
    ['everything was sent', {}, undefined],
    ['three wait', { lastSeq: 8, unsent: 3, notedSeq: 8 }, undefined],
    ['an answer was lost: the server has what still waits', { unsent: 5 }, undefined],
    ['a new device', { highestSeq: 0, lastSeq: 0, notedSeq: null }, undefined],
    ['the note is behind', { lastSeq: 8, unsent: 3, notedSeq: 7 }, undefined],
    ['the storage went back below what was sent', { lastSeq: 2, notedSeq: null }, 0],
    ['and held two then', { lastSeq: 2, notedSeq: null, toldUnsent: 2 }, 2],
    ['the note knows of three more', { notedSeq: 8 }, 3],
    ['one is gone from the outbox', { lastSeq: 8, unsent: 2, notedSeq: 8 }, 1]
  ] as const)('%s', (_, changed, missing) => {
    expect(lostFacts({ ...counted, ...changed })).toBe(missing);
  });
});

test('a clock is wrong from over five minutes, either way', () => {
  expect(isClockWrong(5 * MINUTE_MS)).toBe(false);
  expect(isClockWrong(-5 * MINUTE_MS - 1)).toBe(true);
});

describe('the desk’s code', () => {
  test.each([
    ['as a QR holds it', enrolmentAddress('https://engawa.example.jp', '012345678901')],
    ['as it is written', '0123 4567 8901'],
    ['with full-width digits', '０１２３　４５６７　８９０１'],
    ['with lines between', '0123-4567-8901']
  ])('is read %s', (_, text) => {
    expect(readEnrolmentCode(text)).toBe('012345678901');
  });

  test.each(['', '123', '0123456789012', 'https://example.jp/?enrol=012345678901', 'abc'])(
    'is not in %j',
    (text) => {
      expect(readEnrolmentCode(text)).toBeUndefined();
    }
  );

  test('is shown in three groups', () => {
    expect(spokenCode('012345678901')).toBe('0123 4567 8901');
  });
});

describe('readiness', () => {
  const now = 10 * DAY_MS;
  const facts: TabletFacts = {
    packs: [{ people: 24, lastPulledAt: now - MINUTE_MS }],
    ...{ unsent: 0, storage: 'kept', battery: { level: 0.9, charging: false }, pin: 'set' },
    ...{ isNewestVersion: true, clockOffsetMs: 0, metServerAt: now }
  };

  test('a tablet with everything is ready', () => {
    const { ready, checks } = readiness(facts, now);
    expect(ready).toBe(true);
    expect(new Set(Object.values(checks))).toEqual(new Set(['good']));
  });

  test.each([
    ['no roster', { packs: [] }, 'data'],
    ['a roster that never came whole', { packs: [{ people: 0, lastPulledAt: 0 }] }, 'data'],
    [
      'a roster of two days ago',
      { packs: [{ people: 9, lastPulledAt: now - 2 * DAY_MS }] },
      'synced'
    ],
    ['an empty battery', { battery: { level: 0.1, charging: false } }, 'battery'],
    ['no PIN', { pin: 'not-set' }, 'pin'],
    ['an old version', { isNewestVersion: false }, 'version']
  ] as const)('%s is not ready', (_, changed, name) => {
    const answer = readiness({ ...facts, ...changed }, now);
    expect(answer).toMatchObject({ ready: false, checks: { [name]: 'bad' } });
  });

  test.each([
    ['more than a hundred people', { packs: [{ people: 101, lastPulledAt: now }] }, 'data', 'look'],
    [
      'a roster of this morning',
      { packs: [{ people: 9, lastPulledAt: now - DAY_MS / 4 }] },
      'synced',
      'look'
    ],
    ['something unsent', { unsent: 1 }, 'sent', 'look'],
    ['storage that may go', { storage: 'not-kept' }, 'storage', 'look'],
    ['half a battery', { battery: { level: 0.4, charging: false } }, 'battery', 'look'],
    ['a wrong clock', { clockOffsetMs: 6 * MINUTE_MS }, 'clock', 'look'],
    ['a browser that tells no battery', { battery: undefined }, 'battery', 'untold'],
    ['a version that nobody could ask about', { isNewestVersion: undefined }, 'version', 'untold']
  ] as const)('%s may go, and is told', (_, changed, name, state) => {
    const answer = readiness({ ...facts, ...changed }, now);
    expect(answer).toMatchObject({ ready: true, checks: { [name]: state } });
  });
});
