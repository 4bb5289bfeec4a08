import { describe, expect, test } from 'vitest';
import { checkWords, explainedKatakana, type TextSetting } from './words-checker.ts';

describe('one mistake of each kind is found', () => {
  test.each([
    ['{画面|がめん}を見ます。', {}, { type: 'kanji-without-reading', text: 'を見ます。' }],
    ['あ '.repeat(41) + '。い。', {}, { type: 'long-sentence', length: 42 }],
    ['あ'.repeat(13), {}, { type: 'long-phrase', length: 13 }],
    [
      'カードを [入|い]れて、ボタンを {押|お}します。',
      { step: true },
      { type: 'two-actions', text: '入れて…押します' }
    ],
    [
      '[新|あたら]しい ウィンドウが [出|で]ます。',
      {},
      { type: 'katakana-outside-glossary', text: 'ウィンドウ' }
    ],
    ['しるしを タップします。', {}, { type: 'katakana-outside-glossary', text: 'タップ' }],
    ['スマートフォンを {置|お}きます。', {}, { type: 'two-names', text: 'スマートフォン' }]
  ] satisfies [string, TextSetting, object][])('%s', (text, setting, finding) => {
    expect(checkWords(text, setting)).toContainEqual(expect.objectContaining(finding));
  });

  test('a plain text has none', () => {
    expect(checkWords('<tap:{軽|かる}く> ふれます。', { step: true })).toEqual([]);
  });

  test('two actions are looked for in steps only', () => {
    expect(checkWords('カードを [入|い]れて、ボタンを {押|お}します。')).toEqual([]);
  });
});

describe('katakana', () => {
  const glossary = [
    { id: 'app', word: 'アプリ', kana: 'あぷり', meaning: '{道具|どうぐ}です。' },
    {
      id: 'home-screen',
      word: 'ホーム[画面|がめん]',
      kana: 'ほーむがめん',
      meaning: 'はじめです。'
    },
    { id: 'sms', word: 'SMS(ショートメール)', kana: 'えすえむえす', meaning: '[手紙|てがみ]です。' }
  ];
  const unknownIn = (text: string, explained: readonly string[] = []) =>
    checkWords(text, { explained }).flatMap(({ type, text: word }) =>
      type === 'katakana-outside-glossary' ? [word] : []
    );

  test.each([
    ['everyday words', 'テレビの ボタンと カメラです。'],
    ['everyday words joined', 'カードケースを ひらきます。'],
    ['names of services', 'マイナンバーカードで マイナポータルに [入|はい]ります。'],
    ['two letters', 'メモを とります。'],
    ['sounds', 'ブルブル ふるえて、カシャッと [鳴|な]ります。'],
    ['labels of a screen', '「アクセシビリティ」に ふれます。'],
    ['what a mark explains', '<cloud:クラウド>に しまいます。']
  ])('%s need no explanation', (_, text) => {
    expect(unknownIn(text)).toEqual([]);
  });

  test('a whole sentence in quotes is no label', () => {
    expect(
      unknownIn('「[下|した]の アプリを すぐに ひらいて ください。」と [来|き]ました。')
    ).toEqual(['アプリ']);
  });

  test('a word is allowed where its lesson lists it or marks it once', () => {
    const text = 'アプリと ショートメールです。';
    expect(unknownIn(text)).toEqual(['アプリ', 'ショートメール']);
    expect(unknownIn(text, explainedKatakana([], ['app', 'sms'], glossary))).toEqual([]);
    expect(unknownIn(text, explainedKatakana(['<app:アプリ>です。'], ['sms'], glossary))).toEqual(
      []
    );
    expect(explainedKatakana(['<url:メールアドレス>'], [], glossary)).toEqual(['メールアドレス']);
  });
});

describe('one thing has one name', () => {
  const secondNamesIn = (text: string, setting: TextSetting = {}) =>
    checkWords(text, setting).flatMap((finding) =>
      finding.type === 'two-names' ? [`${finding.text} → ${finding.say}`] : []
    );

  test.each([
    ['しるしを タップします。', 'タップし → ふれる'],
    ['「[次|つぎ]へ」を {押|お}します。', '」を 押 → ふれる'],
    ['しるしを {軽|かる}く {押|お}します。', 'しるしを 軽く 押 → ふれる'],
    ['{携帯|けいたい}の [番号|ばんごう]です。', '携帯 → スマホ'],
    ['バックの しるしです。', 'バック → もどる'],
    ['ディスプレイを [見|み]ます。', 'ディスプレイ → 画面'],
    ['{市|し}の サイトです。', 'サイト → ホームページ'],
    ['コミュニティセンターへ [行|い]きます。', 'コミュニティセンター → 公民館'],
    ['スマホの {講座|こうざ}です。', '講座 → 体験会']
  ])('%s', (text, names) => {
    expect(secondNamesIn(text)).toEqual([names]);
  });

  test.each([
    ['keys are pressed', '{電源|でんげん}の ボタンを {押|お}します。', {}],
    ['a かんたん phone is pressed', '「[次|つぎ]へ」を {押|お}します。', { pressed: true }],
    ['where the text says so, too', 'かんたんスマホでは、[絵|え]を {押|お}します。', {}],
    ['a label stays as the screen has it', '「バック」に ふれます。', {}],
    ['a drawn line too', 'ディスプレイ', { label: true }],
    ['a company is not a thing', '{携帯|けいたい}の {会社|かいしゃ}に [聞|き]きます。', {}],
    ['a bag is not the way back', 'ハンドバッグに [入|い]れます。', {}],
    ['a loan phone has its name', '{貸出|かしだし}{端末|たんまつ}です。', {}]
  ])('%s: %s', (_, text, setting) => {
    expect(secondNamesIn(text, setting)).toEqual([]);
  });
});
