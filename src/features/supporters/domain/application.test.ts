import { describe, expect, test } from 'vitest';
import { carriedFields, questions, readAnswers, screenOf, toApplication } from './application.ts';

const VENUES = ['chuo', 'sayama'];
const complete = {
  who: ['adult', 'tokyo', 'daily'],
  certificate: 'have',
  families: ['android'],
  topics: ['line', 'map'],
  languages: ['ja', 'en'],
  venues: ['chuo'],
  times: ['weekday-morning'],
  month: '2',
  reach: 'phone',
  kana: 'シエン サクラ',
  name: '支援 桜',
  phone: '090-1234-5678',
  key: '00000000-0000-4000-8000-000000000001'
};

function formOf(told: Readonly<Record<string, string | readonly string[]>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(told)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form;
}
const answersTo = (told: Readonly<Record<string, string | readonly string[]>>) =>
  readAnswers(formOf(told), VENUES);

describe('an application', () => {
  test('whole, it is one value with the kana in hiragana and the number in digits', () => {
    expect(toApplication(answersTo(complete))).toEqual({
      ok: true,
      value: {
        certificate: 'have',
        families: ['android'],
        topics: ['line', 'map'],
        languages: ['ja', 'en'],
        venues: ['chuo'],
        times: ['weekday-morning'],
        monthlyLimit: 2,
        kana: 'しえん さくら',
        name: '支援 桜',
        phone: '09012345678',
        way: 'phone'
      }
    });
  });

  test.each([
    ['two conditions are not three', { who: ['adult', 'tokyo'] }, { who: 'choose-who' }],
    ['no certificate told', { certificate: '' }, { certificate: 'choose-certificate' }],
    ['a phone nobody can help with', { families: ['none'] }, { families: 'choose-families' }],
    ['a topic for the desk only', { topics: ['money'] }, { topics: 'choose-topics' }],
    ['a place that is none of ours', { venues: ['cafe'] }, { venues: 'choose-venues' }],
    ['a number of meetings of one’s own', { month: '99' }, { month: 'choose-month' }],
    ['letters that are no kana', { kana: 'Sakura' }, { kana: 'kana-wrong' }],
    ['to be rung without a number', { phone: '' }, { phone: 'phone-missing' }]
  ])('%s is one sentence', (_, change, error) => {
    expect(toApplication(answersTo({ ...complete, ...change }))).toEqual({ ok: false, error });
  });

  test('the first question without an answer comes next, with a sentence only when it was asked', () => {
    const answers = answersTo({ ...complete, languages: [] });
    expect(screenOf(answers, {})).toEqual({ show: 'languages', errors: {} });
    expect(screenOf(answers, { asked: 'languages' }).errors).toEqual({
      languages: 'choose-languages'
    });
    expect(screenOf(answersTo(complete), {}).show).toBe('summary');
    expect(screenOf(answersTo(complete), { at: 'topics' }).show).toBe('topics');
  });

  test('a form carries every other answer along, and comes back the same', () => {
    const answers = answersTo(complete);
    for (const question of questions) {
      const carried = carriedFields(answers, question).map(([name]) => name);
      expect(carried).not.toContain(question);
      expect(carried).toContain('key');
    }
    const all = new FormData();
    for (const [name, value] of carriedFields(answers, undefined)) all.append(name, value);
    expect(readAnswers(all, VENUES)).toEqual(answers);
  });
});
