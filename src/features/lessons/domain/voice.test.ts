import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chooseVoice,
  longestSpeechMs,
  sentenceSpans,
  sentencesOf,
  speeds,
  type Voice
} from './voice.ts';

const voice = (name: string, lang: string, changed: Partial<Voice> = {}): Voice => ({
  name,
  lang,
  localService: true,
  default: false,
  ...changed
});

describe('chooseVoice', () => {
  const kyoko = voice('Kyoko', 'ja-JP');
  const bells = voice('Bells', 'en-US');
  const samantha = voice('Samantha', 'en-US');

  test.each([
    ['Japanese is read by a Japanese voice', 'ja', [samantha, kyoko], 'Kyoko'],
    ['English by an English one', 'en', [kyoko, samantha], 'Samantha'],
    ['never by a voice of another language', 'ja', [samantha, bells], undefined],
    ['nobody reads where there are no voices', 'ja', [], undefined],
    ['a plain voice goes before a funny one', 'en', [bells, samantha], 'Samantha'],
    ['any voice of the language is better than none', 'en', [bells], 'Bells'],
    ['Android writes the language with a low line', 'ja', [voice('a', 'ja_JP')], 'a'],
    ['a bare language is one too', 'ja', [voice('a', 'ja')], 'a'],
    ['Javanese is not Japanese', 'ja', [voice('a', 'jav-ID')], undefined],
    [
      'a voice that needs no network goes first',
      'ja',
      [voice('Google 日本語', 'ja-JP', { localService: false }), voice('a', 'ja-JP')],
      'a'
    ],
    [
      'among equals the device’s own choice',
      'ja',
      [voice('a', 'ja-JP'), voice('b', 'ja-JP', { default: true })],
      'b'
    ]
  ] as const)('%s', (_, language, voices, name) => {
    expect(chooseVoice(voices, language)?.name).toBe(name);
  });
});

describe('sentencesOf', () => {
  test.each([
    ['one sentence', 'カメラを ひらきます。', ['カメラを ひらきます。']],
    ['two', 'ふれます。はなします。', ['ふれます。', 'はなします。']],
    ['a question and an answer', 'いいですか? はい。', ['いいですか?', 'はい。']],
    ['what has no end is one too', 'まちます', ['まちます']],
    ['speech inside a sentence', '「はい。」と いいます。', ['「はい。」と いいます。']],
    ['marks in a row', 'えっ!? そうですか。', ['えっ!?', 'そうですか。']],
    ['English', 'Tap it. Let go.', ['Tap it.', 'Let go.']],
    [
      'an address and a number stay whole',
      'Open a.example 1.5 times.',
      ['Open a.example 1.5 times.']
    ],
    ['nothing', '  ', []]
  ])('%s', (_, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  test('no letter is lost and none is read twice', () => {
    const anyText = fc.string({ unit: fc.constantFrom('あ', 'a', ' ', '。', '.', '!', '」') });
    fc.assert(
      fc.property(anyText, (text) => {
        const letters = (words: string) => words.replace(/\s/g, '');
        expect(letters(sentencesOf(text).join(''))).toBe(letters(text));
        for (const { from, to } of sentenceSpans(text)) expect(from).toBeLessThan(to);
      })
    );
  });
});

test('a slow voice and a long sentence are given more time', () => {
  const [slow, usual, fast] = speeds.map((speed) => longestSpeechMs('あ'.repeat(20), speed));
  expect(slow).toBeGreaterThan(usual ?? 0);
  expect(usual).toBeGreaterThan(fast ?? 0);
  expect(longestSpeechMs('あ'.repeat(40), 'slow')).toBeGreaterThan(slow ?? 0);
});
