import type { Place, Screen } from '../domain/screen.ts';
import type { Turn, Words } from '../domain/turn.ts';
import {
  hint,
  is,
  isNot,
  link,
  main,
  note,
  plain,
  right,
  text,
  w,
  way,
  wouldHave,
  wrong
} from './kit.ts';

const onIphone = [is('face', 'iphone')];
const onOthers = [isNot('face', 'iphone')];

const backToInbox = plain('back', w('＜ {受信箱|じゅしんばこ}', '< Inbox'), way('inbox'));
const replyLabel = w('{返信|へんしん}', 'Reply');

const repliedToAll = wrong(
  w(
    '{会|かい}の 8[人|にん]みんなに とどく ところでした。{練習|れんしゅう}なので とどいて いません。',
    'It would have gone to all eight. This is practice, so it did not.'
  ),
  w(
    '[1人|ひとり]に [出|だ]す [時|とき]は「{返信|へんしん}」に ふれます。',
    'To answer one person, touch “Reply”.'
  )
);

const replies: Place[] = [
  main('reply', replyLabel, way('write'), { sign: 'left' }),
  plain('reply-all', w('{全員|ぜんいん}に {返信|へんしん}', 'Reply all'), repliedToAll)
];

const gym: Screen = {
  app: 'message',
  title: w('{金曜日|きんようび}の こと', 'About Friday'),
  back: 'inbox',
  parts: [
    note(w('{体操|たいそう}の{会|かい} [田中|たなか]', 'Tanaka, Exercise group')),
    text(w('{金曜日|きんようび}は [来|こ]られますか。', 'Can you come on Friday?'))
  ],
  places: [
    plain('arrow', w('[左向|ひだりむ]きの [矢印|やじるし]', 'Arrow to the left'), way('answers'), {
      sign: 'left',
      when: onIphone
    }),
    ...replies.map((place) => ({ ...place, when: onOthers })),
    backToInbox
  ],
  hints: [
    hint(
      'back',
      w(
        '{返事|へんじ}は できました。「{受信箱|じゅしんばこ}」に もどります。',
        'It is answered. Go back to the inbox.'
      ),
      [is('answer', 'good')]
    ),
    hint(
      'arrow',
      w('「[左向|ひだりむ]きの [矢印|やじるし]」に ふれます。', 'Touch “Arrow to the left”.'),
      onIphone
    ),
    hint('reply', w('「{返信|へんしん}」に ふれます。', 'Touch “Reply”.'))
  ]
};

/** Only iPhones ask in a sheet of their own which answer is meant. */
const answers: Screen = {
  app: 'message',
  title: w('どう しますか', 'What would you like to do?'),
  back: 'gym',
  places: [...replies, plain('cancel', w('キャンセル', 'Cancel'), way('gym'))],
  hints: [hint('reply', w('「{返信|へんしん}」に ふれます。', 'Touch “Reply”.'))]
};

const sent = w('{返事|へんじ}が とどきました。', 'Your answer has arrived.');
const written = [is('text', 'yes')];

const write: Screen = {
  app: 'message',
  title: replyLabel,
  back: 'gym',
  parts: [
    note(
      w(
        '[送|おく]る {相手|あいて}：{体操|たいそう}の{会|かい} [田中|たなか]',
        'To: Tanaka, Exercise group'
      )
    ),
    { part: 'field', label: w('{本文|ほんぶん}', 'Text'), when: [isNot('text', 'yes')] },
    {
      part: 'field',
      label: w('{本文|ほんぶん}', 'Text'),
      words: w('はい、[行|い]きます。', 'Yes, I will come.'),
      when: written
    }
  ],
  places: [
    plain(
      'yes',
      w('「はい、[行|い]きます」と [書|か]く', 'Write “Yes, I will come”'),
      { outcome: 'way', marks: { text: 'yes' } },
      { sign: 'pencil', when: [isNot('text', 'yes')] }
    ),
    main(
      'send',
      w('{送信|そうしん}', 'Send'),
      [
        right(sent, {
          when: [...written, isNot('scam', 'good')],
          to: 'inbox',
          marks: { answer: 'good' },
          todo: w('つぎは、あやしい メールを [消|け]します。', 'Now delete the suspicious mail.')
        }),
        right(sent, { when: written, to: 'inbox', marks: { answer: 'good' } }),
        wrong(
          w('まだ [何|なに]も [書|か]いて いません。', 'Nothing is written yet.'),
          w('さきに {返事|へんじ}を [書|か]きます。', 'Write your answer first.')
        )
      ],
      { sign: 'right' }
    )
  ],
  hints: [
    hint('send', w('「{送信|そうしん}」に ふれます。', 'Touch “Send”.'), written),
    hint(
      'yes',
      w(
        '「はい、[行|い]きます」と [書|か]く ボタンに ふれます。',
        'Touch “Write “Yes, I will come””.'
      )
    )
  ]
};

const baitAnswer = (to: string): Turn =>
  wrong(
    w(
      'ここは {練習|れんしゅう}なので、なにも おきません。',
      'This is practice, so nothing happened.'
    ),
    w(
      '{本物|ほんもの}の スマホなら どうなったかを [読|よ]みます。',
      'Read what a real phone would have done.'
    ),
    { to }
  );

const answered = wrong(
  w(
    '{返信|へんしん}すると、[使|つか]って いる {相手|あいて}だと [知|し]られます。{練習|れんしゅう}なので とどいて いません。',
    'An answer tells them that someone reads here. This is practice, so it did not go.'
  ),
  w('{返事|へんじ}を せずに [消|け]します。', 'Do not answer. Delete it.')
);

const binned = w('[消|け]しました。それで {大丈夫|だいじょうぶ}です。', 'Deleted. All is well.');

type Scam = {
  readonly id: 'scam' | 'parcel';
  readonly app: 'message';
  readonly list: string;
  readonly title: Words;
  readonly from: Words;
  readonly body: Words;
  readonly bait: Words;
};

function scamScreen({ id, app, list, title, from, body, bait }: Scam): Screen {
  const alive = [isNot(id, 'good')];
  return {
    app,
    title,
    back: list,
    parts: [note(from), text(body)],
    places: [
      link('bait', bait, baitAnswer(`${id}-after`), { when: alive }),
      plain('reply', replyLabel, answered, { sign: 'left', when: alive }),
      plain(
        'bin',
        w('ごみ{箱|ばこ}', 'Bin'),
        right(binned, { to: list, marks: { [id]: 'good' } }),
        {
          sign: 'trash',
          when: alive
        }
      ),
      plain('back', w('もどる', 'Back'), way(list))
    ],
    hints: [
      hint(
        'bin',
        w(
          '[青|あお]い[字|じ]に ふれずに「ごみ{箱|ばこ}」に ふれます。',
          'Leave the blue words alone, and touch “Bin”.'
        ),
        alive
      ),
      hint('back', w('「もどる」に ふれます。', 'Touch “Back”.'))
    ]
  };
}

const closing = w(
  'ひらいただけなら、とじれば {大丈夫|だいじょうぶ}です。{番号|ばんごう}を [書|か]いたら 188に {電話|でんわ}します。',
  'If you only opened it, closing it is enough. If you wrote a number, telephone 188.'
);

/** The mails and the text message of the exercise, and what their baits would have done. */
export const mails: Record<string, Screen> = {
  gym,
  answers,
  write,
  scam: scamScreen({
    id: 'scam',
    app: 'message',
    list: 'inbox',
    title: w('{当選|とうせん}の お[知|し]らせ', 'You have won'),
    from: w('プレゼント[係|がかり]', 'Gift office'),
    body: w(
      '2{億円|おくえん}が {当|あ}たりました。[今日中|きょうじゅう]に {受|う}けとって ください。',
      'You have won 200 million yen. Claim it today.'
    ),
    bait: w('{受|う}けとりは こちら', 'Claim it here')
  }),
  'scam-after': wouldHave(
    [
      w(
        '{口座|こうざ}の {番号|ばんごう}や {手数料|てすうりょう}を {求|もと}められたでしょう。',
        'You would have been asked for your bank account or a fee.'
      ),
      closing
    ],
    'inbox'
  ),
  parcel: scamScreen({
    id: 'parcel',
    app: 'message',
    list: 'messages',
    title: w('[知|し]らない {番号|ばんごう}', 'Unknown number'),
    from: w('090-0000-0000', '090-0000-0000'),
    body: w(
      'お{荷物|にもつ}を [持|も]ち[帰|かえ]りました。{住所|じゅうしょ}を [入|い]れて ください。',
      'Your parcel was taken back. Enter your address.'
    ),
    bait: w('parcel-check.example', 'parcel-check.example')
  }),
  'parcel-after': wouldHave(
    [
      w(
        '{本物|ほんもの}に [似|に]せた ページで、{番号|ばんごう}を {盗|ぬす}まれる ことが あります。',
        'On a page made to look real, your numbers may be stolen.'
      ),
      closing
    ],
    'messages'
  )
};
