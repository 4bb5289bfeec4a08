import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { allWords } from '#features/lessons/content/glossary.ts';
import { explainedKatakana } from '#features/lessons/domain/words-checker.ts';
import { findingsIn, japaneseOf } from '#tests/support/authored-texts.ts';
import { play, tap } from '#tests/support/play-scenario.ts';
import { walkScenario } from '#tests/support/walk-scenario.ts';
import { Drill, drillWays, scenarioOfDrill } from '../../domain/drill.ts';
import { faces } from '../../domain/finger.ts';
import { looseEnds, Scenario } from '../../domain/scenario.ts';
import { drills, findDrillScenario } from './drills.ts';

const here = 'src/features/practice-phone/scenarios/drills';
const files = ['calls', 'messages', 'pages'].map((name) => `${here}/${name}.ts`);

test('at least twelve swindles, by every way, each under a name of its own', () => {
  expect(drills.length).toBeGreaterThanOrEqual(12);
  expect(new Set(drills.map(({ id }) => id)).size).toBe(drills.length);
  expect(new Set(drills.map(({ way }) => way))).toEqual(new Set(drillWays));
  expect(findDrillScenario('no-such')).toBeUndefined();
});

describe.each(drills.map((drill) => [drill.id, drill] as const))('drill %s', (id, drill) => {
  const scenario = scenarioOfDrill(drill);

  test('keeps to the schema', () => {
    expect(v.is(Drill, drill)).toBe(true);
    expect(v.is(Scenario, scenario)).toBe(true);
    expect(looseEnds(scenario)).toEqual([]);
  });

  test('is told in plain Japanese', () => {
    const texts = japaneseOf(scenario);
    const explained = explainedKatakana(
      texts.map(({ text }) => text),
      [],
      allWords('ja')
    );
    expect(
      findingsIn(
        [...files, 'src/features/practice-phone/domain/drill.ts'],
        japaneseOf(scenario, { explained })
      )
    ).toEqual([]);
  });

  test.each(faces)('on %s: stopping can be reached from everywhere', (face) => {
    const walk = walkScenario(scenario, face);
    console.log(`drill ${id} ${face}: ${walk.states} states, ${walk.touches} touches`);
    expect(walk.troubles).toEqual([]);
    expect(walk.wrongTurns).toBeGreaterThan(0);
  });

  test('is won by closing and talking, not by closing alone', () => {
    expect(play(scenario, tap('close', 0)).done).toBe(false);
    expect(play(scenario, [...tap('close', 0), ...tap('them', 1000)]).done).toBe(false);
    expect(play(scenario, [...tap('bait', 0), ...tap('again', 1000)]).screen).toBe('contact');
    expect(play(scenario, [...tap('close', 0), ...tap('police-line', 1000)]).done).toBe(true);
  });
});
