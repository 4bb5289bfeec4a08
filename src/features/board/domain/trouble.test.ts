import { describe, expect, test } from 'vitest';
import { LONGEST_TROUBLE, decideTrouble } from './trouble.ts';

describe('a report of trouble', () => {
  test.each([
    ['a kind alone', '', null],
    ['what happened, in a few words', '2026年11月に 3,000円を 渡されそうになりました', undefined],
    ['that somebody asked to meet elsewhere', '自宅に来てくださいと 言われました', undefined],
    ['that somebody asked to be rung', '連絡先を交換してと 言われました', undefined]
  ])('may tell %s', (_, note, kept) => {
    expect(decideTrouble({ kind: 'unsafe', note })).toEqual({
      ok: true,
      value: { kind: 'unsafe', note: kept === undefined ? note : kept }
    });
  });

  test.each([
    ['no kind', undefined, 'こわかった', 'kind-missing'],
    ['a long story', 'other', 'あ'.repeat(LONGEST_TROUBLE + 1), 'note-too-long'],
    ['a telephone number', 'contact-asked', '090-1234-5678 と言われた', 'guard-phone'],
    ['a PIN', 'secret-asked', '暗証番号は 1357 でした', 'guard-pin'],
    ['a mail address', 'other', 'a@example.jp から', 'guard-mail'],
    ['a link', 'other', 'https://example.jp を開いた', 'guard-link']
  ] as const)('is asked for again with %s', (_, kind, note, type) => {
    expect(decideTrouble({ kind, note })).toEqual({ ok: false, error: { type } });
  });
});
