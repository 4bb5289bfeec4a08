import type { Screen } from '../domain/screen.ts';
import { hint, link, plain, right, strong, text, w, way, wouldHave, wrong } from './kit.ts';

const backToResults = plain(
  'back',
  w('{結果|けっか}に もどる', 'Back to the results'),
  way('results')
);
const backHint = hint(
  'back',
  w(
    '{市|し}の ページでは ありません。「{結果|けっか}に もどる」に ふれます。',
    'This is not the city’s page. Touch “Back to the results”.'
  )
);

const ad: Screen = {
  app: 'page',
  title: w('なんでも {回収|かいしゅう}', 'We collect anything'),
  back: 'results',
  parts: [
    { part: 'address', host: 'nandemo.example.com' },
    strong(w('いまだけ {無料|むりょう}！', 'Free, today only!')),
    text(w('すぐ お{電話|でんわ}ください。', 'Call us now.'))
  ],
  places: [
    link(
      'call',
      w('いますぐ {電話|でんわ}', 'Call now'),
      wrong(
        w(
          'ここは {練習|れんしゅう}なので、{電話|でんわ}は かかりません。',
          'This is practice, so nobody was called.'
        ),
        w(
          '{本物|ほんもの}の スマホなら どうなったかを [読|よ]みます。',
          'Read what a real phone would have done.'
        ),
        { to: 'ad-after' }
      )
    ),
    backToResults
  ],
  hints: [backHint]
};

const fake: Screen = {
  app: 'page',
  title: w('れんしゅう{市|し} ごみの[日|ひ]', 'Renshu City garbage'),
  back: 'results',
  parts: [
    { part: 'address', host: 'city-renshu.example.jp' },
    text(
      w(
        'ごみの[日|ひ]を [見|み]るには、[名前|なまえ]を [入|い]れてください。',
        'To see the days, enter your name.'
      )
    )
  ],
  places: [
    link(
      'name',
      w('[名前|なまえ]を [入|い]れる', 'Enter my name'),
      wrong(
        w(
          '{市|し}に [似|に]せた [住所|じゅうしょ]です。「.」では なく「-」が [入|はい]って います。',
          'The address imitates the city’s: it has “-” where the city has “.”.'
        ),
        w(
          'なにも [書|か]かずに「{結果|けっか}に もどる」に ふれます。',
          'Write nothing, and touch “Back to the results”.'
        )
      )
    ),
    backToResults
  ],
  hints: [backHint]
};

const city: Screen = {
  app: 'page',
  title: w('れんしゅう{市|し}', 'Renshu City'),
  back: 'results',
  parts: [{ part: 'address', host: 'city.renshu.example.jp' }],
  places: [
    link(
      'event',
      w('[花|はな]まつりの お[知|し]らせ', 'Flower festival'),
      wrong(
        w('お[祭|まつ]りの ページでした。もどりました。', 'That was the festival. You are back.'),
        w('「ごみの[日|ひ]」に ふれます。', 'Touch “Garbage days”.')
      )
    ),
    link(
      'garbage',
      w('ごみの[日|ひ]', 'Garbage days'),
      right(w('{市|し}の ページで わかりました。', 'You found it on the city’s own page.'), {
        to: 'garbage',
        marks: { found: 'good' }
      })
    )
  ],
  hints: [hint('garbage', w('「ごみの[日|ひ]」に ふれます。', 'Touch “Garbage days”.'))]
};

const garbage: Screen = {
  app: 'page',
  title: w('ごみの[日|ひ]', 'Garbage days'),
  back: 'city',
  parts: [
    { part: 'address', host: 'city.renshu.example.jp', path: '/gomi' },
    strong(w('もえる ごみ：[火|か]・[金|きん]', 'Burnable: Tuesday and Friday')),
    text(w('AIの まとめとは ちがいました。', 'The AI had said otherwise.'))
  ],
  places: [plain('close', w('とじる', 'Close'), way('home'))],
  hints: [hint('close', w('「とじる」で もどれます。', '“Close” leads back.'))]
};

/** What the results lead to: an advertisement, a look-alike, and the city’s own page. */
export const foundPages: Record<string, Screen> = {
  ad,
  fake,
  city,
  garbage,
  'ad-after': wouldHave(
    [
      w(
        '[家|いえ]に [来|き]て、あとから [高|たか]い お[金|かね]を [言|い]われる ことが あります。',
        'They may come to your house and then ask a high price.'
      ),
      w(
        'ごみの[日|ひ]は、{市|し}の ページか {市役所|しやくしょ}の {電話|でんわ}で わかります。',
        'The city’s page or the city hall’s telephone tells the days.'
      )
    ],
    'results'
  )
};
