import type { Screen } from '../domain/screen.ts';
import type { Turn, Words } from '../domain/turn.ts';
import {
  hint,
  is,
  main,
  note,
  plain,
  right,
  row,
  strong,
  text,
  theirs,
  w,
  way,
  wrong
} from './kit.ts';

/** A person has answered; whoever has not yet seen the page is led there. */
function answered(happened: Words): Turn[] {
  const marks = { person: 'good' };
  const todo = w(
    'もとの ページも [見|み]て おきましょう。「くわしくは こちら」です。',
    'Now see the page too: “More about this”.'
  );
  return [
    right(happened, { marks, when: [is('compared', 'good')] }),
    right(happened, { marks, to: 'answer', todo })
  ];
}

/** Behind the AI's answer: the city's page that it came from, and the people who know. */
export const personScreens: Readonly<Record<string, Screen>> = {
  source: {
    app: 'page',
    title: w('{粗大|そだい}ごみの [出|だ]し[方|かた]', 'Large rubbish'),
    back: 'answer',
    parts: [
      { part: 'address', host: 'city.renshu.example.jp', path: '/gomi' },
      strong(
        w('[電話|でんわ]で {申|もう}しこんでから [出|だ]します。', 'Book it by telephone first.')
      ),
      text(w('たんすは 1つ 500[円|えん]です。', 'A chest of drawers costs 500 yen.')),
      note(w('AIの [答|こた]えと [同|おな]じですか。', 'Does the AI say the same?'))
    ],
    places: [
      plain(
        'same',
        w('[同|おな]じ', 'The same'),
        wrong(
          w(
            'AIは「お[金|かね]は いりません」と [言|い]いました。ページは 500[円|えん]です。',
            'The AI said it is free. The page says 500 yen.'
          ),
          w('もう[一度|いちど] [見|み]くらべて みましょう。', 'Compare them once more.')
        )
      ),
      main(
        'different',
        w('ちがう', 'Different'),
        right(
          w(
            'よく [見|み]ました。[市|し]の ページの ほうが たしかです。',
            'Well seen. The city’s page is the surer one.'
          ),
          {
            to: 'answer',
            marks: { compared: 'good' },
            todo: w('{職員|しょくいん}にも [聞|き]いて みましょう。', 'Now ask a person too.')
          }
        )
      )
    ],
    hints: [
      hint(
        'different',
        w('お[金|かね]の [話|はなし]が ちがいます。', 'What it costs is different.')
      )
    ]
  },
  human: {
    app: 'chat',
    title: w('{職員|しょくいん}に [聞|き]く', 'Ask a person'),
    back: 'answer',
    parts: [
      text(
        w(
          '{平日|へいじつ}の 8[時|じ][半|はん]から 5[時|じ]まで、[人|ひと]が [答|こた]えます。',
          'People answer on weekdays from 8:30 to 5.'
        )
      )
    ],
    places: [
      row(
        'ai-number',
        w('AIが [言|い]った [番号|ばんごう]に かける', 'Call the number the AI told'),
        wrong(
          w(
            'ちがう [番号|ばんごう]でした。AIは [番号|ばんごう]も まちがえます。',
            'A wrong number: an AI makes mistakes in numbers too.'
          ),
          w(
            '[市|し]の ページの [番号|ばんごう]を えらびます。',
            'Choose the one on the city’s page.'
          )
        ),
        { note: w('0000-99-0000', '0000-99-0000') }
      ),
      row(
        'city-number',
        w('[市|し]の ページの [番号|ばんごう]に かける', 'Call the city page’s number'),
        way('call'),
        { note: w('0000-11-0000', '0000-11-0000') }
      ),
      row(
        'write',
        w('[字|じ]で {職員|しょくいん}と [話|はな]す', 'Write with a person'),
        way('write')
      ),
      plain('back', w('AIチャットに もどる', 'Back to the AI chat'), way('answer'))
    ],
    hints: [
      hint('back', w('「AIチャットに もどる」です。', 'It is “Back to the AI chat”.'), [
        is('person', 'good')
      ]),
      hint(
        'city-number',
        w(
          '[市|し]の ページの [番号|ばんごう]が たしかです。',
          'The number on the city’s page is sure.'
        )
      )
    ]
  },
  call: {
    app: 'call',
    title: w('れんしゅう{市役所|しやくしょ}', 'Renshu City Hall'),
    back: 'human',
    parts: [
      theirs(w('はい、ごみの [係|かかり]です。', 'Hello, this is the rubbish desk.')),
      note(w('[何|なん]と [言|い]いますか。', 'What do you say?'))
    ],
    places: [
      row(
        'ask',
        w(
          '「たんすの [出|だ]し[方|かた]を [教|おし]えて ください」',
          '“How do I get rid of a chest?”'
        ),
        answered(
          w(
            '{申|もう}しこみが できました。[木曜日|もくようび]に とりに [来|き]ます。500[円|えん]です。',
            'It is booked: they come on Thursday, for 500 yen.'
          )
        )
      ),
      row(
        'sorry',
        w('「AIが わからなくて…すみません」', '“I could not do it with the AI. Sorry.”'),
        wrong(
          w(
            '「[電話|でんわ]で {大丈夫|だいじょうぶ}ですよ」と [言|い]われました。',
            '“The telephone is fine,” they answered.'
          ),
          w('[聞|き]きたい ことを [言|い]います。', 'Say what you want to know.')
        )
      )
    ],
    hints: [
      hint(
        'ask',
        w('[聞|き]きたい ことを、そのまま [言|い]います。', 'Just say what you want to know.')
      )
    ]
  },
  write: {
    app: 'chat',
    title: w('{職員|しょくいん}の チャット', 'Chat with a person'),
    back: 'human',
    parts: [
      theirs(
        w(
          '{職員|しょくいん}の [山川|やまかわ]です。[何|なに]を お[調|しら]べですか。',
          'This is Yamakawa of the city. What do you want to know?'
        )
      )
    ],
    places: [
      row(
        'ask',
        w('たんすの [出|だ]し[方|かた]は?', 'How do I get rid of a chest?'),
        answered(
          w(
            '{職員|しょくいん}が [答|こた]えました。[電話|でんわ]で {申|もう}しこむ、500[円|えん]、です。',
            'A person answered: book it by telephone, 500 yen.'
          )
        )
      ),
      row(
        'thanks',
        w('もう いいです', 'Never mind'),
        wrong(
          w('まだ [聞|き]けて いません。', 'You have not asked yet.'),
          w('えんりょなく [聞|き]いて みましょう。', 'Ask away.')
        )
      )
    ],
    hints: [hint('ask', w('たんすの ことを [聞|き]きます。', 'Ask about the chest.'))]
  }
};
