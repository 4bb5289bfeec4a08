import type { Place, Screen } from '../domain/screen.ts';
import type { Condition, Words } from '../domain/turn.ts';
import { hint, is, main, note, plain, right, row, strong, w, wrong } from './kit.ts';

export const iphone: Condition[] = [is('face', 'iphone')];
export const android: Condition[] = [is('face', 'android')];
export const kantan: Condition[] = [is('face', 'kantan')];

const cancel: Words = w(
  '「キャンセル」に ふれます。「やめる」の ことです。',
  'Touch “Cancel”: it means stop.'
);

export const asksToDelete = wrong(
  w(
    '「[消|け]しますか」と [聞|き]かれました。まだ [消|き]えて いません。',
    'It asks whether to delete. Nothing is deleted yet.'
  ),
  cancel,
  { to: 'ask-delete' }
);

const calmed = right(
  w(
    'もとの [画面|がめん]に もどりました。こわれて いませんでした。',
    'All is as before. It was not broken.'
  ),
  {
    to: 'home',
    todo: w(
      'つぎは、わざと「{歩数計|ほすうけい}」を [長|なが]おし します。',
      'Now touch “Step counter” long, on purpose.'
    )
  }
);

const doesNotOpen = wrong(
  w(
    'いまは [並|なら]べかえの [最中|さいちゅう]です。トンと ふれても ひらきません。',
    'The signs are being arranged, so a touch opens nothing.'
  ),
  w('[一番上|いちばんうえ]の ボタンで やめます。', 'Stop it with the button at the top.')
);

const stopHint: Words = w(
  '[一番上|いちばんうえ]の みどりの ボタンです。',
  'It is the green button at the top.'
);

const stops: Place[] = [
  main('done', w('{完了|かんりょう}', 'Done'), calmed, { when: iphone }),
  main('outside', w('[何|なに]も ない ところ', 'An empty place'), calmed, { when: android }),
  main('end', w('{終|お}わる', 'End'), calmed, { when: kantan })
];

/** The signs can be moved about: each phone shows it in its own way, and ends it by its own button. */
export const arranging: Screen = {
  app: 'lock',
  title: w('いつもと ちがう [画面|がめん]', 'A screen that is not as usual'),
  parts: [
    strong(w('しるしが ぶるぶる ふるえて います。', 'The signs wobble.'), iphone),
    strong(
      w('[画面|がめん]が ひとまわり [小|ちい]さく なりました。', 'The screen has become smaller.'),
      android
    ),
    strong(w('「ならべかえ」と [出|で]て います。', 'It says “Arrange”.'), kantan),
    note(w('[長|なが]く ふれて いたら、こう なりました。', 'A long touch brought this about.'))
  ],
  homeTurns: [calmed],
  backTurns: [calmed],
  places: [
    ...stops,
    row('remove', w('{歩数計|ほすうけい}の ×', 'The × on Step counter'), asksToDelete),
    row('camera', w('カメラの しるし', 'The sign of the camera'), doesNotOpen)
  ],
  hints: stops.map(({ id, when = [] }) => hint(id, stopHint, when))
};

export const askDelete: Screen = {
  app: 'notice',
  title: w('{確認|かくにん}', 'Please confirm'),
  back: 'home',
  parts: [
    { part: 'sign', sign: 'walk' },
    strong(w('「{歩数計|ほすうけい}」を {削除|さくじょ}しますか。', 'Delete “Step counter”?'))
  ],
  places: [
    main(
      'cancel',
      w('キャンセル', 'Cancel'),
      right(w('やめました。[何|なに]も [消|き]えて いません。', 'Stopped. Nothing was deleted.'), {
        to: 'home'
      })
    ),
    plain(
      'delete',
      w('{削除|さくじょ}', 'Delete'),
      wrong(
        w(
          '{練習|れんしゅう}なので [消|き]えて いません。[本当|ほんとう]なら しるしが なくなります。',
          'This is practice, so it is still there. In earnest the sign would be gone.'
        ),
        cancel
      )
    )
  ],
  hints: [hint('cancel', cancel)]
};
