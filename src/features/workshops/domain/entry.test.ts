import { describe, expect, test } from 'vitest';
import { emptyFields } from './application.ts';
import {
  fillFromKnown,
  lineNumbersOf,
  searchedBy,
  type KnownAnswers,
  type TypedEntry
} from './entry.ts';

const empty: TypedEntry = {
  ...emptyFields,
  ...{ ageBand: 'not-told', phoneFamily: 'unknown', way: 'phone', channel: 'phone' },
  ...{ town: '', birth: '', key: 'k', searched: '', looked: '', known: '' }
};
const hana: KnownAnswers = {
  kana: 'さとう はな',
  name: '佐藤 花',
  phone: '0425632111',
  town: '狭山',
  ageBand: '75-84',
  phoneFamily: 'kantan',
  way: 'desk',
  mail: null,
  needs: ['wheelchair']
};

describe('lineNumbersOf', () => {
  test('the lines are numbered without a gap, whatever the workshop asks for', () => {
    const lottery = { rules: { priorities: { resident: 'first' } } } as const;
    for (const form of [{ loanPhones: 0 }, { loanPhones: 4 }, { loanPhones: 4, lottery }]) {
      const numbers = [...lineNumbersOf(form).values()];
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
    expect(lineNumbersOf({ loanPhones: 0 }).has('loanPhone')).toBe(false);
    expect(lineNumbersOf({ loanPhones: 0 }).has('livesHere')).toBe(false);
    expect(lineNumbersOf({ loanPhones: 0, lottery }).get('livesHere')).toBe(6);
  });
});

describe('searchedBy', () => {
  test.each([
    ['the first letters of the kana', { kana: 'さと' }, 'kana'],
    ['a telephone alone', { phone: '0425632111' }, 'phone'],
    ['kana and telephone are a form', { kana: 'さと', phone: '0425632111' }, undefined],
    ['kana and name are a form', { kana: 'さと', name: '佐藤' }, undefined],
    ['no telephone is an answer', { kana: 'さと', noPhone: 'yes' }, undefined],
    ['searched before', { kana: 'さと', searched: 'さと' }, undefined],
    ['chosen before', { kana: 'さと', known: 'id' }, undefined],
    ['nothing', {}, undefined]
  ] as const)('%s', (_, typed, by) => {
    expect(searchedBy({ ...empty, ...typed })).toBe(by);
  });
});

describe('fillFromKnown', () => {
  test('what was told before fills the lines', () => {
    expect(fillFromKnown({ ...empty, kana: 'さと' }, hana)).toMatchObject({
      ...{ kana: 'さとう はな', name: '佐藤 花', phone: '0425632111', town: '狭山', noPhone: '' },
      ...{ ageBand: '75-84', phoneFamily: 'kantan', way: 'desk', needs: ['wheelchair'] }
    });
  });

  test('what was typed today stays', () => {
    const today = { phone: '09000000000', town: '中央', phoneFamily: 'iphone', birth: '昭和23' };
    expect(fillFromKnown({ ...empty, ...today }, hana)).toMatchObject(today);
  });

  test('a year of birth typed today decides, and the old band does not speak against it', () => {
    expect(fillFromKnown({ ...empty, birth: '昭和13' }, hana).ageBand).toBe('not-told');
  });

  test('who has no telephone asks at the desk', () => {
    expect(fillFromKnown(empty, { ...hana, phone: null })).toMatchObject({
      noPhone: 'yes',
      way: 'desk'
    });
  });

  test('an address for mails is filled in, and the way where the server sends some', () => {
    const byMail = { ...hana, way: 'mail', mail: 'hana@example.jp' } as const;
    expect(fillFromKnown(empty, byMail, { offersMail: true })).toMatchObject({
      way: 'mail',
      mail: 'hana@example.jp'
    });
    expect(fillFromKnown(empty, byMail)).toMatchObject({ way: 'phone' });
    const nowhere = { ...byMail, mail: null, phone: null };
    expect(fillFromKnown(empty, nowhere, { offersMail: true })).toMatchObject({ way: 'desk' });
  });
});
