import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import { album } from './2-6-album.ts';
import {
  app,
  hint,
  homeScreen,
  is,
  isNot,
  main,
  plain,
  right,
  row,
  strong,
  text,
  w,
  way,
  wrong
} from './kit.ts';

const cameraTitle: Words = w('カメラ', 'Camera');
const isKantan = [is('face', 'kantan')];
const notKantan = [isNot('face', 'kantan')];
const roundButton: Words = w('[丸|まる]い ボタン', 'Round button');
const shoot: Words = w('{撮影|さつえい}', 'Take');

const startedVideo = wrong(
  w(
    '[動画|どうが]が {始|はじ}まりました。[時間|じかん]の [数字|すうじ]が すすんで います。',
    'A video has begun. The time is counting.'
  ),
  w(
    'もう[1度|いちど] [同|おな]じ ボタンで [止|と]めます。お[金|かね]は かかりません。',
    'Stop it with the same button. It costs nothing.'
  ),
  { to: 'recording' }
);

const video: Screen = {
  app: 'camera',
  title: cameraTitle,
  back: 'home',
  parts: [
    { part: 'sign', sign: 'video' },
    strong(w('[今|いま]は 「[動画|どうが]」です。', 'It says “Video” now.'))
  ],
  places: [
    plain('shutter', roundButton, startedVideo, { when: notKantan }),
    plain('shoot', shoot, startedVideo, { when: isKantan }),
    plain('to-photo', w('[写真|しゃしん]', 'Photo'), way('photo'), { sign: 'picture' })
  ],
  hints: [
    hint('to-photo', w('「[写真|しゃしん]」に ふれて かえます。', 'Touch “Photo” to change.'))
  ]
};

const recording: Screen = {
  app: 'camera',
  title: w('[動画|どうが] 0:05', 'Video 0:05'),
  back: 'video',
  parts: [{ part: 'sign', sign: 'video' }],
  places: [
    main(
      'stop',
      w('[止|と]める([同|おな]じ ボタン)', 'Stop (the same button)'),
      {
        outcome: 'way',
        to: 'video',
        answer: {
          happened: w('[動画|どうが]が [止|と]まりました。', 'The video has stopped.'),
          todo: w('つぎは 「[写真|しゃしん]」に かえます。', 'Now change to “Photo”.')
        }
      },
      { sign: 'stop' }
    ),
    plain(
      'down',
      w('そのまま つくえに {置|お}く', 'Put the phone down'),
      wrong(
        w('{置|お}いても [動画|どうが]は つづきます。', 'The video goes on.'),
        w('「[止|と]める」に ふれます。', 'Touch “Stop”.')
      ),
      { sign: 'desk' }
    )
  ],
  hints: [hint('stop', w('「[止|と]める」に ふれます。', 'Touch “Stop”.'))]
};

const takeTurns = [
  wrong(
    w(
      'すみに [指|ゆび]が うつりました。お[金|かね]は かかりません。',
      'Your finger is in the corner. It cost nothing.'
    ),
    w('「[裏|うら]の [指|ゆび]を はなす」に ふれます。', 'Touch “Take the finger off”.'),
    { when: [isNot('finger', 'off')] }
  ),
  right(w('[花|はな]の [写真|しゃしん]が とれました。', 'You took a photograph of the flower.'), {
    marks: { taken: 'good' },
    todo: w(
      '[小|ちい]さい [写真|しゃしん]に ふれて [見|み]ます。',
      'Touch the small photograph to see it.'
    )
  })
];

const photo: Screen = {
  app: 'camera',
  title: cameraTitle,
  back: 'home',
  parts: [
    { part: 'sign', sign: 'flower' },
    strong(w('[今|いま]は 「[写真|しゃしん]」です。', 'It says “Photo” now.')),
    text(w('すみが ぼんやり [暗|くら]いです。', 'One corner is dim and dark.'), [
      isNot('finger', 'off')
    ])
  ],
  places: [
    plain(
      'lift',
      w('[裏|うら]の [指|ゆび]を はなす', 'Take the finger off'),
      {
        outcome: 'way',
        marks: { finger: 'off' },
        answer: { happened: w('レンズが あきました。', 'The lens is free now.') }
      },
      { when: [isNot('finger', 'off')], sign: 'finger' }
    ),
    main('shutter', roundButton, takeTurns, { when: notKantan }),
    main('shoot', shoot, takeTurns, { when: isKantan }),
    row(
      'small',
      w('[小|ちい]さい [写真|しゃしん]', 'Small photograph'),
      right(
        w(
          'とった [写真|しゃしん]が [大|おお]きく [出|で]ました。',
          'Your photograph is shown large.'
        ),
        {
          to: 'view',
          marks: { seen: 'good' }
        }
      ),
      { when: [is('taken', 'good')], sign: 'picture' }
    ),
    plain(
      'turn',
      w('[丸|まる]い {矢印|やじるし}', 'Round arrows'),
      wrong(
        w('[自分|じぶん]の [顔|かお]が うつりました。', 'You see your own face.'),
        w(
          'もう[1度|いちど] ふれると、[花|はな]に もどります。もどして おきました。',
          'One more touch brings the flower back. It is back already.'
        )
      ),
      { sign: 'update' }
    ),
    plain('to-video', w('[動画|どうが]', 'Video'), way('video'), { sign: 'video' })
  ],
  hints: [
    hint(
      'small',
      w('「[小|ちい]さい [写真|しゃしん]」に ふれます。', 'Touch the small photograph.'),
      [is('taken', 'good')]
    ),
    hint('lift', w('「[裏|うら]の [指|ゆび]を はなす」です。', 'It is “Take the finger off”.'), [
      isNot('finger', 'off')
    ]),
    hint('shoot', w('「{撮影|さつえい}」の ボタンです。', 'It is the button “Take”.'), isKantan),
    hint('shutter', w('「[丸|まる]い ボタン」に ふれます。', 'Touch the round button.'))
  ]
};

/** カメラ: take a flower, look at it, and delete it. */
const scenario: Scenario = {
  slug: '2-6',
  title: cameraTitle,
  task: w(
    '[花|はな]を [写真|しゃしん]に とって、[見|み]て、[消|け]します。',
    'Photograph the flower, look at it, and delete it.'
  ),
  first: 'video',
  home: 'home',
  goal: { kind: 'marks', marks: ['taken', 'seen', 'deleted'], is: 'good', atLeast: 3 },
  done: w(
    'とる、[見|み]る、[消|け]す。みな できました。',
    'Take, look, delete: you can do all of it.'
  ),
  whereToAsk: w(
    '[消|け]しすぎた ときは、{相談会|そうだんかい}で [聞|き]きましょう。もどせる ことが あります。',
    'If you deleted too much, ask at the help day. It can often be brought back.'
  ),
  screens: {
    video,
    recording,
    photo,
    ...album,
    home: homeScreen([app('camera', cameraTitle, 'camera', way('photo'))])
  }
};

export default scenario;
