import { expect, test } from 'vitest';
import { placeInWords } from './place-words.ts';

test.each([
  ['狭山公民館', 'さやまこうみんかん', '{狭山|さやま}{公民館|こうみんかん}'],
  ['市民ホール', 'しみんほーる', '{市民ホール|しみんほーる}'],
  ['公民館', 'こうみんかん', '{公民館|こうみんかん}']
])('%s is told with its reading', (ja, kana, told) => {
  expect(placeInWords({ name: { ja, en: 'Hall' }, kana }, 'ja')).toBe(told);
});

test('in English by its English name, and an unknown place by nothing', () => {
  expect(placeInWords({ name: { ja: '狭山公民館', en: 'Sayama Hall' }, kana: 'さ' }, 'en')).toBe(
    'Sayama Hall'
  );
  expect(placeInWords(undefined, 'ja')).toBe('');
});
