import type { Scenario } from '../domain/scenario.ts';
import { app, hint, homeScreen, is, isNot, row, text, w, way, wrong } from './kit.ts';
import { mapScreens } from './5-5-map.ts';

const elsewhere = w('ここでは ありません。もどりました。', 'Not here. You are back.');

/** 防災: find one's home on the flood map, its colour, where to go, and when. */
const scenario: Scenario = {
  slug: '5-5',
  title: w('{防災|ぼうさい}の [地図|ちず]', 'The flood map'),
  task: w(
    '[地図|ちず]で [家|いえ]の[色|いろ]を [読|よ]み、どこへ いつ にげるかを {決|き}めます。',
    'Read the colour of your home on the map, and decide where to go and when.'
  ),
  first: 'city',
  home: 'home',
  goal: { kind: 'marks', marks: ['colour', 'shelter', 'alert'], is: 'good', atLeast: 3 },
  done: w(
    '[家|いえ]の[色|いろ]、にげる[所|ところ]、にげる[時|とき]が わかりました。',
    'You know the colour of your home, where to go, and when.'
  ),
  whereToAsk: w(
    '[紙|かみ]の [地図|ちず]は {市役所|しやくしょ}で もらえます。1[人|ひとり]で にげられない [方|かた]も {相談|そうだん}できます。',
    'The city hall has the map on paper, and helps those who cannot leave alone.'
  ),
  screens: {
    home: homeScreen([app('page', w('[市|し]の ページ', 'City page'), 'city', way('city'))]),
    city: {
      app: 'page',
      title: w('れんしゅう[市|し]', 'Renshu City'),
      parts: [{ part: 'address', host: 'city.renshu.example.jp' }],
      places: [
        row(
          'rubbish',
          w('ごみ', 'Rubbish'),
          wrong(elsewhere, w('「{防災|ぼうさい}」に ふれます。', 'Touch “Disasters”.')),
          { sign: 'trash' }
        ),
        row('safety', w('{防災|ぼうさい}', 'Disasters'), way('kinds'), { sign: 'shelter' }),
        row(
          'health',
          w('{健康|けんこう}', 'Health'),
          wrong(elsewhere, w('「{防災|ぼうさい}」に ふれます。', 'Touch “Disasters”.')),
          { sign: 'heart' }
        )
      ],
      hints: [hint('safety', w('「{防災|ぼうさい}」に ふれます。', 'Touch “Disasters”.'))]
    },
    kinds: {
      app: 'page',
      title: w('{防災|ぼうさい}', 'Disasters'),
      back: 'city',
      parts: [
        text(
          w(
            '[大雨|おおあめ]で [川|かわ]が あふれる [時|とき]の [地図|ちず]を ひらきます。',
            'Open the map for when the river floods.'
          )
        )
      ],
      places: [
        row(
          'slides',
          w('{土砂|どしゃ}くずれ', 'Landslides'),
          wrong(
            w('[山|やま]や がけの [地図|ちず]でした。', 'That is the map of slopes.'),
            w('[川|かわ]の ことは「{洪水|こうずい}」です。', 'Rivers are under “Floods”.')
          ),
          { sign: 'mountain' }
        ),
        row(
          'floods',
          w('{洪水|こうずい}の ハザードマップ', 'Hazard map: floods'),
          [
            way('shelter', { when: [is('colour', 'good'), isNot('shelter', 'good')] }),
            way('alert', { when: [is('colour', 'good')] }),
            way('map')
          ],
          { sign: 'flood' }
        ),
        row(
          'quakes',
          w('{地震|じしん}の ゆれ', 'Earthquakes'),
          wrong(
            w('{地震|じしん}の [地図|ちず]でした。', 'That is the map for earthquakes.'),
            w('[川|かわ]の ことは「{洪水|こうずい}」です。', 'Rivers are under “Floods”.')
          ),
          { sign: 'earthquake' }
        )
      ],
      hints: [
        hint(
          'floods',
          w('「{洪水|こうずい}の ハザードマップ」です。', 'It is “Hazard map: floods”.')
        )
      ]
    },
    ...mapScreens
  }
};

export default scenario;
