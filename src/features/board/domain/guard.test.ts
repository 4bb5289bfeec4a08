import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findGuarded } from './guard.ts';

describe('findGuarded', () => {
  test.each([
    ['090-1234-5678 に電話してください', 'phone'],
    ['090 1234 5678', 'phone'],
    ['電話は0425632111です', 'phone'],
    ['電話は０９０ー１２３４ー５６７８', 'phone'],
    ['〇九〇一二三四五六七八', 'phone'],
    ['+81 90 1234 5678', 'phone'],
    ['(042)563-2111', 'phone'],
    ['563-2111まで', 'phone'],
    ['hanako@example.jp', 'mail'],
    ['ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ', 'mail'],
    ['hanako アットマーク docomo', 'mail'],
    ['https://example.jp/a を見て', 'link'],
    ['www.example.com', 'link'],
    ['example.co.jp で調べた', 'link'],
    ['暗証番号は1234です', 'pin'],
    ['あんしょうばんごうは１２３４', 'pin'],
    ['1 2 3 4', 'pin'],
    ['1-2-3-4', 'pin'],
    ['一二三四です', 'pin'],
    ['届いた番号は482913', 'pin'],
    ['マイナンバーは123456789018', 'my-number'],
    ['1234 5678 9018', 'my-number'],
    ['4111 1111 1111 1111', 'card'],
    ['４１１１１１１１１１１１１１１１', 'card'],
    ['口座は1234567', 'long-number'],
    ['家に来てください', 'meeting'],
    ['駅前のカフェで会えませんか', 'meeting'],
    ['自宅で教えてほしいです', 'meeting'],
    ['二人きりで話したい', 'meeting'],
    ['LINEのIDを交換しましょう', 'meeting'],
    ['please come to my house', 'meeting'],
    ['Could we meet at a café?', 'meeting']
  ] as const)('%s is stopped as %s', (text, kind) => {
    expect(findGuarded(text)).toContain(kind);
  });

  test.each([
    ['2026年に買いました'],
    ['２０２６年１２月１日に体験会へ行きます'],
    ['2026/12/01 と 12/1'],
    ['令和8年の春から使っています'],
    ['3,980円でした'],
    ['3980円でした'],
    ['月に1万円かかります'],
    ['¥12,000の電話です'],
    ['10時がいいです'],
    ['午前10時30分ごろ'],
    ['10:30から'],
    ['12月1日'],
    ['二〇二六年から'],
    ['1200枚の写真があります'],
    ['iPhone 15 と iOS 18.4 です'],
    ['75歳です。3回やってみました'],
    ['自宅のWi-Fiにつながりません'],
    ['孫が家に来て設定してくれました'],
    ['駅で写真をとりたい'],
    ['家族に電話したい'],
    ['公民館で会えるとうれしいです'],
    ['専門家に会いたいです'],
    ['電話帳に名前を入れたい'],
    ['メールの送り方が分かりません'],
    ['①から④まで教えてください'],
    ['I bought it in 2026年 for 3,980円'],
    ['']
  ])('%s passes', (text) => {
    expect(findGuarded(text)).toEqual([]);
  });

  const word = fc.constantFrom(
    'スマホの',
    '使い方を',
    '知りたい。',
    '写真',
    'line',
    ' ',
    '\n',
    'です'
  );
  const words = fc.array(word, { maxLength: 6 }).map((parts) => parts.join(''));
  const separator = fc.constantFrom('', '-', ' ', 'ー', '−', '.', '・');
  const widths = fc.boolean();
  const digitsOf = (length: number) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
      .map((all) => all.join(''));

  test('a mobile number is found wherever it stands and however it is written', () => {
    fc.assert(
      fc.property(
        words,
        words,
        digitsOf(4),
        digitsOf(4),
        separator,
        widths,
        (before, after, a, b, gap, wide) => {
          const number = ['090', a, b].join(gap);
          const text = `${before}「${wide ? fullWidth(number) : number}」${after}`;
          expect(findGuarded(text)).toContain('phone');
        }
      )
    );
  });

  test('twelve and sixteen digits are found, whole or in fours', () => {
    fc.assert(
      fc.property(
        words,
        digitsOf(12),
        digitsOf(16),
        separator,
        widths,
        (before, mine, card, gap, wide) => {
          const written = (digits: string) => {
            const text = digits.replace(/^0/, '1').match(/\d{4}/g)!.join(gap);
            return `${before}(${wide ? fullWidth(text) : text})`;
          };
          expect(findGuarded(written(mine))).toContain('my-number');
          expect(findGuarded(written(card))).toContain('card');
        }
      )
    );
  });

  test('years, prices and times pass between any words', () => {
    const ordinary = fc.oneof(
      fc.integer({ min: 1900, max: 2099 }).map((year) => `${year}年`),
      fc.integer({ min: 1, max: 9_999_999 }).map((yen) => `${yen}円`),
      fc.integer({ min: 1, max: 9_999_999 }).map((yen) => `${yen.toLocaleString('en')}円`),
      fc
        .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
        .map(([h, m]) => `${h}時${m}分`),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
        .map(([m, d]) => `${m}月${d}日`)
    );
    fc.assert(
      fc.property(words, ordinary, words, widths, (before, number, after, wide) => {
        expect(findGuarded(`${before}、${wide ? fullWidth(number) : number}${after}`)).toEqual([]);
      })
    );
  });

  test('it answers long texts at once', () => {
    const long = '1-'.repeat(5000) + 'あ'.repeat(5000) + '家に'.repeat(5000);
    const begin = performance.now();
    findGuarded(long);
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});

function fullWidth(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
