import { readdirSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { allWords } from '#features/lessons/content/glossary.ts';
import { findLesson } from '#features/lessons/content/lessons.ts';
import { explainedKatakana, type TextSetting } from '#features/lessons/domain/words-checker.ts';
import { findingsIn, japaneseOf, textsOf } from '#tests/support/authored-texts.ts';
import { walkScenario } from '#tests/support/walk-scenario.ts';
import { faces } from '../domain/finger.ts';
import { looseEnds, Scenario } from '../domain/scenario.ts';
import type { Words } from '../domain/turn.ts';
import { loadScenario, practiceSlugs } from './catalogue.ts';

const KANJI = /\p{Script=Han}/u;

test('every scenario file is in the catalogue', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => /^\d+-\d+\.ts$/.test(file))
    .map((file) => file.replace('.ts', ''));
  expect([...practiceSlugs].sort()).toEqual(files.sort());
});

test('an unknown rehearsal is not there', async () => {
  expect(await loadScenario('9-9')).toBeUndefined();
  expect(await loadScenario('constructor')).toBeUndefined();
});

describe.each(practiceSlugs)('scenario %s', (slug) => {
  test('keeps to the schema, under its own slug, with no name that leads nowhere', async () => {
    const scenario = await loadScenario(slug);
    const parsed = v.safeParse(Scenario, scenario);
    expect(parsed.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBe(
      undefined
    );
    expect(scenario!.slug).toBe(slug);
    expect(looseEnds(scenario!)).toEqual([]);
  });

  test('its Japanese is plain, and its English needs no readings', async () => {
    const scenario = await loadScenario(slug);
    const english = englishIn(scenario);
    expect(english.length).toBeGreaterThan(10);
    expect(findingsIn(filesOf(slug), japaneseOf(scenario, settingOf(slug, scenario)))).toEqual([]);
    expect(english.filter((en) => /[{}[\]|]/.test(en) || KANJI.test(en))).toEqual([]);
  });

  test.each(faces)(
    'on %s: the goal can be reached from everywhere, nothing is unanswered',
    async (face) => {
      const scenario = await loadScenario(slug);
      const walk = walkScenario(scenario!, face);
      console.log(
        `${slug} ${face}: ${walk.states} states, ${walk.touches} touches, ${walk.wrongTurns} wrong turns answered, at most ${walk.farthest} hints to the goal`
      );
      expect(walk.troubles.slice(0, 10)).toEqual([]);
      expect(walk.states).toBeGreaterThan(5);
      expect(walk.wrongTurns).toBeGreaterThan(0);
      expect(walk.farthest).toBeGreaterThan(3);
    }
  );
});

/** A rehearsal's own file first, then those that it is put together from. */
function filesOf(slug: string): string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file === `${slug}.ts` || file.startsWith(`${slug}-`))
    .sort((one, other) => one.length - other.length)
    .map((file) => `src/features/practice-phone/scenarios/${file}`);
}

/** A rehearsal may use what its lesson explains. */
function settingOf(slug: string, scenario: unknown): TextSetting {
  const lesson = findLesson(slug, 'ja');
  const texts = [...textsOf(lesson), ...japaneseOf(scenario)].map(({ text }) => text);
  return { explained: explainedKatakana(texts, lesson?.words ?? [], allWords('ja')) };
}

function englishIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('ja' in node && 'en' in node) return [(node as Words).en];
  return Object.values(node).flatMap(englishIn);
}
