import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import { app, hint, homeScreen, is, isNot, row, w, way } from './kit.ts';
import { calls, sakura } from './3-6-call.ts';
import { groups } from './3-6-group.ts';

const ringing = [is('call', '')];
const talking = [is('call', 'on')];
const inCall = w('さくらと {通話中|つうわちゅう}', 'Call with Sakura');
const stillRinging = w('さくらから {着信|ちゃくしん}', 'Sakura is calling');

const home = homeScreen(
  [
    { ...app('ringing', stillRinging, 'call', way('lock')), when: ringing },
    { ...app('in-call', inCall, 'call', way('talking')), when: talking },
    app('line', w('LINE', 'LINE'), 'talk', way('chats'))
  ],
  [
    hint(
      'ringing',
      w(
        'まだ [鳴|な]って います。「{着信|ちゃくしん}」に ふれます。',
        'It still rings. Touch “Sakura is calling”.'
      ),
      ringing
    ),
    hint(
      'in-call',
      w(
        'ホームでは {電話|でんわ}は [切|き]れません。「{通話中|つうわちゅう}」に ふれます。',
        'Home does not hang up. Touch “Call with Sakura”.'
      ),
      talking
    ),
    hint('line', w('「LINE」の [絵|え]に ふれます。', 'Touch the picture “LINE”.'))
  ]
);

const chats: Screen = {
  app: 'talk',
  title: w('トーク', 'Chats'),
  back: 'home',
  places: [
    row('ringing', stillRinging, way('lock'), { sign: 'call', when: ringing }),
    row('in-call', inCall, way('talking'), { sign: 'call', when: talking }),
    row('sakura', sakura, way('sakura'), { sign: 'family', when: [is('call', 'good')] }),
    row('group', w('{体操|たいそう}の{会|かい}', 'Exercise group'), way('group'), {
      sign: 'group',
      note: w('きょうは [晴|は]れですね。', 'A fine day today.')
    }),
    row('invite', w('もうかる{会|かい}', 'Money club'), way('invite'), {
      sign: 'stranger',
      note: w('{招待|しょうたい}されて います', 'You are invited'),
      when: [isNot('invite', 'no')]
    })
  ],
  hints: [
    hint(
      'ringing',
      w('「さくらから {着信|ちゃくしん}」に ふれます。', 'Touch “Sakura is calling”.'),
      ringing
    ),
    hint(
      'in-call',
      w('「さくらと {通話中|つうわちゅう}」に ふれます。', 'Touch “Call with Sakura”.'),
      talking
    ),
    hint('group', w('「{体操|たいそう}の{会|かい}」に ふれます。', 'Touch “Exercise group”.'))
  ]
};

/** LINE②: take a call and end it, and silence a group without leaving it. */
const scenario: Scenario = {
  slug: '3-6',
  title: w('LINE② {通話|つうわ}・グループ', 'LINE 2: calls and groups'),
  task: w(
    'さくらさんの {電話|でんわ}に [出|で]て [切|き]り、{体操|たいそう}の{会|かい}の [音|おと]を [止|と]めます。',
    'Take Sakura’s call and end it, then silence the exercise group.'
  ),
  first: 'lock',
  home: 'home',
  goal: { kind: 'marks', marks: ['call', 'muted'], is: 'good', atLeast: 2 },
  done: w(
    '{電話|でんわ}を [受|う]けて [切|き]り、グループを しずかに できました。',
    'You took and ended a call, and silenced a group.'
  ),
  whereToAsk: w(
    'LINEの {設定|せってい}は、{公民館|こうみんかん}の {相談会|そうだんかい}で いっしょに できます。',
    'At the community hall’s help day someone sets up LINE together with you.'
  ),
  screens: {
    home,
    chats,
    ...calls,
    ...groups
  }
};

export default scenario;
