import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR_MS, instantOf } from '#shared/time/instant.ts';
import { answerBy, freeSeats, isAnswerable, whomToAsk, type Waiter } from './waiting-line.ts';

const waiter = (signUpId: string, changed: Partial<Waiter> = {}): Waiter => ({
  signUpId,
  wasAsked: false,
  contactStopped: false,
  ...changed
});

describe('whomToAsk', () => {
  const waiting = [waiter('ana'), waiter('ben'), waiter('cho')];

  test.each([
    ['a full class asks nobody', { confirmed: 2, asked: 0 }, []],
    ['a free seat belongs to the first in the line', { confirmed: 1, asked: 0 }, ['ana']],
    ['a question holds its seat until it is answered', { confirmed: 1, asked: 1 }, []],
    ['two free seats ask two', { confirmed: 0, asked: 0 }, ['ana', 'ben']],
    ['a class that was made smaller asks nobody', { confirmed: 5, asked: 0 }, []]
  ] as const)('%s', (_, changed, asked) => {
    expect(whomToAsk({ seats: 2, waiting, ...changed })).toEqual(asked);
  });

  test('who did not answer is not asked again, and who wants no call is not asked at all', () => {
    const line = [
      waiter('ana', { wasAsked: true }),
      waiter('ben', { contactStopped: true }),
      waiter('cho')
    ];
    expect(whomToAsk({ seats: 2, confirmed: 0, asked: 0, waiting: line })).toEqual(['cho']);
  });

  test('under any interleaving the line is a queue and no seat is promised twice', () => {
    const steps = fc.array(
      fc.record({
        what: fc.constantFrom('apply', 'cancel', 'yes', 'no', 'lapse'),
        who: fc.nat(30)
      }),
      { maxLength: 80 }
    );
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), steps, playLine));
  });
});

type Person = { state: 'confirmed' | 'waiting' | 'asked' | 'lapsed' | 'gone' };

/** The line as the server keeps it: after each step whoever is next is asked. */
function playLine(
  seats: number,
  steps: readonly { readonly what: string; readonly who: number }[]
): void {
  const people: Person[] = [];
  const askedInOrder: number[] = [];
  const count = (state: Person['state']) => people.filter((one) => one.state === state).length;
  const numbers = () => ({ seats, confirmed: count('confirmed'), asked: count('asked') });
  for (const { what, who } of steps) {
    const person = people[who];
    const inLine = count('waiting') + count('asked') + count('lapsed');
    if (what === 'apply') {
      people.push({ state: freeSeats(numbers()) > 0 && inLine === 0 ? 'confirmed' : 'waiting' });
    } else if (what === 'cancel') {
      if (person) person.state = 'gone';
    } else if (person?.state === 'asked') {
      person.state = ({ yes: 'confirmed', no: 'gone', lapse: 'lapsed' } as const)[what as 'yes'];
    }
    const waiting = people.flatMap(({ state }, index) =>
      ['waiting', 'asked', 'lapsed'].includes(state)
        ? [waiter(String(index), { wasAsked: state !== 'waiting' })]
        : []
    );
    for (const id of whomToAsk({ ...numbers(), waiting })) {
      people[Number(id)]!.state = 'asked';
      askedInOrder.push(Number(id));
    }
    expect(count('confirmed') + count('asked')).toBeLessThanOrEqual(seats);
    expect(freeSeats(numbers()) === 0 || count('waiting') === 0).toBe(true);
  }
  expect(askedInOrder).toEqual(askedInOrder.toSorted((one, other) => one - other));
}

describe('answerBy', () => {
  const start = instantOf('2026-12-10', '10:00');

  test.each([
    ['two working days', '2026-12-01', '10:00', '2026-12-03', '17:00'],
    ['Saturday and Sunday are not counted', '2026-11-27', '10:00', '2026-12-01', '17:00'],
    ['the evening before at the latest', '2026-12-08', '10:00', '2026-12-09', '17:00'],
    ['two hours when that is near', '2026-12-09', '16:30', '2026-12-09', '18:30'],
    ['two hours on the day itself', '2026-12-10', '08:00', '2026-12-10', '10:00']
  ])('%s', (_, day, time, byDay, byTime) => {
    expect(answerBy(instantOf(day, time), start)).toBe(instantOf(byDay, byTime));
  });

  test('nobody is asked when it begins within two hours', () => {
    expect(answerBy(start - 2 * HOUR_MS + 1, start)).toBeUndefined();
    expect(answerBy(start + 1, start)).toBeUndefined();
  });

  test('there are always two hours to answer, and the answer comes before the beginning', () => {
    fc.assert(
      fc.property(fc.nat(40 * 24 * 60), (minutes) => {
        const now = start - minutes * 60_000;
        const by = answerBy(now, start);
        if (by === undefined) return;
        expect(by - now).toBeGreaterThanOrEqual(2 * HOUR_MS);
        expect(by).toBeLessThanOrEqual(start);
      })
    );
  });

  test('the deadline itself is too late', () => {
    expect(isAnswerable({ state: 'asked', answerBy: 5 }, 4)).toBe(true);
    expect(isAnswerable({ state: 'asked', answerBy: 5 }, 5)).toBe(false);
    expect(isAnswerable({ state: 'lapsed', answerBy: 5 }, 4)).toBe(false);
  });
});
