import type { Scenario } from '../domain/scenario.ts';
import { app, hint, homeScreen, is, right, row, theirs, w, way, wrong } from './kit.ts';
import { answerScreens } from './6-5-answers.ts';
import { deskScreens } from './6-5-desk.ts';

/** 書かない窓口: answer at home, keep the QR code, show it at the desk, sign; or simply talk there. */
const scenario: Scenario = {
  slug: '6-5',
  title: w('[書|か]かない {窓口|まどぐち}', 'The desk without forms'),
  task: w(
    'わたしの {住民票|じゅうみんひょう}を [1|いち]まい、[家|いえ]で たのんで {窓口|まどぐち}で [受|う]けとります。',
    'Ask at home for one residence certificate of your own, and get it at the desk.'
  ),
  first: 'city',
  home: 'home',
  goal: { kind: 'marks', marks: ['signed'], is: 'good', atLeast: 1 },
  done: w(
    '{住民票|じゅうみんひょう}が できました。[書|か]いたのは [名前|なまえ]だけです。',
    'You have your certificate, and all you wrote was your name.'
  ),
  whereToAsk: w(
    'QRコードが なくても、スマホが なくても、{市役所|しやくしょ}の {窓口|まどぐち}で [話|はな]せば できます。',
    'Without a QR code or a phone you can simply talk at the desk of the city hall.'
  ),
  screens: {
    home: homeScreen(
      [
        app('page', w('[市|し]の ページ', 'City page'), 'city', way('city')),
        app('hall', w('{市役所|しやくしょ}へ [行|い]く', 'Go to city hall'), 'desk', way('counter'))
      ],
      [
        hint(
          'hall',
          w(
            'QRは のこしました。{市役所|しやくしょ}へ [行|い]きます。',
            'The code is kept. Go to the city hall.'
          ),
          [is('kept', 'yes')]
        ),
        hint(
          'page',
          w('「[市|し]の ページ」の [絵|え]に ふれます。', 'Touch the picture “City page”.')
        )
      ]
    ),
    ...answerScreens,
    counter: {
      app: 'paper',
      title: w('{市役所|しやくしょ}の {窓口|まどぐち}', 'At the city hall'),
      back: 'home',
      parts: [
        { part: 'sign', sign: 'staff' },
        theirs(w('QRコードを [見|み]せて ください。', 'Please show me your QR code.'))
      ],
      places: [
        row('photos', w('「[写真|しゃしん]」を ひらく', 'Open the pictures'), way('photos')),
        row(
          'none',
          w('「QRコードが ありません」', '“I have no QR code.”'),
          right(
            w(
              '{大丈夫|だいじょうぶ}です。[係|かかり]の [人|ひと]が [聞|き]きながら [書|か]きます。',
              'That is fine: they ask, and write it down for you.'
            ),
            { to: 'asked' }
          )
        ),
        row(
          'leave',
          w('[言|い]えずに [帰|かえ]る', 'Say nothing and go home'),
          wrong(
            w(
              'せっかく [来|き]たのに、もったいないです。',
              'What a pity, having come all the way.'
            ),
            w('QRコードが なくても [言|い]って みましょう。', 'Just say so, code or no code.')
          )
        )
      ],
      hints: [
        hint(
          'photos',
          w('「[写真|しゃしん]」に のこして あります。', 'It is among your pictures.'),
          [is('kept', 'yes')]
        ),
        hint(
          'none',
          w('「QRコードが ありません」と [言|い]えば よいです。', 'Just say that you have none.')
        )
      ]
    },
    ...deskScreens
  }
};

export default scenario;
