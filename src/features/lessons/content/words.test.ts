import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findingsIn, japaneseOf, lineOf, textsOf } from '#tests/support/authored-texts.ts';
import { explainedKatakana } from '../domain/words-checker.ts';
import { allWords } from './glossary.ts';
import { allLessons } from './lessons.ts';

const content = 'src/features/lessons/content';
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;
const glossary = allWords('ja');

test.each(allLessons('ja'))('the words of lesson $slug are plain', ({ slug, ...lesson }) => {
  const texts = textsOf(lesson).map(({ text }) => text);
  const explained = explainedKatakana(texts, lesson.words, glossary);
  const path = `${content}/${slug}/ja.json`;
  expect(findingsIn([path], textsOf(readJson(path), { explained }))).toEqual([]);
});

test('the words of the glossary are plain', () => {
  const explained = explainedKatakana(
    [],
    glossary.map(({ id }) => id),
    glossary
  );
  const path = `${content}/words/ja.json`;
  expect(findingsIn([path], textsOf(readJson(path), { explained }))).toEqual([]);
});

test.each(['src/locales/ja/lessons.json', 'src/locales/ja/practicePhone.json'])(
  'the words of %s are plain',
  (path) => {
    expect(findingsIn([path], textsOf(readJson(path)))).toEqual([]);
  }
);

describe('a finding names its file and line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const kept = (name: string, source: string) => {
    const path = join(folder, name);
    writeFileSync(path, source);
    return path;
  };

  test('in a lesson, for one mistake of each kind', () => {
    const [ten, step] = ['あいうえお かきくけこ ', 'カードを いれて、ボタンを おします。'];
    const lesson = {
      title: '画面',
      goal: `${ten.repeat(4)}さ。`,
      needs: ['あいうえおかきくけこさしす'],
      steps: [{ sentence: step, alt: '画面', faces: { kantan: { sentence: step } } }],
      check: [{ text: 'ウィンドウを みます。', answers: [{ text: 'スマートフォン' }] }]
    };
    const path = kept('ja.json', JSON.stringify(lesson, null, 2));

    expect(findingsIn([path], textsOf(lesson))).toEqual([
      `${path}:2 kanji-without-reading 画面`,
      `${path}:3 long-sentence ${ten.repeat(4)}さ。 (length: 42)`,
      `${path}:5 long-phrase あいうえおかきくけこさしす (length: 13)`,
      `${path}:9 two-actions いれて…おします`,
      `${path}:13 two-actions いれて…おします`,
      `${path}:20 katakana-outside-glossary ウィンドウ`,
      `${path}:23 katakana-outside-glossary スマートフォン`,
      `${path}:23 two-names スマートフォン (say: スマホ)`
    ]);
  });

  test('in a rehearsal, and its file alone when the text is put together', () => {
    const paths = [
      kept('4-2.ts', "const title = {\n  ja: '画面',\n  en: 'Screen'\n};"),
      kept('4-2-more.ts', "export const more = {\n  en: 'Browser',\n  ja: 'ブラウザ'\n};")
    ];
    const scenario = {
      title: { ja: '画面', en: 'Screen' },
      places: [
        { label: { ja: 'ブラウザ', en: 'Browser' } },
        { label: { ja: 'クラウドの ブラウザ', en: 'Browser in the cloud' } }
      ]
    };

    expect(findingsIn(paths, japaneseOf(scenario))).toEqual([
      `${paths[0]}:2 kanji-without-reading 画面`,
      `${paths[1]}:3 katakana-outside-glossary ブラウザ`,
      `${paths[0]} katakana-outside-glossary クラウド`,
      `${paths[0]} katakana-outside-glossary ブラウザ`
    ]);
  });

  const json = '{\n  "title": "はい",\n  "text": "「\\"あ\\"」",\n  "again": "はい"\n}';
  const script = "const a = {\n  ja: 'はい',\n  en: 'It\\'s'\n};\nconst b = `はい`;";

  test.each([
    ['the first', 'はい', json, 0, 2],
    ['the second of two', 'はい', json, 1, 4],
    ['the last, where there are no more', 'はい', json, 5, 4],
    ['a text with quotes', '「"あ"」', json, 0, 3],
    ['in a script', 'はい', script, 0, 2],
    ['with an apostrophe', "It's", script, 0, 3],
    ['between backticks', 'はい', script, 1, 5],
    ['nowhere', 'いいえ', script, 0, undefined]
  ])('%s', (_, text, source, nth, line) => {
    expect(lineOf(text, source, nth)).toBe(line);
  });
});
