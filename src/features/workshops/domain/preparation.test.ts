import { describe, expect, test } from 'vitest';
import { instantOf } from '#shared/time/instant.ts';
import { weatherDecidedAt, whatToBring } from './preparation.ts';

describe('whatToBring', () => {
  test.each([
    ['anybody who reads about a class', 'class', undefined, ['phoneIfAny', 'glasses']],
    ['anybody who reads about a salon', 'salon', undefined, ['phoneIfAny', 'glasses', 'question']],
    ['an applicant with a phone', 'class', 'android', ['receipt', 'phone', 'charger', 'glasses']],
    ['an applicant without one', 'class', 'none', ['receipt', 'glasses']],
    ['an applicant who is not sure', 'class', 'unknown', ['receipt', 'phoneIfAny', 'glasses']]
  ] as const)('%s', (_, kind, phoneFamily, items) => {
    expect(whatToBring(kind, phoneFamily)).toEqual(items);
  });
});

test('the weather is looked at on the morning of the session itself, by the clock in Tokyo', () => {
  expect(weatherDecidedAt(instantOf('2026-12-01', '10:00'), '07:00')).toBe(
    instantOf('2026-12-01', '07:00')
  );
  expect(weatherDecidedAt(instantOf('2026-12-01', '00:30'), '07:00')).toBe(
    instantOf('2026-12-01', '07:00')
  );
});
