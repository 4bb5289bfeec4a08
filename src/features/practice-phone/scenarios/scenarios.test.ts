import { readdirSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { walkScenario } from '#tests/support/walk-scenario.ts';
import { parseRuby, type RubyPart } from '#shared/text/ruby.ts';
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

  test('every kanji has its reading, and English needs none', async () => {
    const texts = wordsIn(await loadScenario(slug));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.map(({ ja }) => ja).filter((ja) => KANJI.test(unread(parseRuby(ja))))).toEqual([]);
    expect(texts.map(({ en }) => en).filter((en) => /[{}[\]|]/.test(en) || KANJI.test(en))).toEqual(
      []
    );
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

function unread(parts: readonly RubyPart[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      return part.kind === 'term' ? unread(part.parts) : '';
    })
    .join('');
}

function wordsIn(node: unknown): Words[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('ja' in node && 'en' in node) return [node as Words];
  return Object.values(node).flatMap(wordsIn);
}
