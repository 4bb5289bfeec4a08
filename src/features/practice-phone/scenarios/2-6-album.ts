import type { Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import { hint, is, isNot, main, plain, right, strong, text, w, way, wrong } from './kit.ts';

/** The photograph that was taken, and the question before it is deleted. */

const viewTitle: Words = w('とった [写真|しゃしん]', 'Your photograph');

const view: Screen = {
  app: 'camera',
  title: viewTitle,
  back: 'photo',
  parts: [{ part: 'sign', sign: 'flower', words: w('[花|はな]の [写真|しゃしん]', 'A flower') }],
  places: [
    plain(
      'send',
      w('{送|おく}る', 'Send'),
      wrong(
        w(
          '{送|おく}る {相手|あいて}を えらぶ [所|ところ]です。どこにも {送|おく}られて いません。',
          'Here one chooses whom to send it to. Nothing was sent.'
        ),
        w('ごみ{箱|ばこ}の しるしを さがします。', 'Look for the bin.')
      ),
      { sign: 'letter' }
    ),
    plain(
      'edit',
      w('{編集|へんしゅう}', 'Edit'),
      wrong(
        w(
          '[写真|しゃしん]を [切|き]ったり する [所|ところ]です。[何|なに]も かわって いません。',
          'Here one trims a photograph. Nothing has changed.'
        ),
        w('ごみ{箱|ばこ}の しるしを さがします。', 'Look for the bin.')
      ),
      { sign: 'pencil' }
    ),
    plain('delete', w('{削除|さくじょ}', 'Delete'), way('ask'), { sign: 'trash' })
  ],
  hints: [
    hint('delete', w('ごみ{箱|ばこ}の 「{削除|さくじょ}」です。', 'It is “Delete”, the bin.'))
  ]
};

const deleted = right(
  w(
    '[消|け]えました。しばらくは ごみ{箱|ばこ}に [残|のこ]って います。',
    'It is deleted. For a while it stays in the bin.'
  ),
  { to: 'photo', marks: { deleted: 'good' } }
);

const kept = {
  outcome: 'way',
  to: 'view',
  answer: {
    happened: w(
      '[消|け]さずに もどりました。まよったら これで {大丈夫|だいじょうぶ}です。',
      'You went back without deleting. In doubt, that is fine.'
    ),
    todo: w(
      '[練習|れんしゅう]では、[消|け]して みましょう。',
      'In this practice, try to delete it.'
    )
  }
} as const;

const choices: readonly { face: string; yes: Words; no: Words }[] = [
  {
    face: 'android',
    yes: w('ごみ{箱|ばこ}に {移動|いどう}', 'Move to bin'),
    no: w('キャンセル', 'Cancel')
  },
  {
    face: 'iphone',
    yes: w('[写真|しゃしん]を {削除|さくじょ}', 'Delete Photo'),
    no: w('キャンセル', 'Cancel')
  },
  { face: 'kantan', yes: w('はい', 'Yes'), no: w('いいえ', 'No') }
];

const ask: Screen = {
  app: 'notice',
  title: viewTitle,
  back: 'view',
  parts: [
    strong(w('この [写真|しゃしん]を [消|け]しますか。', 'Delete this photograph?')),
    text(w('[花|はな]の [写真|しゃしん] [1枚|いちまい]', 'One photograph of a flower'), [
      isNot('face', 'kantan')
    ])
  ],
  places: choices.flatMap(({ face, yes, no }) => [
    main(`yes-${face}`, yes, deleted, { when: [is('face', face)] }),
    plain(`no-${face}`, no, kept, { when: [is('face', face)] })
  ]),
  hints: choices.map(({ face, yes }) =>
    hint(`yes-${face}`, w(`「${yes.ja}」です。`, `It is “${yes.en}”.`), [is('face', face)])
  )
};

export const album = { view, ask } satisfies Record<string, Screen>;
