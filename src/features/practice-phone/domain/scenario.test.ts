import { describe, expect, test } from 'vitest';
import { play } from '#tests/support/play-scenario.ts';
import { walkScenario } from '#tests/support/walk-scenario.ts';
import { looseEnds, type Scenario } from './scenario.ts';

test('a line is right whatever its width and spaces', () => {
  const asked = lineScenario();
  expect(play(asked, [{ type: 'type', text: ' ＡＢＣ　1 ' }]).done).toBe(true);
  expect(play(asked, [{ type: 'type', text: 'abd1' }]).said?.kind).toBe('wrong');
  expect(walkScenario(asked, 'android')).toMatchObject({
    troubles: [],
    wrongTurns: 2,
    farthest: 1
  });
});

describe('a scenario that does not hang together is noticed', () => {
  test('names that lead nowhere', () => {
    const broken = lineScenario();
    broken.screens['a']!.back = 'gone';
    broken.screens['a']!.hints[0]!.place = 'nowhere';
    expect(looseEnds({ ...broken, first: 'zero' })).toEqual([
      'first: no screen zero',
      'a: no screen gone to go back to',
      'a: a hint points at nowhere, which is not there'
    ]);
  });

  test('a place that does nothing, and a goal that cannot be reached', () => {
    const broken = lineScenario();
    delete broken.screens['a']!.input;
    broken.screens['a']!.places.push({
      id: 'look',
      label: { ja: 'あ', en: 'a' },
      look: 'plain',
      turns: [{ outcome: 'way' }]
    });
    broken.screens['a']!.hints[0]!.place = 'look';
    expect(walkScenario(broken, 'android').troubles).toEqual([
      'a  0: look is not answered',
      'a  0: the hints never reach the goal'
    ]);
  });
});

/** One screen that asks for `abc1`. */
function lineScenario(): Scenario {
  const words = { ja: 'あ', en: 'a' };
  return {
    slug: '9-9',
    title: words,
    task: words,
    done: words,
    first: 'a',
    home: 'a',
    goal: { kind: 'marks', marks: ['typed'], is: 'good', atLeast: 1 },
    screens: {
      a: {
        app: 'home',
        title: words,
        places: [],
        hints: [{ place: 'line', where: words }],
        input: {
          kind: 'line',
          label: words,
          accepts: ['abc1'],
          right: [{ outcome: 'right', marks: { typed: 'good' }, answer: { happened: words } }],
          wrong: [{ outcome: 'wrong', answer: { happened: words, todo: words } }]
        }
      }
    }
  };
}
