import type { Screen } from '../domain/screen.ts';
import { hint, is, isNot, main, plain, right, text, w, way, wrong } from './kit.ts';

const hold = w('{電源|でんげん}ボタンを [長|なが]く {押|お}す', 'Hold the power button');

/** A screen that shows nothing: mostly its battery is empty. */
export const dark: Screen = {
  app: 'lock',
  title: w('[画面|がめん]が まっ[暗|くら]です', 'The screen is dark'),
  back: 'home',
  parts: [{ part: 'sign', sign: 'phone' }],
  places: [
    plain(
      'buy',
      w('[新|あたら]しい スマホを [買|か]いに [行|い]く', 'Go and buy a new one'),
      wrong(
        w(
          'こわれていないことが [多|おお]いです。[買|か]わずに すみました。',
          'Mostly it is not broken. You bought nothing.'
        ),
        w('まず「{充電|じゅうでん}の[線|せん]を つなぐ」です。', 'First plug in the cable.')
      )
    ),
    plain(
      'power',
      hold,
      wrong(
        w(
          '[動|うご]きません。{電池|でんち}が [空|から]のようです。',
          'Nothing happens: the battery seems to be empty.'
        ),
        w('「{充電|じゅうでん}の[線|せん]を つなぐ」に ふれます。', 'Touch “Plug in the cable”.')
      )
    ),
    plain(
      'plug',
      w('{充電|じゅうでん}の[線|せん]を つなぐ', 'Plug in the cable'),
      way('charging'),
      { sign: 'charger' }
    )
  ],
  hints: [
    hint('plug', w('「{充電|じゅうでん}の[線|せん]を つなぐ」です。', 'It is “Plug in the cable”.'))
  ]
};

export const charging: Screen = {
  app: 'lock',
  title: w('{充電|じゅうでん}しています', 'Charging'),
  back: 'dark',
  parts: [
    { part: 'sign', sign: 'battery-low', when: [isNot('waited', 'on')] },
    { part: 'sign', sign: 'battery', when: [is('waited', 'on')] },
    text(w('30[分|ぷん] たちました。', 'Half an hour has passed.'), [is('waited', 'on')])
  ],
  places: [
    plain(
      'wait',
      w('30[分|ぷん] [待|ま]つ', 'Wait half an hour'),
      way('charging', { marks: { waited: 'on' } }),
      { when: [isNot('waited', 'on')], sign: 'clock' }
    ),
    main('power', hold, [
      wrong(
        w('まだ [動|うご]きません。つないだ ばかりです。', 'Not yet: it was plugged in just now.'),
        w('「30[分|ぷん] [待|ま]つ」に ふれます。', 'Touch “Wait half an hour”.'),
        { when: [isNot('waited', 'on')] }
      ),
      right(
        w(
          '[画面|がめん]が [明|あか]るく なりました。こわれていません。',
          'The screen lights up. It was not broken.'
        ),
        {
          to: 'started',
          marks: { works: 'good' }
        }
      )
    ])
  ],
  hints: [
    hint('wait', w('「30[分|ぷん] [待|ま]つ」です。', 'It is “Wait half an hour”.'), [
      isNot('waited', 'on')
    ]),
    hint(
      'power',
      w('「{電源|でんげん}ボタンを [長|なが]く {押|お}す」です。', 'It is “Hold the power button”.')
    )
  ]
};

export const started: Screen = {
  app: 'lock',
  title: w('[動|うご]きました', 'It works'),
  back: 'home',
  parts: [text(w('つぎは、スマホを なくした[時|とき]です。', 'Next: when the phone is lost.'))],
  places: [main('next', w('なくした[時|とき]に [進|すす]む', 'On to a lost phone'), way('lost'))],
  hints: [
    hint('next', w('「なくした[時|とき]に [進|すす]む」です。', 'It is “On to a lost phone”.'))
  ]
};
