import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attendanceFigure, median, requestFigure, topicFigure } from './figures.ts';
import { fiscalYearPeriod, periodOf } from './period.ts';
import { hideSmall, SMALLEST_SHOWN } from './small-numbers.ts';

describe('periods end today', () => {
  test.each([
    ['today', '2026-12-01', '2026-12-01'],
    ['month', '2026-12-01', '2026-12-01'],
    ['month', '2026-12-31', '2026-12-01'],
    ['fiscal-year', '2026-12-01', '2026-04-01'],
    ['fiscal-year', '2027-03-31', '2026-04-01'],
    ['fiscal-year', '2027-04-01', '2027-04-01']
  ] as const)('%s on %s begins on %s', (name, today, from) => {
    expect(periodOf(name, today)).toEqual({ from, to: today });
  });

  test('a fiscal year ends on the last of March', () => {
    expect(fiscalYearPeriod(2026)).toEqual({ from: '2026-04-01', to: '2027-03-31' });
  });
});

describe('who counts as a no-show', () => {
  const line = {
    kind: 'sign-up',
    place: 'confirmed',
    attendance: 'expected',
    isOver: true
  } as const;

  test.each([
    ['a seat kept for somebody nobody marked, once it is over', {}, 1],
    ['a seat marked absent while it still runs', { attendance: 'absent', isOver: false }, 1],
    ['somebody still expected', { isOver: false }, 0],
    ['somebody who said so', { attendance: 'absent-told' }, 0],
    ['somebody in the waiting line', { place: 'waiting' }, 0],
    ['somebody who cancelled', { place: 'cancelled' }, 0],
    ['somebody who came', { attendance: 'came' }, 0]
  ] as const)('%s', (_, told, noShow) => {
    expect(attendanceFigure([{ ...line, ...told, count: 1 }]).noShow).toBe(noShow);
  });
});

describe('small numbers', () => {
  test.each([
    ['nobody is shown as 0', [0, 12], [0, 12], true],
    ['two small parts cover each other', [1, 4, 9], ['few', 'few', 9], true],
    ['one small part takes the smallest other with it', [2, 30, 8], ['few', 30, 'few'], true],
    ['one small part alone hides the total too', [3, 0], ['few', 0], false],
    ['five is shown', [5, 6], [5, 6], true]
  ] as const)('%s', (_, counts, shown, totalIsSafe) => {
    expect(hideSmall(counts)).toEqual({ shown, totalIsSafe });
  });

  test('what is shown never gives a part of 1 to 4 away', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 8 }), (counts) => {
        const { shown, totalIsSafe } = hideSmall(counts);
        for (const [index, count] of counts.entries()) {
          if (count > 0 && count < SMALLEST_SHOWN) expect(shown[index]).toBe('few');
          else if (shown[index] !== 'few') expect(shown[index]).toBe(count);
        }
        const hidden = shown.filter((count) => count === 'few').length;
        if (totalIsSafe) expect(hidden).not.toBe(1);
      })
    );
  });
});

describe('minutes by topic', () => {
  test('a meeting with two topics gives half of its minutes to each', () => {
    const groups = [
      { topic: 'line', topicsInMeeting: 1, meetings: 5, minutes: 150 },
      { topic: 'line', topicsInMeeting: 2, meetings: 5, minutes: 100 },
      { topic: 'camera-photos', topicsInMeeting: 2, meetings: 5, minutes: 100 }
    ];
    expect(topicFigure(groups).topics).toEqual([
      { topic: 'line', meetings: 10, minutes: 200 },
      { topic: 'camera-photos', meetings: 5, minutes: 50 }
    ]);
  });

  test('hidden rows stand last and by name, so that their place tells nothing', () => {
    const one = (topic: string, meetings: number, minutes: number) => ({
      topic,
      topicsInMeeting: 1,
      meetings,
      minutes
    });
    const { topics } = topicFigure([one('line', 9, 90), one('map', 1, 500), one('apps', 2, 400)]);
    expect(topics).toEqual([
      { topic: 'line', meetings: 9, minutes: 90 },
      { topic: 'apps', meetings: 'few', minutes: 'few' },
      { topic: 'map', meetings: 'few', minutes: 'few' }
    ]);
  });
});

describe('how long people wait for an answer', () => {
  const asked = { state: 'received', createdAt: 1000, seenAt: null, matchedAt: null } as const;

  test('a meeting counts from when it was fixed, another end from when the desk looked', () => {
    expect(
      requestFigure([
        asked,
        { ...asked, state: 'matched', seenAt: 1100, matchedAt: 1400 },
        { ...asked, state: 'declined', seenAt: 1200 },
        { ...asked, state: 'withdrawn', seenAt: 1300 }
      ])
    ).toEqual({ asked: 4, open: 1, answered: 2, medianAnswerMs: 300 });
  });

  test('nobody answered: there is no median', () => {
    expect(requestFigure([asked]).medianAnswerMs).toBeUndefined();
  });

  test('the median is the middle, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (values) => {
        const middle = median(values) ?? -1;
        expect(values.filter((value) => value < middle).length * 2).toBeLessThanOrEqual(
          values.length
        );
        expect(values.filter((value) => value > middle).length * 2).toBeLessThanOrEqual(
          values.length
        );
      })
    );
  });
});
