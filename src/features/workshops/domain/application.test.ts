import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needs } from '#features/people/domain/person.ts';
import {
  contentOf,
  emptyFields,
  readApplication,
  type Application,
  type ApplicationFields
} from './application.ts';

const filled: ApplicationFields = {
  kana: 'ｻﾄｳ　ﾊﾅ',
  name: '佐藤 花',
  forOther: '',
  helperName: '',
  relation: '',
  phone: '０９０ー１２３４ー５６７８',
  noPhone: '',
  ageBand: '75-84',
  livesHere: '',
  phoneFamily: 'kantan',
  loanPhone: 'no',
  companions: '1',
  needs: ['wheelchair', 'hearing-loop'],
  way: 'phone',
  mail: ''
};
const read = (changed: Partial<ApplicationFields> = {}, loanPhones = 4) =>
  readApplication({ ...filled, ...changed }, { loanPhones });

describe('readApplication', () => {
  test('kana of any kind and full-width digits are understood', () => {
    expect(read()).toEqual({
      ok: true,
      value: {
        kana: 'さとう はな',
        name: '佐藤 花',
        phone: '09012345678',
        town: undefined,
        ageBand: '75-84',
        phoneFamily: 'kantan',
        wantsLoanPhone: false,
        companions: 1,
        needs: ['hearing-loop', 'wheelchair'],
        way: 'phone'
      }
    });
  });

  test.each([
    ['without kana', { kana: ' 　' }, { kana: 'kanaEmpty' }],
    ['kanji where kana is asked', { kana: '佐藤花' }, { kana: 'kanaNotKana' }],
    ['a kana longer than any name', { kana: 'あ'.repeat(41) }, { kana: 'kanaTooLong' }],
    ['a name longer than any name', { name: '花'.repeat(41) }, { name: 'nameTooLong' }],
    ['a number where a name is asked', { name: '1234-5678' }, { name: 'nameNotLetters' }],
    [
      'somebody applies, without saying who',
      { forOther: 'yes', relation: 'family' },
      { helperName: 'helperEmpty' }
    ],
    [
      'somebody applies, without saying what they are',
      { forOther: 'yes', helperName: '佐藤 次郎' },
      { relation: 'relationNotChosen' }
    ],
    ['no telephone and no word about it', { phone: '' }, { phone: 'phoneEmpty' }],
    ['a telephone without its area', { phone: '563-2111' }, { phone: 'phoneNotANumber' }],
    ['a telephone and the word that there is none', { noPhone: 'yes' }, { phone: 'phoneOrNone' }],
    ['an age nobody offered', { ageBand: '42' }, { ageBand: 'ageBandNotChosen' }],
    ['no telephone family', { phoneFamily: '' }, { phoneFamily: 'phoneFamilyNotChosen' }],
    ['no word about a loan phone', { loanPhone: '' }, { loanPhone: 'loanPhoneNotChosen' }],
    ['four companions', { companions: '4' }, { companions: 'companionsNotChosen' }],
    ['a need nobody offered', { needs: ['dog'] }, { needs: 'needsUnknown' }],
    ['a way that needs an address', { way: 'mail' }, { way: 'wayNotChosen' }]
  ] as const)('%s is told by one sentence', (_, changed, error) => {
    expect(read(changed)).toEqual({ ok: false, error });
  });

  test('an empty form is told everything that is missing at once', () => {
    const answer = readApplication(emptyFields, { loanPhones: 1 });
    expect(answer.ok ? [] : Object.keys(answer.error)).toEqual([
      'kana',
      'phone',
      'ageBand',
      'phoneFamily',
      'loanPhone',
      'companions',
      'way'
    ]);
  });

  test('who has no telephone asks at the desk', () => {
    expect(read({ phone: '', noPhone: 'yes', way: '' })).toMatchObject({
      ok: true,
      value: { phone: undefined, way: 'desk' }
    });
  });

  test('where no phones are lent, none is wanted, whatever was sent', () => {
    expect(read({ loanPhone: 'yes' }, 0)).toMatchObject({ value: { wantsLoanPhone: false } });
    expect(read({ loanPhone: 'yes' }, 1)).toMatchObject({ value: { wantsLoanPhone: true } });
  });

  test('who applies for somebody else is kept beside the application', () => {
    const helped = { forOther: 'yes', helperName: ' 佐藤　次郎 ', relation: 'family' };
    expect(read(helped)).toMatchObject({
      value: { kana: 'さとう はな', helper: { name: '佐藤 次郎', relation: 'family' } }
    });
    expect(read({ ...helped, forOther: '' })).not.toHaveProperty('value.helper');
  });

  test('who writes kana only is called by it', () => {
    expect(read({ name: '' })).toMatchObject({ value: { name: 'さとう はな' } });
  });

  test('whatever is typed gets an answer: an application that reads back, or sentences', () => {
    const typed = fc.record({
      ...Object.fromEntries(
        Object.keys(emptyFields).map((field) => [
          field,
          fc.string({ unit: 'binary', maxLength: 60 })
        ])
      ),
      needs: fc.array(fc.constantFrom(...needs, 'other'))
    }) as unknown as fc.Arbitrary<ApplicationFields>;
    fc.assert(
      fc.property(typed, (fields) => {
        const answer = readApplication(fields, { loanPhones: 1 });
        if (!answer.ok) expect(Object.keys(answer.error).length).toBeGreaterThan(0);
      })
    );
  });
});

describe('where somebody lives', () => {
  const asking = {
    loanPhones: 0,
    lottery: { rules: { priorities: { resident: 'first' } } }
  } as const;

  test('is asked only where a rule looks at it', () => {
    expect(readApplication({ ...filled, livesHere: 'yes' }, asking)).toMatchObject({
      ok: true,
      value: { livesHere: true }
    });
    expect(readApplication({ ...filled, livesHere: 'no' }, asking)).toMatchObject({
      value: { livesHere: false }
    });
    expect(readApplication({ ...filled, livesHere: 'perhaps' }, asking)).toEqual({
      ok: false,
      error: { livesHere: 'livesHereNotChosen' }
    });
    const notAsked = readApplication({ ...filled, livesHere: 'yes' }, { loanPhones: 0 });
    expect(notAsked.ok && 'livesHere' in notAsked.value).toBe(false);
  });
});

describe('being told by mail', () => {
  const withMail = (changed: Partial<ApplicationFields>, offersMail = true) =>
    readApplication({ ...filled, way: 'mail', ...changed }, { loanPhones: 0, offersMail });

  test.each([
    ['an address', { mail: ' ＨＡＮＡ＠example.JP ' }, { way: 'mail', mail: 'HANA@example.jp' }],
    [
      'an address without a telephone',
      { mail: 'hana@example.jp', phone: '', noPhone: 'yes' },
      { way: 'mail', phone: undefined }
    ],
    ['a call, whatever was typed before', { way: 'phone', mail: 'x' }, { way: 'phone' }]
  ])('%s', (_, fields, value) => {
    const answer = withMail(fields);
    expect(answer).toMatchObject({ ok: true, value });
    expect(answer.ok && 'mail' in answer.value).toBe(answer.ok && answer.value.way === 'mail');
  });

  test.each([
    ['no address', {}, true, { mail: 'mailEmpty' }],
    ['no address that could be one', { mail: 'hana' }, true, { mail: 'mailNotAnAddress' }],
    ['where none is sent', { mail: 'hana@example.jp' }, false, { way: 'wayNotChosen' }],
    [
      'a call without a telephone',
      { way: 'phone', phone: '', noPhone: 'yes' },
      true,
      { way: 'wayNotChosen' }
    ]
  ])('%s is told', (_, fields, offersMail, error) => {
    expect(withMail(fields, offersMail)).toEqual({ ok: false, error });
  });
});

describe('contentOf', () => {
  const application = (changed: Partial<Application> = {}) => {
    const answer = read();
    if (!answer.ok) throw new Error('not read');
    return { ...answer.value, ...changed };
  };

  test('the order of ticking does not matter', () => {
    expect(contentOf('w', application({ needs: ['calm-seat', 'wheelchair'] }))).toBe(
      contentOf('w', application({ needs: ['wheelchair', 'calm-seat'] }))
    );
  });

  test.each([
    ['another person', { kana: 'さとう たろう' }],
    ['another telephone', { phone: '0425632111' }],
    ['no telephone', { phone: undefined }],
    ['another companion', { companions: 2 }],
    ['another way', { way: 'desk' }],
    ['a mail address', { mail: 'hana@example.jp' }],
    ['a helper', { helper: { name: '佐藤 次郎', relation: 'family' } }],
    ['a loan phone', { wantsLoanPhone: true }]
  ] as const)('%s is another application', (_, changed) => {
    expect(contentOf('w', application(changed))).not.toBe(contentOf('w', application()));
  });

  test('the same words for another workshop are another application', () => {
    expect(contentOf('v', application())).not.toBe(contentOf('w', application()));
  });
});
