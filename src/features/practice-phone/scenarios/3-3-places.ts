import type { Screen } from '../domain/screen.ts';
import {
  hint,
  is,
  isNot,
  main,
  note,
  plain,
  right,
  row,
  strong,
  text,
  w,
  way,
  wrong
} from './kit.ts';

const backToMap = plain('back', w('＜ [地図|ちず]', '< Map'), way('map'));

const found: Screen = {
  app: 'map',
  title: w('れんしゅう{市役所|しやくしょ}', 'Renshu City Hall'),
  back: 'map',
  places: [
    row('stop', w('{市役所前|しやくしょまえ}', 'City Hall stop'), way('stop'), {
      sign: 'bus',
      note: w('バスの {停留所|ていりゅうじょ}', 'Bus stop')
    }),
    row('other', w('れんしゅう{市役所|しやくしょ}', 'Renshu City Hall'), way('other'), {
      sign: 'city-hall',
      note: w('800km [先|さき]の べつの {県|けん}', '800 km away, another prefecture')
    }),
    row('hall', w('れんしゅう{市役所|しやくしょ}', 'Renshu City Hall'), way('hall'), {
      sign: 'city-hall',
      note: w('900m [先|さき] {本町|ほんちょう}1', '900 m away, 1 Honcho')
    })
  ],
  hints: [
    hint(
      'hall',
      w(
        '[近|ちか]い ほうの {市役所|しやくしょ}に ふれます。900mと あります。',
        'Touch the near one: it says 900 m.'
      )
    )
  ]
};

/** A place that is not the one looked for; it can only be left. */
function notThis(
  title: Screen['title'],
  lines: Screen['title'],
  sign: 'bus' | 'city-hall'
): Screen {
  return {
    app: 'map',
    title,
    back: 'found',
    parts: [{ part: 'sign', sign }, text(lines)],
    places: [
      main(
        'route',
        w('{経路|けいろ}', 'Directions'),
        wrong(
          w('さがしていた [所|ところ]と ちがいました。', 'That is not the place you looked for.'),
          w(
            '900m [先|さき]の「れんしゅう{市役所|しやくしょ}」を えらびます。',
            'Choose the Renshu City Hall that is 900 m away.'
          ),
          { to: 'found' }
        )
      ),
      plain('back', w('＜ さがした {結果|けっか}', '< Results'), way('found'))
    ],
    hints: [
      hint(
        'back',
        w(
          'ここでは ありません。「さがした {結果|けっか}」に ふれます。',
          'Not this one. Touch “Results”.'
        )
      )
    ]
  };
}

const hall: Screen = {
  app: 'map',
  title: w('れんしゅう{市役所|しやくしょ}', 'Renshu City Hall'),
  back: 'found',
  parts: [
    { part: 'sign', sign: 'city-hall' },
    text(w('{本町|ほんちょう}1 ここから 900m', '1 Honcho, 900 m from here'))
  ],
  places: [
    main(
      'route',
      w('{経路|けいろ}', 'Directions'),
      [
        way('route', { when: [is('place', 'on')] }),
        wrong(
          w(
            '[今|いま]いる [所|ところ]が わからないので、[道|みち]が [出|だ]せません。',
            'The map does not know where you are, so it shows no way.'
          ),
          w(
            '「[今|いま]いる [所|ところ]」に ふれて {許可|きょか}します。',
            'Touch “Where I am” and allow it.'
          ),
          { to: 'map' }
        )
      ],
      { sign: 'walk' }
    ),
    plain(
      'call',
      w('{通話|つうわ}', 'Call'),
      wrong(
        w(
          '{電話|でんわ}の ボタンでした。[呼|よ]びだす [前|まえ]に [切|き]りました。',
          'That button calls. It was stopped before it rang.'
        ),
        w('となりの「{経路|けいろ}」に ふれます。', 'Touch “Directions” beside it.')
      ),
      { sign: 'call' }
    ),
    backToMap
  ],
  hints: [hint('route', w('「{経路|けいろ}」に ふれます。', 'Touch “Directions”.'))]
};

const route: Screen = {
  app: 'map',
  title: w('{市役所|しやくしょ}までの {経路|けいろ}', 'The way to the City Hall'),
  back: 'hall',
  parts: [
    note(
      w(
        '[今|いま]いる [所|ところ] → れんしゅう{市役所|しやくしょ}',
        'Where I am → Renshu City Hall'
      )
    )
  ],
  places: [
    row(
      'car',
      w('[車|くるま] 5[分|ふん]', 'By car, 5 min'),
      wrong(
        w(
          '[車|くるま]の {道|みち}でした。[歩|ある]けない {道|みち}も あります。',
          'That is for cars. Some of it cannot be walked.'
        ),
        w('[歩|ある]く [人|ひと]の しるしに ふれます。', 'Touch the sign of a person walking.')
      )
    ),
    row(
      'bus',
      w('バス 18[分|ぷん]', 'By bus, 18 min'),
      wrong(
        w('バスの [行|い]き[方|かた]が [出|で]ました。', 'It showed the way by bus.'),
        w(
          'きょうは [歩|ある]きます。[歩|ある]く [人|ひと]に ふれます。',
          'Today you walk. Touch the person walking.'
        )
      ),
      { sign: 'bus' }
    ),
    row('walk', w('[歩|ある]き 12[分|ふん]', 'On foot, 12 min'), way('walking'), { sign: 'walk' })
  ],
  hints: [hint('walk', w('「[歩|ある]き 12[分|ふん]」に ふれます。', 'Touch “On foot, 12 min”.'))]
};

const walking: Screen = {
  app: 'map',
  title: w('[歩|ある]き 12[分|ふん]', 'On foot, 12 min'),
  back: 'route',
  parts: [
    {
      part: 'sign',
      sign: 'map',
      words: w('[青|あお]い {道|みち}を すすみます', 'Follow the blue way')
    },
    strong(w('{公園|こうえん}の かどを [右|みぎ]へ', 'Right at the corner of the park'))
  ],
  places: [
    plain(
      'on-foot',
      w('[歩|ある]きながら [見|み]る', 'Look while walking'),
      wrong(
        w('[足元|あしもと]が [見|み]えず、あぶないです。', 'You would not see your step.'),
        w(
          '[道|みち]の {端|はし}で [止|と]まってから [見|み]ます。',
          'Stop at the side of the way, then look.'
        )
      ),
      { sign: 'walk' }
    ),
    main(
      'standing',
      w('[止|と]まって [見|み]る', 'Stop and look'),
      right(w('[道|みち]と [時間|じかん]が わかりました。', 'You know the way and the time.'), {
        marks: { way: 'good' }
      }),
      { sign: 'eye' }
    )
  ],
  hints: [hint('standing', w('「[止|と]まって [見|み]る」に ふれます。', 'Touch “Stop and look”.'))]
};

/** What is found, and the way there. */
export const mapPlaces: Record<string, Screen> = {
  found,
  stop: notThis(
    w('{市役所前|しやくしょまえ}', 'City Hall stop'),
    w('バスの {停留所|ていりゅうじょ}です。', 'This is a bus stop.'),
    'bus'
  ),
  other: notThis(
    w('れんしゅう{市役所|しやくしょ}', 'Renshu City Hall'),
    w(
      '800km [先|さき]の、[同|おな]じ [名前|なまえ]の [市|し]です。',
      'A city of the same name, 800 km away.'
    ),
    'city-hall'
  ),
  hall,
  route,
  walking
};

export const dotKnown = [is('place', 'on')];
export const dotUnknown = [isNot('place', 'on')];
