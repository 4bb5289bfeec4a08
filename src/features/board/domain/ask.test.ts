import { describe, expect, test } from 'vitest';
import { errorsOf, questions, readAnswers, screenOf, toAsk } from './ask.ts';
import { stateAfter } from './request.ts';

const venues = ['chuo', 'sayama'];
const key = '0197f5b0-0000-7000-8000-000000000001';
const whole = {
  topic: 'line',
  family: 'android',
  venue: 'chuo',
  times: ['weekday-morning'],
  needsAsked: '1',
  reach: 'phone',
  kana: 'サトウ ハナ',
  name: '佐藤 花',
  phone: '090-1234-5678',
  note: '写真を送れるようになりたいです',
  noteAsked: '1',
  key
};

function answers(fields: Readonly<Record<string, string | string[]>>) {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return readAnswers(form, venues);
}

describe('asking for help, one question a screen', () => {
  test('the questions come in their order, and the summary last', () => {
    const shown: string[] = [];
    const given: Record<string, string | string[]> = {};
    const steps: Record<string, Record<string, string | string[]>> = {
      topic: { topic: 'line' },
      family: { family: 'android' },
      venue: { venue: 'chuo' },
      times: { times: ['weekday-morning'] },
      needs: { needsAsked: '1' },
      contact: { reach: 'nameless' },
      note: { noteAsked: '1' }
    };
    for (;;) {
      const { show } = screenOf(answers(given), {});
      shown.push(show);
      if (show === 'summary') break;
      Object.assign(given, steps[show]);
    }
    expect(shown).toEqual([...questions, 'summary']);
  });

  test('a question answered with nothing is shown again with its sentence', () => {
    expect(screenOf(answers({}), { asked: 'topic' })).toEqual({
      show: 'topic',
      errors: { topic: 'choose-topic' }
    });
  });

  test('one may go back to a question', () => {
    expect(screenOf(answers(whole), { at: 'venue' })).toEqual({ show: 'venue', errors: {} });
    expect(screenOf(answers(whole), { at: 'nonsense' }).show).toBe('summary');
  });

  test('a whole request is read; kana and telephone in the form they are kept', () => {
    expect(toAsk(answers(whole))).toEqual({
      ok: true,
      value: {
        topic: 'line',
        phoneFamily: 'android',
        venueId: 'chuo',
        times: ['weekday-morning'],
        needs: [],
        contact: {
          kind: 'named',
          kana: 'さとう はな',
          name: '佐藤 花',
          phone: '09012345678',
          way: 'phone'
        },
        note: '写真を送れるようになりたいです'
      }
    });
  });

  test('who stays nameless leaves nothing of themselves, even if it was typed', () => {
    const ask = toAsk(answers({ ...whole, reach: 'nameless' }));
    expect(ask).toMatchObject({ ok: true, value: { contact: { kind: 'nameless' } } });
    expect(JSON.stringify(ask)).not.toContain('佐藤');
  });

  test.each([
    [{ topic: 'hacking' }, { topic: 'choose-topic' }],
    [{ venue: 'my-house' }, { venue: 'choose-venue' }],
    [{ times: [] }, { times: 'choose-times' }],
    [{ reach: '' }, { reach: 'choose-reach' }],
    [{ kana: '佐藤' }, { kana: 'kana-wrong' }],
    [{ kana: '' }, { kana: 'kana-missing' }],
    [{ name: ' ' }, { name: 'name-missing' }],
    [{ name: '花'.repeat(61) }, { name: 'too-long' }],
    [{ phone: '' }, { phone: 'phone-missing' }],
    [{ phone: '12' }, { phone: 'phone-wrong' }],
    [{ note: '暗証番号は1234です' }, { note: 'guard-pin' }],
    [{ note: '家に来てください' }, { note: 'guard-meeting' }],
    [{ note: 'あ'.repeat(401) }, { note: 'too-long' }]
  ])('%j is asked about again', (change, errors) => {
    expect(toAsk(answers({ ...whole, ...change }))).toEqual({ ok: false, error: errors });
  });

  test('who rings the desk need not leave a telephone number', () => {
    expect(errorsOf('contact', answers({ ...whole, reach: 'desk', phone: '' }))).toEqual({});
  });
});

describe('what the desk may do with a request', () => {
  test.each([
    ['put-on-board', 'received', 'line', 'on-board'],
    ['put-on-board', 'matched', 'line', undefined],
    ['put-on-board', 'received', 'money', undefined],
    ['put-on-board', 'received', 'fraud', undefined],
    ['hand-over', 'received', 'fraud', 'handed-over'],
    ['decline', 'on-board', 'line', 'declined'],
    ['decline', 'matched', 'line', undefined],
    ['withdraw', 'done', 'line', undefined],
    ['take-off-board', 'on-board', 'line', 'received']
  ] as const)('%s of a %s request about %s: %s', (step, state, topic, after) => {
    expect(stateAfter(step, { state, topic })).toBe(after);
  });
});
