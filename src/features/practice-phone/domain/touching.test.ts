import { describe, expect, test } from 'vitest';
import { tap } from '#tests/support/play-scenario.ts';
import { walkScenario } from '#tests/support/walk-scenario.ts';
import { stepPhone } from './phone.ts';
import { type Input, startPhone } from './phone-state.ts';
import type { Scenario } from './scenario.ts';
import type { Screen, ScreenInput } from './screen.ts';

const words = { ja: 'あ', en: 'a' };
const happened = { happened: words };

/** One screen with this input; the mark `goal` ends it. */
function scenarioWith(input: ScreenInput, rest: Partial<Screen> = {}): Scenario {
  return {
    slug: '9-9',
    title: words,
    task: words,
    done: words,
    first: 'a',
    home: 'a',
    goal: { kind: 'marks', marks: ['goal'], is: 'good', atLeast: 1 },
    screens: { a: { app: 'page', title: words, places: [], hints: [], input, ...rest } }
  };
}

function moving(gesture: 'up-down' | 'left-right' | 'pinch'): Scenario {
  return scenarioWith(
    {
      kind: 'move',
      gesture,
      mark: 'at',
      values: ['one', 'two', 'three'],
      more: words,
      less: words,
      turns: [
        {
          outcome: 'right',
          when: [{ mark: 'at', is: 'three' }],
          marks: { goal: 'good' },
          answer: happened
        }
      ]
    },
    { hints: [{ place: 'move-more', where: words }] }
  );
}

/** One finger from its place by so many pixels, and up again. */
function drag(dx: number, dy: number, at: number): Input[] {
  return [
    { type: 'press', place: 'move', x: 100, y: 100, at, pointers: 1 },
    { type: 'slide', x: 100 + dx, y: 100 + dy, at: at + 100 },
    { type: 'release', at: at + 200 }
  ];
}

function spread(first: number, now: number, at: number): Input[] {
  return [
    { type: 'press', place: 'move', x: 100, y: 100, at, pointers: 1 },
    { type: 'press', x: 100 + first, y: 100, at: at + 20, pointers: 2, spreadPx: first },
    { type: 'slide', x: 90, y: 100, at: at + 100, spreadPx: now },
    { type: 'release', at: at + 200 }
  ];
}

function after(
  scenario: Scenario,
  inputs: readonly Input[],
  face: 'android' | 'kantan' = 'android'
) {
  return inputs.reduce(
    (state, input) => stepPhone(scenario, state, input).state,
    startPhone(scenario, face)
  );
}

describe('what moves under the finger', () => {
  test.each([
    ['a page goes on when it is pulled up', 'up-down', drag(0, -60, 0), 'two'],
    ['a handle goes on when it is pulled right', 'left-right', drag(60, 0, 0), 'two'],
    ['two fingers apart make it larger', 'pinch', spread(80, 140, 0), 'two'],
    ['the button does the same', 'up-down', tap('move-more', 0), 'two'],
    ['twice is two steps', 'left-right', [...drag(60, 0, 0), ...drag(60, 0, 1000)], 'three'],
    ['and back', 'pinch', [...spread(80, 140, 0), ...spread(140, 80, 1000)], 'one']
  ] as const)('%s', (_, gesture, inputs, at) => {
    expect(after(moving(gesture), inputs).marks['at']).toBe(at);
  });

  test.each([
    ['a touch without moving is told how', 'left-right', tap('move', 0), 'not-moved'],
    ['so is a small slip', 'up-down', drag(0, -30, 0), 'not-moved'],
    ['and one finger where two are needed', 'pinch', drag(80, 0, 0), 'not-moved'],
    ['the beginning is said to be the end', 'up-down', drag(0, 60, 0), 'at-end']
  ] as const)('%s', (_, gesture, inputs, said) => {
    const state = after(moving(gesture), inputs);
    expect(state.said?.kind).toBe(said);
    expect(state.marks['at']).toBeUndefined();
  });

  test('a value may be the goal, and every state leads there', () => {
    expect(after(moving('up-down'), [...drag(0, -50, 0), ...drag(0, -50, 1000)]).done).toBe(true);
    expect(walkScenario(moving('pinch'), 'iphone').troubles).toEqual([]);
  });
});

describe('a long press', () => {
  const scenario = scenarioWith(
    {
      kind: 'line',
      label: words,
      accepts: ['x'],
      right: [{ outcome: 'way' }],
      wrong: [{ outcome: 'way' }]
    },
    {
      places: [
        {
          id: 'icon',
          label: words,
          look: 'app',
          turns: [{ outcome: 'way', marks: { was: 'tap' } }],
          held: [{ outcome: 'way', marks: { was: 'long' } }]
        }
      ]
    }
  );

  test.each([
    ['a touch is a touch', 'android', 120, 'tap'],
    ['longer than 0.4 s is a long press', 'android', 450, 'long'],
    ['a firm screen gives a whole second', 'kantan', 900, 'tap']
  ] as const)('%s', (_, face, ms, was) => {
    expect(after(scenario, tap('icon', 0, ms), face).marks['was']).toBe(was);
  });

  test('a key or switch has no length', () => {
    const press: Input = {
      type: 'press',
      place: 'icon',
      x: 0,
      y: 0,
      at: 0,
      pointers: 1,
      byKey: true
    };
    expect(after(scenario, [press, { type: 'release', at: 5000 }]).marks['was']).toBe('tap');
  });
});

describe('drawn keys', () => {
  const pin = scenarioWith(
    {
      kind: 'keys',
      board: 'digits',
      secret: true,
      label: words,
      accepts: ['12'],
      right: [{ outcome: 'right', marks: { goal: 'good' }, answer: happened }],
      wrong: [
        {
          outcome: 'wrong',
          when: [{ mark: 'tries', is: '1' }],
          marks: { tries: '2' },
          answer: { ...happened, todo: words }
        },
        { outcome: 'wrong', marks: { tries: '1' }, answer: { ...happened, todo: words } }
      ]
    },
    { hints: [{ place: 'keys', where: words }] }
  );
  const touch = (...keys: string[]) => keys.flatMap((key, n) => tap(`key-${key}`, n * 600));

  test('a number is right, or wrong for the first and second time, and a wrong one is taken away', () => {
    expect(after(pin, touch('1', '2', 'done')).done).toBe(true);
    expect(after(pin, touch('1', '3', 'done'))).toMatchObject({
      marks: { tries: '1' },
      typed: { text: '' }
    });
    expect(after(pin, touch('1', 'done', '2', 'done')).marks['tries']).toBe('2');
  });

  test('the same key at once is meant, its bounce is not', () => {
    const twice = (ms: number) => [...tap('key-1', 0, 50), ...tap('key-1', 50 + ms, 50)];
    expect(after(pin, twice(200)).typed.text).toBe('11');
    expect(after(pin, twice(40)).typed.text).toBe('1');
  });

  test('every state leads to the goal, key by key', () => {
    expect(walkScenario(pin, 'android').troubles).toEqual([]);
  });
});
