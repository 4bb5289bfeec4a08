import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parseRuby, plainText } from '#shared/text/ruby.ts';
import { termsIn, Words } from '../domain/glossary.ts';
import { Lesson, type LessonContent } from '../domain/lesson.ts';
import type { Picture, Scene } from '../domain/picture.ts';
import { variantsOf } from '../domain/step-variants.ts';
import { allLessons, findLesson, lessonSlugs } from './lessons.ts';
import { allWords } from './glossary.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const pictures = new Set(
  readdirSync(`${here}../ui/pictures`).map((name) => name.replace(/\.svelte$/, ''))
);
const readJson = (path: string) => JSON.parse(readFileSync(here + path, 'utf8')) as unknown;
const folders = readdirSync(here).filter((name) => /^\d-\d+$/.test(name));

/** Every text of a file that a person reads, with the place it stands at. */
function textsOf(value: unknown, place: string): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !['alt', 'speech', 'picture', 'kana', 'date', 'version'].includes(key))
    .flatMap(([key, inner]) => textsOf(inner, `${place} ${key}`));
}

test('every folder is a lesson and every lesson is found', () => {
  expect(folders.length).toBeGreaterThanOrEqual(3);
  expect([...lessonSlugs].sort()).toEqual([...folders].sort());
  expect(allLessons('ja').map(({ slug }) => slug)).toEqual(lessonSlugs);
  expect(findLesson('9-9', 'ja')).toBeUndefined();
});

describe.each(folders)('lesson %s', (slug) => {
  const ja = v.parse(Lesson, readJson(`${slug}/ja.json`));
  const en = v.parse(Lesson, readJson(`${slug}/en.json`));

  test('both languages have the same shape', () => {
    expect(shapeOf(en)).toEqual(shapeOf(ja));
  });

  test.each(Object.entries({ ja, en }))('every picture of %s exists', (_, lesson) => {
    expect(drawingsNamedBy(lesson).filter((picture) => !pictures.has(picture))).toEqual([]);
  });

  test.each(Object.entries({ ja, en }))(
    'every mark in a picture of %s stands on a part',
    (_, lesson) => {
      expect(scenesOf(lesson).filter((scene) => !everyMarkStands(scene))).toEqual([]);
    }
  );

  test.each(Object.entries({ ja, en }))(
    'every explained word of %s is in the glossary',
    (language, lesson) => {
      const known = new Set(allWords(language as 'ja' | 'en').map(({ id }) => id));
      const texts = textsOf(lesson, slug).map(([, text]) => text);
      const used = [...lesson.words, ...termsIn(texts)];
      expect(used.filter((word) => !known.has(word))).toEqual([]);
    }
  );

  test('the next lesson and its practice are real numbers', () => {
    if (ja.next !== null) expect(lessonSlugs).toContain(ja.next);
    if (ja.practice !== null) expect(ja.practice).toBe(slug);
  });

  test('every kind of phone sees each step once', () => {
    for (const step of ja.steps) {
      const seen = variantsOf(step).flatMap(({ faces }) => faces);
      expect([...seen].sort()).toEqual(['android', 'iphone', 'kantan']);
    }
  });

  test('what is read aloud has no kanji, so that no voice guesses', () => {
    const kanji = ja.steps
      .flatMap((step) => variantsOf(step).map(({ speech }) => speech))
      .filter((speech) => /\p{Script=Han}/u.test(speech));
    expect(kanji).toEqual([]);
  });
});

test('the marks of every text are closed', () => {
  const files = folders.flatMap((slug) => [`${slug}/ja.json`, `${slug}/en.json`]);
  for (const file of [...files, 'words/ja.json', 'words/en.json']) {
    for (const [place, text] of textsOf(readJson(file), file)) {
      if (/speech|faces \d/.test(place)) continue;
      expect(plainText(text), place).not.toMatch(/[{}[\]|]/);
      expect(parseRuby(text).length, place).toBeGreaterThan(0);
    }
  }
});

test('both languages explain the same words, and enough of them', () => {
  const ja = v.parse(Words, readJson('words/ja.json'));
  const en = v.parse(Words, readJson('words/en.json'));
  expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
  expect(Object.keys(ja).length).toBeGreaterThanOrEqual(48);
});

test('every drawn picture is used', () => {
  const used = new Set(allLessons('ja').flatMap(drawingsNamedBy));
  expect([...pictures].filter((picture) => !used.has(picture))).toEqual([]);
  expect(existsSync(`${here}words`)).toBe(true);
});

function shapeOf({ steps, check, stumbles, editions, ...rest }: LessonContent) {
  const { minutes, picture, needs, words, next, practice } = rest;
  return {
    ...{ minutes, words, next, practice, needs: needs.length, picture: drawingOf(picture) },
    editions: editions.map(({ version, date }) => ({ version, date })),
    steps: steps.map((step) => ({
      picture: drawingOf(step.picture),
      faces: Object.keys(step.faces ?? {})
    })),
    check: check.map(({ answers }) => answers.map(({ right }) => right ?? false)),
    stumbles: stumbles.map(({ faces }) => faces ?? 'all')
  };
}

function picturesOf({ picture, steps }: LessonContent): Picture[] {
  return [picture, ...steps.flatMap((step) => variantsOf(step).map((variant) => variant.picture))];
}

/** The drawings that stand in files of their own; scenes are put together from shared parts. */
function drawingsNamedBy(lesson: LessonContent): string[] {
  return picturesOf(lesson).filter((each) => typeof each === 'string');
}

function scenesOf(lesson: LessonContent): Scene[] {
  return picturesOf(lesson).filter((each) => typeof each === 'object');
}

/** Whether a ring, a hand or a "not this" is put on something that the scene has. */
function everyMarkStands(scene: Scene): boolean {
  if (scene.scene === 'phone' || scene.scene === 'people') return true;
  const count = partsOf(scene);
  return [scene.ring, scene.hand, scene.no].every((spot) => {
    if (spot === 'title' || spot === 'sign') return scene.scene === 'paper' && spot in scene;
    return spot === undefined || spot < count;
  });
}

function partsOf(scene: Extract<Scene, { scene: 'screen' | 'things' | 'paper' }>): number {
  if (scene.scene === 'screen') return scene.items.length;
  return scene.scene === 'things' ? scene.things.length : scene.lines.length;
}

/** What a picture draws, whatever language its labels are in. */
function drawingOf(picture: Picture): unknown {
  const withoutLabels: unknown = JSON.parse(
    JSON.stringify(picture, (key, value: unknown) =>
      ['words', 'title', 'says'].includes(key) ? 'label' : key === 'lines' ? 'lines' : value
    )
  );
  return withoutLabels;
}
