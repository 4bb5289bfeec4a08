import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { turnKana } from './kana-keys.ts';
import {
  type Flick,
  isAccepted,
  type Keys,
  nextKey,
  startTyping,
  type Typed,
  typeKey
} from './keys.ts';

const words = { ja: 'あ', en: 'a' };

function keysFor(board: Keys['board'], text: string, rest: Partial<Keys> = {}): Keys {
  return {
    kind: 'keys',
    board,
    label: words,
    accepts: [text],
    right: [{ outcome: 'right', answer: { happened: words } }],
    wrong: [{ outcome: 'wrong', answer: { happened: words, todo: words } }],
    ...rest
  };
}

/** What the line says after these keys; `か^` is a flick upwards. A key that does nothing changes nothing. */
function lineAfter(keys: Keys, touched: readonly string[]): string {
  const ways: Readonly<Record<string, Flick>> = { '<': 'left', '^': 'up', '>': 'right', v: 'down' };
  return touched.reduce<Typed>((typed, touch) => {
    const [, key = touch, way = ''] = /^(.+)([<^>v])$/.exec(touch) ?? [];
    return typeKey(keys, typed, key, ways[way]) ?? typed;
  }, startTyping(keys)).text;
}

describe('the twelve kana keys', () => {
  const keys = keysFor('kana', 'はなこさん');

  test.each([
    ['one touch gives the first letter', ['か'], 'か'],
    ['the same key goes through its row', ['か', 'か', 'か'], 'く'],
    ['and around again', ['や', 'や', 'や', 'や'], 'や'],
    ['another key goes on', ['あ', 'か'], 'あか'],
    ['「つぎの字へ」 lets the same key write again', ['か', 'next', 'か'], 'かか'],
    ['a flick gives its letter at once', ['か^', 'か>', 'かv', 'か<'], 'くけこき'],
    ['や has two flicks only', ['や^', 'や<', 'やv'], 'ゆよ'],
    ['「小゛゜」 makes the last letter small or voiced', ['は', 'turn'], 'ば'],
    ['and goes around', ['は', 'turn', 'turn', 'turn'], 'は'],
    ['つ has three', ['た^', 'turn', 'turn'], 'づ'],
    ['「消す」 takes the last letter', ['あ', 'か', 'erase'], 'あ'],
    ['an empty line has nothing to take', ['erase'], ''],
    ['a line has its end', Array.from({ length: 20 }, () => 'ま^'), 'む'.repeat(9)]
  ])('%s', (_, touched, line) => {
    expect(lineAfter(keys, touched)).toBe(line);
  });
});

describe('the letter keys', () => {
  test.each([
    ['small letters first', ['abc', 'abc', 'turn'], 'B'],
    ['and back', ['abc', 'turn', 'turn'], 'a'],
    ['signs have a key', ['@', '@'], '.'],
    ['figures have one', ['123', '123', '123'], '3'],
    ['full width is another letter', ['width', 'abc'], '\uff41'],
    ['its key turns on in full width', ['width', 'abc', 'abc'], '\uff42'],
    ['and is turned off by the same key', ['width', 'width', 'abc'], 'a']
  ])('%s', (_, touched, line) => {
    expect(lineAfter(keysFor('letters', 'hana@ex.jp'), touched)).toBe(line);
  });

  test('full width is not taken for half width', () => {
    const keys = keysFor('letters', 'ab');
    expect(isAccepted(keys, { text: 'ab' })).toBe(true);
    expect(isAccepted(keys, { text: '\uff41\uff42' })).toBe(false);
  });
});

describe('the next key', () => {
  const anyText = fc.oneof(
    fc.record({
      board: fc.constant('kana' as const),
      text: fc.string({
        unit: fc.constantFrom(...Array.from('かきくあいうっゃゅがづばぱんーやはなこたろう、')),
        minLength: 1,
        maxLength: 8
      })
    }),
    fc.record({
      board: fc.constant('letters' as const),
      text: fc.string({
        unit: fc.constantFrom(...Array.from('abzYQ@.-_019m')),
        minLength: 1,
        maxLength: 8
      })
    }),
    fc.record({
      board: fc.constant('digits' as const),
      text: fc.string({
        unit: fc.constantFrom(...Array.from('0123456789')),
        minLength: 1,
        maxLength: 6
      })
    })
  );

  test('leads to the text from wherever one is, whatever was typed before', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(fc.nat(40), { maxLength: 12 }),
        fc.boolean(),
        ({ board, text }, noise, full) => {
          const keys = keysFor(board, text, board === 'letters' && full ? { full: true } : {});
          const names = [
            'erase',
            'next',
            'turn',
            'width',
            'あ',
            'か',
            'は',
            'た',
            'abc',
            '@',
            '123',
            '1',
            '7'
          ];
          let typed = noise.reduce<Typed>(
            (now, index) => typeKey(keys, now, names[index % names.length] ?? '') ?? now,
            startTyping(keys)
          );
          for (let touches = 0; typed.text !== text; touches += 1) {
            expect(touches).toBeLessThan(200);
            const after = typeKey(keys, typed, nextKey(keys, typed));
            expect(after).toBeDefined();
            typed = after!;
          }
          expect(nextKey(keys, typed)).toBe('done');
        }
      )
    );
  });

  test('「小゛゜」 always comes back to where it began', () => {
    for (const letter of 'あいうえおかきくけこさたちつてとはひふへほやゆよわ') {
      let now = turnKana(letter);
      for (let turns = 0; turns < 3 && now !== letter; turns += 1) now = turnKana(now);
      expect(now).toBe(letter);
    }
  });
});
