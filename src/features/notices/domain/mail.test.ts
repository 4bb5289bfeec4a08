import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, instantOf } from '#shared/time/instant.ts';
import { classOfFailure, giveUpAt, isReminded, nextMailAt, subjectLine } from './mail.ts';

const now = instantOf('2026-12-01', '11:00');

describe('classOfFailure', () => {
  test.each([
    ['no such mailbox', ['EENVELOPE', 'RCPT TO', 550], 'refused'],
    ['the text is refused', ['EMESSAGE', 'DATA', 554], 'refused'],
    ['the mailbox is full for now', ['EENVELOPE', 'RCPT TO', 452], 'busy'],
    ['come again later', ['EMESSAGE', 'DATA', 451], 'busy'],
    ['our sender is refused', ['EENVELOPE', 'MAIL FROM', 553], 'unreachable'],
    ['our password is wrong', ['EAUTH', 'AUTH PLAIN', 535], 'unreachable'],
    ['the server is going down', ['EENVELOPE', 'RCPT TO', 421], 'unreachable'],
    ['nobody listens', ['ESOCKET', 'CONN', undefined], 'unreachable'],
    ['it took too long', ['EABORT', undefined, undefined], 'unreachable'],
    ['the certificate is not known', ['ETLS', 'CONN', undefined], 'unreachable']
  ] as const)('%s', (_, [code, command, responseCode], failure) => {
    expect(classOfFailure({ code, command, responseCode })).toBe(failure);
  });
});

describe('giveUpAt', () => {
  test.each([
    ['a day, when nothing presses', undefined, now + DAY_MS],
    ['a day, when the date is far', now + 7 * DAY_MS, now + DAY_MS],
    ['halfway to a date of this afternoon', now + 3 * HOUR_MS, now + 1.5 * HOUR_MS],
    ['at once for what is past', now - HOUR_MS, now]
  ])('%s', (_, deadline, at) => {
    expect(giveUpAt({ createdAt: now, deadline })).toBe(at);
  });
});

describe('nextMailAt', () => {
  const far = now + DAY_MS;
  test.each([
    ['after two minutes', 1, far, 2 * MINUTE_MS],
    ['then after ten', 2, far, 10 * MINUTE_MS],
    ['at last every eight hours', 7, far, 8 * HOUR_MS],
    ['and again', 99, far, 8 * HOUR_MS],
    ['the moment of giving up is still in time', 1, now + 2 * MINUTE_MS, 2 * MINUTE_MS]
  ])('%s', (_, tries, until, pause) => {
    expect(nextMailAt({ tries, giveUpAt: until, now })).toBe(now + pause);
  });

  test('after that the desk tells it', () => {
    expect(nextMailAt({ tries: 1, giveUpAt: now + MINUTE_MS, now })).toBeNull();
  });

  test('the pauses grow and end within a day', () => {
    let [at, tries] = [now, 0];
    const pauses: number[] = [];
    for (;;) {
      const next = nextMailAt({ tries: (tries += 1), giveUpAt: far, now: at });
      if (next === null) break;
      pauses.push(next - at);
      at = next;
    }
    expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
    expect(at).toBeLessThanOrEqual(far);
    expect(pauses.length).toBeGreaterThan(5);
  });
});

describe('isReminded', () => {
  const date = { startsAt: now + 48 * HOUR_MS, signedUpAt: now - DAY_MS, now };
  test.each([
    ['48 hours before', {}, true],
    ['not earlier', { startsAt: date.startsAt + 1 }, false],
    ['later, when the server was off', { startsAt: now + HOUR_MS }, true],
    ['not when it has begun', { startsAt: now }, false],
    ['who signed up just now was just told', { signedUpAt: now }, false],
    [
      'who signed up yesterday for tomorrow too',
      { startsAt: now + HOUR_MS, signedUpAt: now - DAY_MS },
      false
    ]
  ])('%s', (_, changed, isDue) => {
    const asked = { ...date, ...changed };
    const longAgo = 'signedUpAt' in changed ? asked : { ...asked, signedUpAt: now - 9 * DAY_MS };
    expect(isReminded(longAgo)).toBe(isDue);
  });
});

describe('subjectLine', () => {
  test('a line of a header in a title stays in the subject', () => {
    expect(subjectLine('はじめて\r\nBcc: all@example.jp')).toBe('はじめて Bcc: all@example.jp');
  });
  test('a very long title is cut between letters', () => {
    const cut = subjectLine('𠮷'.repeat(500));
    expect(Array.from(cut)).toHaveLength(70);
    expect(cut).toBe(`${'𠮷'.repeat(69)}…`);
  });
});
