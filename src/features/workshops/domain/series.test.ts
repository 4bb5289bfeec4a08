import { describe, expect, test } from 'vitest';
import type { WhyClosed } from '#features/places/domain/open-days.ts';
import { instantOf } from '#shared/time/instant.ts';
import { occurrencesOf } from './recurrence.ts';
import { checkRhythm, seriesWorkshops, type SeriesPlan } from './series.ts';

const salons: SeriesPlan = {
  template: {
    ...{ kind: 'salon', venueId: 'sayama', selection: 'none', state: 'draft' },
    ...{ titleJa: 'スマホ相談会', titleEn: '', aboutJa: '', aboutEn: '', bringJa: '', bringEn: '' },
    ...{ seats: 8, roomChairs: 20, longestLine: 0, loanPhones: 0 }
  },
  firstCode: 'S8',
  rhythm: { nths: [1], weekday: 2 },
  from: { year: 2026, month: 12 },
  months: 3,
  rule: 'skip',
  grouping: 'each',
  begins: '10:00',
  ends: '12:00',
  signUp: { opensDays: 30, opensTime: '08:30', closesDays: 1, closesTime: '17:00' }
};
const made = (changed: Partial<SeriesPlan> = {}, taken: readonly string[] = []) => {
  const plan = { ...salons, ...changed };
  const occurrences = occurrencesOf({
    ...plan,
    since: '2026-01-01',
    whyNot: (): WhyClosed | undefined => undefined
  });
  return seriesWorkshops(plan, occurrences, new Set(taken));
};

describe('seriesWorkshops', () => {
  test('each date is a workshop with the next free code and its own window', () => {
    const workshops = made({}, ['S9', 'S10']);
    if (!workshops.ok) throw new Error(workshops.error.type);
    expect(workshops.value.map(({ code }) => code)).toEqual(['S8', 'S11', 'S12']);
    expect(workshops.value[1]).toMatchObject({
      titleJa: 'スマホ相談会',
      opensAt: instantOf('2026-12-06', '08:30'),
      closesAt: instantOf('2027-01-04', '17:00'),
      sessions: [
        { startsAt: instantOf('2027-01-05', '10:00'), endsAt: instantOf('2027-01-05', '12:00') }
      ]
    });
  });

  test('a course is one workshop with the dates of its month; sign-up closes before the first', () => {
    const courses = made({ rhythm: { nths: [1, 2, 3], weekday: 2 }, grouping: 'month', months: 2 });
    if (!courses.ok) throw new Error(courses.error.type);
    expect(courses.value.map(({ code, sessions }) => [code, sessions.length])).toEqual([
      ['S8', 3],
      ['S9', 3]
    ]);
    expect(courses.value[0]?.closesAt).toBe(instantOf('2026-11-30', '17:00'));
  });

  test('lots are drawn the stated days before each first date; a draw while people may apply is none', () => {
    const template = { ...salons.template, selection: 'lottery' as const };
    const rules = { priorities: { resident: 'first' as const } };
    const draw = { drawsDays: 5, drawsTime: '10:00', rules };
    const signUp = { ...salons.signUp, closesDays: 7 };
    const workshops = made({ template, draw, signUp });
    if (!workshops.ok) throw new Error(workshops.error.type);
    expect(workshops.value.map(({ lottery }) => lottery)).toEqual([
      { drawsAt: instantOf('2026-11-26', '10:00'), rules },
      { drawsAt: instantOf('2026-12-31', '10:00'), rules },
      { drawsAt: instantOf('2027-01-28', '10:00'), rules }
    ]);
    expect(made({ template, draw })).toMatchObject({
      error: { type: 'draw-before-sign-up-closes' }
    });
    expect(made({ template })).toMatchObject({ error: { type: 'lottery-not-told' } });
  });

  test.each([
    ['nothing is left to hold', { rhythm: { nths: [], weekday: 2 } }, 'no-date-left'],
    ['a code nobody can read out', { firstCode: 'salon' }, 'code-malformed'],
    ['codes run out', { firstCode: 'S9998' }, 'codes-used-up'],
    ['what no single workshop may be', { begins: '12:00' }, 'session-ends-before-it-starts'],
    [
      'sign-up that opens years ahead',
      { signUp: { ...salons.signUp, opensDays: 366 } },
      'number-out-of-range'
    ]
  ] as const)('%s is refused', (_, changed, type) => {
    expect(made(changed)).toEqual({ ok: false, error: { type } });
  });
});

test.each([
  ['a rhythm without a week', { rhythm: { nths: [], weekday: 2 } }, 'no-nth'],
  ['no month', { months: 0 }, 'months-out-of-range'],
  ['three years', { months: 36 }, 'months-out-of-range'],
  ['two years are fine', { months: 24 }, undefined]
] as const)('checkRhythm: %s', (_, changed, type) => {
  expect(checkRhythm({ ...salons, ...changed })?.type).toBe(type);
});
