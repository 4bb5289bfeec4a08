import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import {
  app,
  hint,
  homeScreen,
  is,
  isNot,
  main,
  note,
  plain,
  right,
  row,
  text,
  w,
  way,
  wrong
} from './kit.ts';
import { mails } from './3-4-mails.ts';

const noScam = [isNot('scam', 'good')];
const noParcel = [isNot('parcel', 'good')];
const noAnswer = [isNot('answer', 'good')];

const home = homeScreen(
  [
    app('mail', w('メール', 'Mail'), 'letter', way('inbox')),
    app('messages', w('メッセージ', 'Messages'), 'short-letter', way('messages'))
  ],
  [
    hint('mail', w('「メール」の [絵|え]に ふれます。', 'Touch the picture “Mail”.'), noAnswer),
    hint('mail', w('「メール」の [絵|え]に ふれます。', 'Touch the picture “Mail”.'), noScam),
    hint('messages', w('「メッセージ」の [絵|え]に ふれます。', 'Touch the picture “Messages”.'))
  ]
);

const pickLabels = [
  ['iphone', w('{編集|へんしゅう}', 'Edit')],
  ['android', w('まるい しるし', 'Round sign')],
  ['kantan', w('メニュー', 'Menu')]
] as const;

const inbox: Screen = {
  app: 'messages',
  title: w('{受信箱|じゅしんばこ}', 'Inbox'),
  back: 'home',
  places: [
    ...pickLabels.map(([face, label]) =>
      plain(`pick-${face}`, label, way('pick'), {
        sign: 'check',
        note: w('ひらかずに えらぶ', 'Choose without opening'),
        when: [is('face', face), ...noScam]
      })
    ),
    row('scam', w('プレゼント[係|がかり]', 'Gift office'), way('scam'), {
      sign: 'stranger',
      note: w('{当選|とうせん}の お[知|し]らせ', 'You have won'),
      when: noScam
    }),
    row(
      'gym',
      w('{体操|たいそう}の{会|かい} [田中|たなか]', 'Tanaka, Exercise group'),
      way('gym'),
      {
        sign: 'person',
        note: w('{金曜日|きんようび}の こと', 'About Friday'),
        follows: 'answer'
      }
    ),
    plain('home', w('ホームへ', 'Home'), way('home'), { sign: 'home' })
  ],
  hints: [
    hint(
      'gym',
      w(
        '「{体操|たいそう}の{会|かい} [田中|たなか]」に ふれます。',
        'Touch “Tanaka, Exercise group”.'
      ),
      noAnswer
    ),
    ...pickLabels.map(([face, { ja, en }]) =>
      hint(
        `pick-${face}`,
        w(`「${ja}」で、ひらかずに えらべます。`, `“${en}” lets you choose without opening.`),
        [is('face', face), ...noScam]
      )
    ),
    hint(
      'home',
      w(
        'つぎは「ホームへ」。「メッセージ」を [見|み]ます。',
        'Now touch “Home”, and look at “Messages”.'
      )
    )
  ]
};

const pick: Screen = {
  app: 'messages',
  title: w('どの メールですか', 'Which mail?'),
  back: 'inbox',
  places: [
    row('scam', w('プレゼント[係|がかり]', 'Gift office'), way('picked-scam'), {
      note: w('{当選|とうせん}の お[知|し]らせ', 'You have won')
    }),
    row(
      'gym',
      w('{体操|たいそう}の{会|かい} [田中|たなか]', 'Tanaka, Exercise group'),
      way('picked-gym'),
      {
        note: w('{金曜日|きんようび}の こと', 'About Friday')
      }
    ),
    plain('cancel', w('やめる', 'Cancel'), way('inbox'))
  ],
  hints: [
    hint(
      'scam',
      w('あやしい「プレゼント[係|がかり]」に ふれます。', 'Touch the suspicious “Gift office”.'),
      noScam
    ),
    hint('cancel', w('「やめる」に ふれます。', 'Touch “Cancel”.'))
  ]
};

const one = w('1つ えらびました', '1 chosen');
const bin = w('ごみ{箱|ばこ}', 'Bin');
const deletedUnopened = w('ひらかずに [消|け]しました。', 'Deleted, and never opened.');

const pickedScam: Screen = {
  app: 'messages',
  title: one,
  back: 'pick',
  parts: [note(w('プレゼント[係|がかり]', 'Gift office'))],
  places: [
    main(
      'bin',
      bin,
      [
        right(deletedUnopened, {
          to: 'inbox',
          marks: { scam: 'good' },
          when: noParcel,
          todo: w('「メッセージ」の [中|なか]も [見|み]ましょう。', 'Look inside “Messages” too.')
        }),
        right(deletedUnopened, { to: 'inbox', marks: { scam: 'good' } })
      ],
      { sign: 'trash' }
    ),
    plain('cancel', w('やめる', 'Cancel'), way('inbox'))
  ],
  hints: [hint('bin', w('「ごみ{箱|ばこ}」に ふれます。', 'Touch “Bin”.'))]
};

const pickedGym: Screen = {
  app: 'messages',
  title: one,
  back: 'pick',
  parts: [note(w('{体操|たいそう}の{会|かい} [田中|たなか]', 'Tanaka, Exercise group'))],
  places: [
    main(
      'bin',
      bin,
      wrong(
        w(
          '[大事|だいじ]な メールでした。ごみ{箱|ばこ}の [中|なか]から もどしました。',
          'That mail matters. It was taken back out of the bin.'
        ),
        w('[消|け]す {前|まえ}に、だれからかを [見|み]ます。', 'Before deleting, see who wrote.'),
        { to: 'inbox' }
      ),
      { sign: 'trash' }
    ),
    plain('cancel', w('やめる', 'Cancel'), way('inbox'))
  ],
  hints: [
    hint(
      'cancel',
      w(
        '[知|し]っている [人|ひと]です。「やめる」に ふれます。',
        'You know this person. Touch “Cancel”.'
      )
    )
  ]
};

const messages: Screen = {
  app: 'messages',
  title: w('メッセージ(SMS)', 'Messages (SMS)'),
  back: 'home',
  places: [
    row('parcel', w('[知|し]らない {番号|ばんごう}', 'Unknown number'), way('parcel'), {
      sign: 'stranger',
      note: w('お{荷物|にもつ}を [持|も]ち[帰|かえ]りました。', 'Your parcel was taken back.'),
      when: noParcel
    }),
    row('sakura', w('さくら', 'Sakura'), way('sakura'), {
      sign: 'family',
      note: w('あした [行|い]きます。', 'I will come tomorrow.')
    }),
    plain('home', w('ホームへ', 'Home'), way('home'), { sign: 'home' })
  ],
  hints: [
    hint(
      'parcel',
      w('「[知|し]らない {番号|ばんごう}」に ふれます。', 'Touch “Unknown number”.'),
      noParcel
    ),
    hint('home', w('「ホームへ」に ふれます。', 'Touch “Home”.'))
  ]
};

const sakura: Screen = {
  app: 'message',
  title: w('さくら', 'Sakura'),
  back: 'messages',
  parts: [text(w('あした [行|い]きます。', 'I will come tomorrow.'))],
  places: [plain('back', w('もどる', 'Back'), way('messages'))],
  hints: [hint('back', w('「もどる」に ふれます。', 'Touch “Back”.'))]
};

/** メール・SMS: answer one, delete two, and touch no link. */
const scenario: Scenario = {
  slug: '3-4',
  title: w('メール・SMS', 'Mail and text messages'),
  task: w(
    '{体操|たいそう}の{会|かい}に {返事|へんじ}を [出|だ]し、あやしい メールと SMSを [消|け]します。',
    'Answer the exercise group, and delete the suspicious mail and text message.'
  ),
  first: 'home',
  home: 'home',
  goal: { kind: 'marks', marks: ['answer', 'scam', 'parcel'], is: 'good', atLeast: 3 },
  done: w(
    '[知|し]っている [人|ひと]に {返事|へんじ}を して、あやしい ものを [消|け]せました。',
    'You answered whom you know, and deleted what was suspicious.'
  ),
  whereToAsk: w(
    'まよったら [消|け]さずに、{家族|かぞく}や {公民館|こうみんかん}の {相談会|そうだんかい}で [見|み]せましょう。',
    'If in doubt, keep it and show it to your family or at a help day.'
  ),
  screens: {
    home,
    inbox,
    pick,
    'picked-scam': pickedScam,
    'picked-gym': pickedGym,
    messages,
    sakura,
    ...mails
  }
};

export default scenario;
