import type { Scenario } from '../domain/scenario.ts';
import {
  app,
  hint,
  homeScreen,
  is,
  isNot,
  link,
  main,
  mine,
  note,
  plain,
  right,
  row,
  theirs,
  w,
  way,
  wrong
} from './kit.ts';
import { personScreens } from './6-6-person.ts';

const shortAsk = w('{粗大|そだい}ごみ', 'large rubbish');

/** AIチャット: ask briefly, compare with the city's page, and go over to a person. */
const scenario: Scenario = {
  slug: '6-6',
  title: w('AIチャット', 'The AI chat'),
  task: w(
    '[古|ふる]い たんすの [出|だ]し[方|かた]を AIに [聞|き]いて、[人|ひと]にも たしかめます。',
    'Ask the AI how to get rid of an old chest of drawers, and check with a person.'
  ),
  first: 'city',
  home: 'home',
  goal: { kind: 'marks', marks: ['asked', 'compared', 'person'], is: 'good', atLeast: 3 },
  done: w(
    'AIの まちがいに [気|き]づいて、[人|ひと]に [聞|き]けました。',
    'You noticed the AI’s mistake and asked a person.'
  ),
  whereToAsk: w(
    'AIで わからない ことは、{市役所|しやくしょ}に [電話|でんわ]で [聞|き]けます。[番号|ばんごう]は {市報|しほう}に あります。',
    'What the AI cannot tell, the city hall tells by telephone. Its number is in the newsletter.'
  ),
  screens: {
    home: homeScreen([app('page', w('[市|し]の ページ', 'City page'), 'city', way('city'))]),
    city: {
      app: 'page',
      title: w('れんしゅう[市|し]', 'Renshu City'),
      parts: [{ part: 'address', host: 'city.renshu.example.jp' }],
      places: [
        row(
          'safety',
          w('{防災|ぼうさい}', 'Disasters'),
          wrong(
            w('{防災|ぼうさい}の ページでした。', 'That is the page for disasters.'),
            w('「AIチャット」に ふれます。', 'Touch “AI chat”.')
          ),
          { sign: 'shelter' }
        ),
        row(
          'chat',
          w('AIチャット', 'AI chat'),
          [way('answer', { when: [is('asked', 'good')] }), way('chat')],
          { sign: 'robot' }
        )
      ],
      hints: [hint('chat', w('「AIチャット」に ふれます。', 'Touch “AI chat”.'))]
    },
    chat: {
      app: 'chat',
      title: w('AIチャット', 'AI chat'),
      back: 'city',
      parts: [
        theirs(
          w('[私|わたし]は AIです。ご[用|よう]は [何|なん]ですか。', 'I am an AI. How can I help?')
        ),
        note(w('どう [書|か]いて [聞|き]きますか。', 'How do you write it?'))
      ],
      places: [
        row(
          'long',
          w(
            'きのう {孫|まご}が [来|き]て、[古|ふる]い たんすが じゃまで…',
            'Yesterday my grandchild came, and the old chest is in the way…'
          ),
          wrong(
            w('AI「よく わかりませんでした。」', 'AI: “I did not understand.”'),
            w('[短|みじか]い [言葉|ことば]を えらびます。', 'Choose a few short words.')
          )
        ),
        row(
          'that',
          w('あれは どうなったの', 'What about that thing?'),
          wrong(
            w('AI「あれとは [何|なん]ですか。」', 'AI: “What thing?”'),
            w('ものの [名前|なまえ]で [聞|き]きます。', 'Ask by its name.')
          )
        ),
        row(
          'private',
          w('[名前|なまえ]と カードの[番号|ばんごう]', 'My name and card number'),
          wrong(
            w(
              '[書|か]く[前|まえ]に [止|と]めました。[名前|なまえ]も [番号|ばんごう]も いりません。',
              'You were stopped in time: it needs neither name nor number.'
            ),
            w('[聞|き]きたい ことだけを えらびます。', 'Choose only what you want to know.')
          )
        ),
        row(
          'short',
          shortAsk,
          right(
            w('[短|みじか]くて よく [伝|つた]わりました。', 'Short and clear: it understood.'),
            {
              to: 'answer',
              marks: { asked: 'good' }
            }
          )
        )
      ],
      hints: [
        hint(
          'short',
          w('「{粗大|そだい}ごみ」と [短|みじか]く [聞|き]きます。', 'Briefly: “large rubbish”.')
        )
      ]
    },
    answer: {
      app: 'chat',
      title: w('AIチャット', 'AI chat'),
      back: 'city',
      parts: [
        mine(shortAsk),
        theirs(
          w(
            '{土曜日|どようび}の [朝|あさ]、[家|いえ]の[前|まえ]に [出|だ]して ください。お[金|かね]は いりません。',
            'Put it in front of your house on Saturday morning. It is free.'
          )
        )
      ],
      places: [
        link('source', w('くわしくは こちら', 'More about this'), way('source')),
        plain(
          'obey',
          w('この とおりに する', 'Do as it says'),
          wrong(
            w(
              '{土曜日|どようび}に [出|だ]しましたが、[持|も]って [行|い]って もらえませんでした。',
              'You put it out on Saturday, but nobody took it away.'
            ),
            w(
              'AIは まちがえます。もとの ページを [見|み]ましょう。',
              'An AI may be wrong: see the page itself.'
            )
          )
        ),
        plain(
          'again',
          w('もう[一度|いちど] AIに [聞|き]く', 'Ask the AI again'),
          wrong(
            w('AIは [同|おな]じ [答|こた]えを [言|い]いました。', 'The AI said the same again.'),
            w('もとの ページか、[人|ひと]に [聞|き]きます。', 'See the page, or ask a person.')
          )
        ),
        main('human', w('{職員|しょくいん}に [聞|き]く', 'Ask a person'), way('human'))
      ],
      hints: [
        hint(
          'source',
          w(
            '「くわしくは こちら」で、もとの ページを [見|み]ます。',
            '“More about this” shows the page.'
          ),
          [isNot('compared', 'good')]
        ),
        hint('human', w('つぎは「{職員|しょくいん}に [聞|き]く」です。', 'Now “Ask a person”.'))
      ]
    },
    ...personScreens
  }
};

export default scenario;
