import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { play, tap } from '#tests/support/play-scenario.ts';
import coachScenario from '../scenarios/0-1.ts';
import qrScenario from '../scenarios/2-7.ts';
import inboxScenario from '../scenarios/4-2.ts';
import mazeScenario from '../scenarios/0-5.ts';
import { type Face, faces, fingerRules, judgeFinger } from './finger.ts';
import { progressOf } from './answering.ts';
import { glowingPlace, placesOf, stepPhone, wordsDue } from './phone.ts';
import { type Input, startPhone } from './phone-state.ts';

const scenarios = [coachScenario, qrScenario, inboxScenario];

const slide = (x: number): Input => ({ type: 'slide', x: 50 + x, y: 50, at: 50 });
const [press, release] = tap('circle', 0) as [Input, Input];

describe('the finger coach', () => {
  test.each<[string, Face, Input[], string]>([
    ['a plain tap is good', 'android', tap('circle', 0, 120), 'good'],
    ['0.4 s is still a tap', 'android', tap('circle', 0, 400), 'good'],
    ['longer than 0.4 s is long', 'android', tap('circle', 0, 401), 'long'],
    ['an iPhone waits 0.5 s', 'iphone', tap('circle', 0, 500), 'good'],
    ['longer than 0.5 s is long there', 'iphone', tap('circle', 0, 501), 'long'],
    ['a firm screen passes over a brush', 'kantan', tap('circle', 0, 89), 'light'],
    ['a firm touch arrives', 'kantan', tap('circle', 0, 90), 'good'],
    ['and may last a second', 'kantan', tap('circle', 0, 1000), 'good'],
    ['but not more', 'kantan', tap('circle', 0, 1001), 'long'],
    ['a slip of 20 px is forgiven', 'android', [press, slide(20), release], 'good'],
    ['more is a slip', 'android', [press, slide(21), release], 'slip'],
    ['there and back is a slip too', 'android', [press, slide(30), slide(0), release], 'slip'],
    [
      'two fingers are told apart',
      'android',
      [press, { ...press, pointers: 2 } as Input, release],
      'second-finger'
    ],
    ['beside the circle', 'android', tap(undefined, 0), 'beside'],
    [
      'again within half a second',
      'android',
      [...tap('circle', 0), ...tap('circle', 619)],
      'twice'
    ],
    [
      'again after half a second is new',
      'android',
      [...tap('circle', 0), ...tap('circle', 620)],
      'good'
    ],
    [
      'a key is always good',
      'kantan',
      [{ ...press, byKey: true } as Input, { type: 'release', at: 0 }],
      'good'
    ]
  ])('%s', (_, face, inputs, verdict) => {
    const state = play(coachScenario, inputs, face);
    expect(state.lastTouch?.verdict).toBe(verdict);
    const input = coachScenario.screens['circle']?.input;
    expect(input?.kind === 'circle' && state.said?.answer).toEqual(
      input?.kind === 'circle' && input.fingers[verdict as 'good']
    );
  });

  test('a finger that stays down is told so once, while it is down', () => {
    const held = play(coachScenario, [press, { type: 'wait', at: 401 }, { type: 'wait', at: 800 }]);
    expect(held.said?.answer?.happened.en).toBe('Your finger is still down.');
    expect(held.said?.serial).toBe(1);
    expect(play(coachScenario, [press, { type: 'wait', at: 400 }]).said).toBeUndefined();
  });

  test('five good taps end it; what goes wrong between them takes none away', () => {
    const goods = [0, 1, 2, 3].flatMap((n) => [
      ...tap('circle', n * 3000),
      ...tap('circle', n * 3000 + 1500, 900)
    ]);
    const four = play(coachScenario, goods);
    expect(progressOf(coachScenario, four)).toEqual({ reached: 4, of: 5 });
    expect(four.done).toBe(false);
    expect(play(coachScenario, [...goods, ...tap('circle', 20_000)]).done).toBe(true);
  });

  test('a verdict never depends on more than the touch and the rules', () => {
    const held = fc.record({
      place: fc.constantFrom('circle', undefined),
      x: fc.integer(),
      y: fc.integer(),
      at: fc.nat(10_000),
      dx: fc.constant(0),
      dy: fc.constant(0),
      farthestPx: fc.nat(60),
      fingers: fc.integer({ min: 1, max: 3 }),
      again: fc.boolean(),
      byKey: fc.boolean()
    });
    fc.assert(
      fc.property(held, fc.nat(3000), fc.constantFrom(...faces), (finger, ms, face) => {
        const verdict = judgeFinger(finger, finger.at + ms, fingerRules[face]);
        if (verdict !== 'good') return;
        expect(finger).toMatchObject({ fingers: 1, again: false, place: 'circle' });
        expect(finger.farthestPx).toBeLessThanOrEqual(20);
        if (!finger.byKey) expect(ms).toBeLessThanOrEqual(fingerRules[face].longestMs);
      })
    );
  });
});

describe('every other screen', () => {
  test.each<[string, Input[], string, string | undefined]>([
    ['a tap opens a message', tap('m1', 0), 'm1', undefined],
    ['a long touch opens it too', tap('m1', 0, 4000), 'm1', undefined],
    [
      'a slip of 20 px is forgiven',
      [...tap('m1', 0).slice(0, 1), slide(20), release],
      'm1',
      undefined
    ],
    [
      'a longer slip opens nothing and is told',
      [...tap('m1', 0).slice(0, 1), slide(21), release],
      'inbox',
      'slipped'
    ],
    [
      'a moved page opens nothing',
      [...tap('m1', 0).slice(0, 1), { type: 'cancel' }, release],
      'inbox',
      undefined
    ],
    ['the same wish twice counts once', [...tap('m1', 0), ...tap('delete', 300)], 'm1', undefined],
    ['an empty spot is answered', tap(undefined, 0), 'inbox', 'nothing-there'],
    ['back from the first screen is answered', tap('frame-back', 0), 'inbox', 'first-screen'],
    ['back leads to the inbox', [...tap('m1', 0), ...tap('frame-back', 1000)], 'inbox', undefined],
    ['home leads home', [...tap('m1', 0), ...tap('frame-home', 1000)], 'home', undefined],
    [
      'a bait shows what would have been',
      [...tap('m1', 0), ...tap('bait', 1000)],
      'm1-after',
      'wrong'
    ],
    ['a fake deleted is right', [...tap('m1', 0), ...tap('delete', 1000)], 'inbox', 'right'],
    ['a fake kept is answered', [...tap('m1', 0), ...tap('keep', 1000)], 'inbox', 'wrong'],
    [
      'a genuine one deleted is put back',
      [...tap('m2', 0), ...tap('delete', 1000)],
      'inbox',
      'wrong'
    ],
    ['a genuine one kept is right', [...tap('m2', 0), ...tap('keep', 1000)], 'inbox', 'right'],
    ['asking is right', [...tap('m4', 0), ...tap('ask', 1000)], 'inbox', 'right']
  ])('%s', (_, inputs, screen, said) => {
    const state = play(inboxScenario, inputs);
    expect([state.screen, state.said?.kind]).toEqual([screen, said]);
  });

  test('after two misses the place glows, after three it is said where, a right turn ends both', () => {
    const miss = (n: number) => [...tap('m1', n * 4000), ...tap('keep', n * 4000 + 2000)];
    const helpAfter = (misses: number, more: Input[] = []) => {
      const inputs = Array.from({ length: misses }, (_, n) => miss(n)).flat();
      const state = play(inboxScenario, [...inputs, ...more]);
      return [glowingPlace(inboxScenario, state), wordsDue(inboxScenario, state) !== undefined];
    };
    expect(helpAfter(1)).toEqual([undefined, false]);
    expect(helpAfter(2)).toEqual(['m1', false]);
    expect(helpAfter(3)).toEqual(['m1', true]);
    expect(helpAfter(3, [...tap('m1', 90_000), ...tap('ask', 91_000)])).toEqual([undefined, false]);
    const hinted = play(inboxScenario, [{ type: 'hint' }]);
    expect([glowingPlace(inboxScenario, hinted), hinted.said?.kind]).toEqual(['m1', 'hint']);
  });

  test('the drawn buttons may be what is asked for, and a hint may name them', () => {
    const hinted = play(mazeScenario, [{ type: 'hint' }]);
    expect(glowingPlace(mazeScenario, hinted)).toBe('frame-back');
    const back = play(mazeScenario, tap('frame-back', 0));
    expect([back.screen, back.said?.kind, back.marks['back']]).toEqual([
      'weather',
      'right',
      'good'
    ]);
    const home = play(mazeScenario, tap('frame-home', 0));
    expect([home.screen, home.said?.kind]).toEqual(['home', 'right']);
  });

  test('the look-alike opened is answered, and both must be read before the goal', () => {
    const opened = play(qrScenario, [...tap('sticker', 0), ...tap('open', 1000)]);
    expect([opened.screen, opened.said?.kind, opened.done]).toEqual(['fake-page', 'wrong', false]);
    const after = [
      ...tap('close', 2000),
      ...tap('poster', 3000),
      ...tap('open', 4000),
      ...tap('close', 5000),
      ...tap('sticker', 6000),
      ...tap('leave', 7000)
    ].reduce((state, input) => stepPhone(qrScenario, state, input).state, opened);
    expect(after.done).toBe(true);
  });
});

describe('whatever is touched', () => {
  const anyInput = fc.oneof(
    fc.record({
      type: fc.constant('press' as const),
      place: fc.constantFrom(
        'circle',
        'm1',
        'm2',
        'delete',
        'bait',
        'close',
        'poster',
        'open',
        'frame-back',
        'frame-home',
        'no-such',
        undefined
      ),
      x: fc.integer({ min: -50, max: 500 }),
      y: fc.integer({ min: -50, max: 500 }),
      at: fc.nat(20_000),
      pointers: fc.integer({ min: 1, max: 3 })
    }),
    fc.record({ type: fc.constant('release' as const), at: fc.nat(20_000) }),
    fc.record({
      type: fc.constant('slide' as const),
      x: fc.integer(),
      y: fc.integer(),
      at: fc.nat()
    }),
    fc.record({ type: fc.constant('wait' as const), at: fc.nat(20_000) }),
    fc.record({ type: fc.constant('type' as const), text: fc.string() }),
    fc.constantFrom<Input>(
      { type: 'cancel' },
      { type: 'hint' },
      { type: 'restart' },
      { type: 'face', face: 'kantan' }
    )
  );

  test.each(scenarios.map((scenario) => [scenario.slug, scenario] as const))(
    '%s: stays on a screen it has, keeps what was reached, and asks for no more than the goal',
    (_, scenario) => {
      fc.assert(
        fc.property(fc.array(anyInput, { maxLength: 60 }), (inputs) => {
          let state = startPhone(scenario, 'android');
          for (const input of inputs) {
            const before = state;
            ({ state } = stepPhone(scenario, state, input));
            expect(Object.hasOwn(scenario.screens, state.screen)).toBe(true);
            expect(
              placesOf(scenario, state).length + (state.screen === 'circle' ? 1 : 0)
            ).toBeGreaterThan(0);
            expect(state.serial).toBeGreaterThanOrEqual(before.serial);
            if (input.type !== 'restart') {
              expect(state.goodTaps).toBeGreaterThanOrEqual(before.goodTaps);
              expect(before.done && !state.done).toBe(false);
            }
          }
        }),
        { numRuns: 300 }
      );
    }
  );
});
