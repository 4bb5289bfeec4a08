import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyFields, type ApplicationFields } from './application.ts';
import {
  fieldsOfStep,
  nextScreen,
  readPostedScreen,
  stepsFor,
  type PostedScreen
} from './apply-form.ts';

const filled: ApplicationFields = {
  kana: 'さとう はな',
  name: '佐藤 花',
  forOther: 'yes',
  helperName: '佐藤 次郎',
  relation: 'family',
  phone: '09012345678',
  noPhone: '',
  ageBand: '75-84',
  livesHere: 'yes',
  phoneFamily: 'android',
  loanPhone: 'no',
  companions: '0',
  needs: [],
  way: 'phone',
  mail: ''
};
const key = 'a'.repeat(32);
const form = {
  loanPhones: 4,
  lottery: { rules: { priorities: { resident: 'first' } } }
} as const;
const posted = (changed: Partial<PostedScreen>): PostedScreen => ({
  key,
  fields: filled,
  step: 'name',
  go: 'next',
  fromSummary: false,
  ...changed
});

describe('nextScreen', () => {
  test('every question is asked once, in order, and then comes the summary', () => {
    const asked = ['name'];
    let screen = nextScreen(posted({}), form);
    while (screen.kind === 'step') {
      asked.push(screen.step);
      screen = nextScreen(posted({ step: screen.step }), form);
    }
    expect(asked).toEqual(stepsFor(filled, form));
    expect(screen).toEqual({ kind: 'summary' });
  });

  test('back from anywhere leads through the same questions, and needs no answer', () => {
    const seen: string[] = [];
    let step: PostedScreen['step'] = 'summary';
    for (;;) {
      const screen = nextScreen(
        posted({ step, go: 'back', fields: { ...emptyFields, forOther: 'yes' } }),
        form
      );
      if (screen.kind !== 'step' || screen.step === step) break;
      expect(screen.errors).toEqual({});
      seen.unshift(screen.step);
      step = screen.step;
    }
    expect(seen).toEqual(stepsFor(filled, form));
  });

  test('a wrong answer keeps its screen and tells only its own sentence', () => {
    const fields = { ...emptyFields, phone: '123' };
    expect(nextScreen(posted({ step: 'phone', fields }), form)).toEqual({
      kind: 'step',
      step: 'phone',
      errors: { phone: 'phoneNotANumber' },
      fromSummary: false
    });
  });

  test('one answer is changed from the summary, and leads back to it', () => {
    expect(nextScreen(posted({ step: 'summary', go: { change: 'age' } }), form)).toEqual({
      kind: 'step',
      step: 'age',
      errors: {},
      fromSummary: true
    });
    expect(nextScreen(posted({ step: 'age', fromSummary: true }), form)).toEqual({
      kind: 'summary'
    });
    expect(nextScreen(posted({ step: 'age', fromSummary: true, go: 'back' }), form)).toEqual({
      kind: 'summary'
    });
  });

  test('a change that opens another question asks it before the summary', () => {
    const fields = { ...filled, way: '' };
    expect(nextScreen(posted({ step: 'phone', fromSummary: true, fields }), form)).toEqual({
      kind: 'step',
      step: 'way',
      errors: {},
      fromSummary: true
    });
  });

  test('only the summary sends, and only when everything is answered', () => {
    expect(nextScreen(posted({ step: 'summary', go: 'send' }), form)).toMatchObject({
      kind: 'send',
      application: { kana: 'さとう はな' }
    });
    expect(nextScreen(posted({ step: 'way', go: 'send' }), form)).toEqual({ kind: 'summary' });
    expect(
      nextScreen(posted({ step: 'summary', go: 'send', fields: { ...filled, ageBand: '' } }), form)
    ).toMatchObject({ kind: 'step', step: 'age', errors: { ageBand: 'ageBandNotChosen' } });
  });

  test('who has no telephone is not asked whether to be rung; where no phones are lent, nobody asks', () => {
    expect(stepsFor({ ...filled, noPhone: 'yes' }, form)).not.toContain('way');
    expect(stepsFor(filled, { loanPhones: 0 })).not.toContain('loan');
    expect(stepsFor({ ...filled, forOther: '' }, form)).not.toContain('helper');
    expect(stepsFor(filled, { loanPhones: 0 })).not.toContain('home');
  });

  test('where mail is sent, an address is asked of those who chose it, with or without a telephone', () => {
    const withMail = { ...form, offersMail: true };
    const byMail = { ...filled, way: 'mail' };
    expect(stepsFor(filled, withMail)).not.toContain('mail');
    expect(stepsFor(byMail, form)).not.toContain('mail');
    expect(stepsFor({ ...byMail, noPhone: 'yes' }, withMail).slice(-2)).toEqual(['way', 'mail']);
    expect(nextScreen(posted({ step: 'way', fields: byMail }), withMail)).toMatchObject({
      step: 'mail',
      errors: {}
    });
    expect(
      nextScreen(posted({ step: 'way', fields: byMail, fromSummary: true }), withMail)
    ).toMatchObject({ step: 'mail', errors: {} });
    expect(
      nextScreen(posted({ step: 'mail', fields: { ...byMail, mail: 'hana@' } }), withMail)
    ).toMatchObject({ step: 'mail', errors: { mail: 'mailNotAnAddress' } });
    expect(
      nextScreen(posted({ step: 'mail', fields: { ...byMail, mail: 'h@example.jp' } }), withMail)
    ).toEqual({ kind: 'summary' });
  });

  test('every field belongs to exactly one question', () => {
    expect(Object.values(fieldsOfStep).flat().sort()).toEqual(Object.keys(emptyFields).sort());
  });
});

describe('readPostedScreen', () => {
  const entries = (changed: Record<string, string> = {}): [string, unknown][] =>
    Object.entries({ key, step: 'name', go: 'next', kana: 'さとう', ...changed });

  test('the answers so far are read, several needs too', () => {
    const read = readPostedScreen([...entries(), ['needs', 'wheelchair'], ['needs', 'calm-seat']]);
    expect(read).toMatchObject({
      ok: true,
      value: {
        key,
        step: 'name',
        go: 'next',
        fields: { kana: 'さとう', needs: ['wheelchair', 'calm-seat'] }
      }
    });
  });

  test('Enter in a line, which sends no button, goes on', () => {
    expect(readPostedScreen(entries().filter(([name]) => name !== 'go'))).toMatchObject({
      value: { go: 'next' }
    });
  });

  test.each([
    ['a field nobody offered', [...entries(), ['admin', '1']]],
    ['a field told twice', [...entries(), ['kana', 'すずき']]],
    ['a file', [...entries(), ['name', new Blob(['x'])]]],
    ['a whole book', entries({ kana: 'あ'.repeat(501) })],
    ['a step nobody offered', entries({ step: 'card-number' })],
    ['a way nobody offered', entries({ go: 'delete' })],
    ['no key', entries({ key: '' })],
    ['nothing', []],
    ['a name from the prototype', [...entries(), ['constructor', 'x']]]
  ] as [string, [string, unknown][]][])('%s is no form of ours', (_, sent) => {
    expect(readPostedScreen(sent)).toEqual({ ok: false, error: { type: 'malformed' } });
  });

  test('whatever is sent, there is an answer', () => {
    const anything = fc.array(fc.tuple(fc.string(), fc.oneof(fc.string(), fc.constant(undefined))));
    fc.assert(fc.property(anything, (sent) => typeof readPostedScreen(sent).ok === 'boolean'));
  });
});
