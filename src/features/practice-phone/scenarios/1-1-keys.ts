import type { Place } from '../domain/screen.ts';
import type { Condition, Turn, Words } from '../domain/turn.ts';
import { is, plain, w, wrong } from './kit.ts';

export const iphone: Condition[] = [is('face', 'iphone')];
export const android: Condition[] = [is('face', 'android')];
export const kantan: Condition[] = [is('face', 'kantan')];

/** A key of the phone's side; a long press does what the place for it does too. */
export function key(id: string, label: Words, turns: Turn[], rest: Partial<Place> = {}): Place {
  return { id, label, look: 'key', turns, ...rest };
}

export const labels = {
  short: w('{電源|でんげん}ボタンを みじかく', 'Power key, briefly'),
  long: w('{電源|でんげん}ボタンを [長|なが]く', 'Power key, long'),
  both: w(
    '{電源|でんげん}と {音量|おんりょう}を いっしょに [長|なが]く',
    'Power and volume together, long'
  ),
  call: w('[家族|かぞく]に かけてもらう', 'Have your family call you')
};

export const pressShort: Words = w(
  '「{電源|でんげん}ボタンを みじかく」に ふれます。',
  'Touch “Power key, briefly”.'
);

export const pressLong: Words = w(
  '「{電源|でんげん}ボタンを [長|なが]く」に ふれます。',
  'Touch “Power key, long”.'
);

export const pressBoth: Words = w(
  '「{電源|でんげん}と {音量|おんりょう}を いっしょに [長|なが]く」に ふれます。',
  'Touch “Power and volume together, long”.'
);

export const darkStays = (todo: Words): Turn[] => [
  wrong(
    w(
      'まっ{暗|くら}な [画面|がめん]は、ふれても [動|うご]きません。',
      'A dark screen does not answer a touch.'
    ),
    todo
  )
];

export const touchDark = (todo: Words): Place =>
  plain('screen', w('[画面|がめん]に ふれる', 'Touch the screen'), darkStays(todo));
