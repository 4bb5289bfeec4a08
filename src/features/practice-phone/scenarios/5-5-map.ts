import type { Screen } from '../domain/screen.ts';
import { hint, is, isNot, main, note, right, row, strong, text, w, way, wrong } from './kit.ts';

/** The map that is made larger until the home is seen, and what it is asked for. */
export const mapScreens: Readonly<Record<string, Screen>> = {
  map: {
    app: 'map',
    title: w('{洪水|こうずい}の ハザードマップ', 'Hazard map: floods'),
    back: 'kinds',
    parts: [
      {
        part: 'sign',
        sign: 'map',
        size: 'small',
        words: w('れんしゅう[市|し]の ぜんぶ', 'All of Renshu City'),
        when: [isNot('zoom', 'town'), isNot('zoom', 'home'), isNot('zoom', 'roof')]
      },
      {
        part: 'sign',
        sign: 'flood',
        words: w('[川|かわ]と [学校|がっこう]と [町|まち]', 'River, school and town'),
        when: [is('zoom', 'town')]
      },
      {
        part: 'sign',
        sign: 'house',
        size: 'larger',
        words: w('わたしの [家|いえ]。うすい [黄色|きいろ]です', 'My home: pale yellow'),
        when: [is('zoom', 'home')]
      },
      {
        part: 'sign',
        sign: 'house',
        size: 'largest',
        words: w('[広|ひろ]げすぎて、やねしか [見|み]えません', 'Too large: only a roof is seen'),
        when: [is('zoom', 'roof')]
      }
    ],
    input: {
      kind: 'move',
      gesture: 'pinch',
      mark: 'zoom',
      values: ['city', 'town', 'home', 'roof'],
      more: w('+ [大|おお]きく', '+ Larger'),
      less: w('- [小|ちい]さく', '− Smaller')
    },
    places: [
      main(
        'legend',
        w('[色|いろ]の [意味|いみ]を [見|み]る', 'What the colour means'),
        way('legend'),
        {
          when: [is('zoom', 'home')]
        }
      )
    ],
    hints: [
      hint(
        'legend',
        w('「[色|いろ]の [意味|いみ]を [見|み]る」です。', 'It is “What the colour means”.'),
        [is('zoom', 'home')]
      ),
      hint('move-less', w('「- [小|ちい]さく」で もどります。', '“− Smaller” brings it back.'), [
        is('zoom', 'roof')
      ]),
      hint(
        'move-more',
        w(
          '[家|いえ]が [見|み]えるまで「+ [大|おお]きく」です。',
          '“+ Larger” until you see your home.'
        )
      )
    ]
  },
  legend: {
    app: 'map',
    title: w('{凡例|はんれい}([色|いろ]の [意味|いみ])', 'Legend: what colours mean'),
    back: 'map',
    parts: [
      {
        part: 'card',
        sign: 'flood',
        title: w('[水|みず]の [深|ふか]さ', 'How deep the water is'),
        lines: [
          w('うすい[黄色|きいろ] … ひざ[下|した]まで', 'Pale yellow: up to the knee'),
          w(
            'だいだい[色|いろ] … 1[階|かい]の {天井|てんじょう}まで',
            'Orange: to the ceiling downstairs'
          ),
          w('もも[色|いろ] … 2[階|かい]まで', 'Pink: as far as upstairs')
        ]
      },
      text(w('わたしの [家|いえ]は うすい [黄色|きいろ]でした。', 'My home was pale yellow.'))
    ],
    places: [
      row(
        'ceiling',
        w('1[階|かい]の {天井|てんじょう}まで [来|く]る', 'To the ceiling downstairs'),
        wrong(
          w('それは だいだい[色|いろ]の [所|ところ]です。', 'That is for orange places.'),
          w('うすい[黄色|きいろ]の [行|ぎょう]を [読|よ]みます。', 'Read the line of pale yellow.')
        )
      ),
      row(
        'knee',
        w('ひざ[下|した]まで [来|く]るかも しれない', 'It may come up to the knee'),
        right(
          w(
            '[読|よ]めました。ひざ[下|した]の [水|みず]でも [歩|ある]くのは あぶないです。',
            'Well read. Even water below the knee is dangerous to walk in.'
          ),
          { to: 'shelter', marks: { colour: 'good' } }
        )
      ),
      row(
        'never',
        w('ぜったいに [来|こ]ない', 'It never comes'),
        wrong(
          w(
            '[色|いろ]の ある [所|ところ]は、[水|みず]の {心配|しんぱい}が あります。',
            'Where there is a colour, water may come.'
          ),
          w('うすい[黄色|きいろ]の [行|ぎょう]を [読|よ]みます。', 'Read the line of pale yellow.')
        )
      )
    ],
    hints: [
      hint(
        'knee',
        w('うすい[黄色|きいろ]は、ひざ[下|した]までです。', 'Pale yellow is up to the knee.')
      )
    ]
  },
  shelter: {
    app: 'map',
    title: w('どこへ にげますか', 'Where do you go?'),
    back: 'map',
    places: [
      row(
        'river',
        w('[川|かわ]の そばの {集会所|しゅうかいじょ}', 'The meeting house by the river'),
        wrong(
          w(
            '[地図|ちず]では だいだい[色|いろ]の [所|ところ]です。',
            'On the map that place is orange.'
          ),
          w('[色|いろ]の ない [所|ところ]を えらびます。', 'Choose a place without a colour.')
        ),
        { note: w('だいだい[色|いろ]の [所|ところ]', 'In the orange'), sign: 'flood' }
      ),
      row(
        'school',
        w('[高|たか]い[所|ところ]の [小学校|しょうがっこう]', 'The school on the hill'),
        right(
          w('[色|いろ]の ない {避難所|ひなんじょ}です。', 'A shelter where there is no colour.'),
          { to: 'alert', marks: { shelter: 'good' } }
        ),
        {
          note: w('[色|いろ]は ありません。{避難所|ひなんじょ}', 'No colour; a shelter'),
          sign: 'shelter'
        }
      ),
      row(
        'cellar',
        w('{地下|ちか}の {駐車場|ちゅうしゃじょう}', 'The underground car park'),
        wrong(
          w('{地下|ちか}には [水|みず]が [流|なが]れこみます。', 'Water runs into cellars.'),
          w('[高|たか]い[所|ところ]を えらびます。', 'Choose a high place.')
        ),
        { note: w('{地下|ちか}1[階|かい]', 'Below ground'), sign: 'down' }
      )
    ],
    hints: [
      hint(
        'school',
        w('[色|いろ]の ない、[高|たか]い[所|ところ]です。', 'The high place without a colour.')
      )
    ]
  },
  alert: {
    app: 'notice',
    title: w('{警戒|けいかい}レベル3', 'Alert level 3'),
    back: 'shelter',
    parts: [
      { part: 'sign', sign: 'rain' },
      strong(w('{高齢者|こうれいしゃ}[等|とう]{避難|ひなん}', 'Elderly people, leave')),
      note(
        w(
          '[夕方|ゆうがた]の 4[時|じ]。まだ [明|あか]るいです。',
          'Four in the afternoon, still light.'
        )
      )
    ],
    places: [
      row(
        'later',
        w('レベル5まで [待|ま]つ', 'Wait for level 5'),
        wrong(
          w(
            'レベル5では もう [外|そと]に [出|で]られません。',
            'At level 5 you can no longer go out.'
          ),
          w('お[年|とし]よりは レベル3で にげます。', 'Elderly people leave at level 3.')
        )
      ),
      row(
        'river',
        w('[川|かわ]を [見|み]に [行|い]く', 'Go and look at the river'),
        wrong(
          w('[川|かわ]は きゅうに あふれます。', 'A river floods suddenly.'),
          w('[川|かわ]から はなれます。', 'Keep away from it.')
        )
      ),
      row(
        'now',
        w('[今|いま]、[小学校|しょうがっこう]へ [行|い]く', 'Go to the school now'),
        right(
          w(
            '[明|あか]るい うちに つきました。[近所|きんじょ]の [人|ひと]も いっしょです。',
            'You arrived while it was light, together with your neighbours.'
          ),
          { marks: { alert: 'good' } }
        )
      )
    ],
    hints: [hint('now', w('[明|あか]るい うちに にげます。', 'Leave while it is light.'))]
  }
};
