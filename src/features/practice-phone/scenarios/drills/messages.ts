import type { Drill } from '../../domain/drill.ts';
import { w } from '../kit.ts';

/** Swindles that come as letters or in a talk. Every name and address in them is invented. */
export const messages: readonly Drill[] = [
  {
    id: 'parcel',
    way: 'short-letter',
    topic: w('[荷物|にもつ]の お[知|し]らせの にせもの', 'A fake parcel notice'),
    from: w('お[荷物|にもつ]センター', 'Parcel centre'),
    body: [
      w(
        'お[留守|るす]でしたので、[荷物|にもつ]を [持|も]ち[帰|かえ]りました。',
        'You were out, so we took your parcel back.'
      ),
      w('[下|した]から ごらん ください。', 'See below.')
    ],
    bait: w('todoke.example.net を ひらく', 'Open todoke.example.net'),
    wouldHave: [
      w(
        '[悪|わる]い <app:アプリ>を [入|い]れさせられます。',
        'A harmful app is put on your phone.'
      ),
      w(
        '[知|し]らない うちに、あなたの スマホから おなじ にせものが [送|おく]られます。',
        'Your phone then sends the same fake to others.'
      )
    ],
    why: w(
      'よく とじました。[荷物|にもつ]は、{不在票|ふざいひょう}の [紙|かみ]で [確|たし]かめます。',
      'Well done. The slip in your letter box tells about parcels.'
    )
  },
  {
    id: 'card',
    way: 'letter',
    topic: w('カードを [止|と]めると いう メール', 'A mail that says your card is stopped'),
    from: w('カード{会社|がいしゃ}を [名|な]のる メール', '“Your card company”'),
    body: [
      w('あなたの カードを [止|と]めました。', 'Your card has been stopped.'),
      w(
        '24[時間|じかん]の うちに、カードの [番号|ばんごう]を [入|い]れて ください。',
        'Enter its number within 24 hours.'
      )
    ],
    bait: w('カードの [番号|ばんごう]を [入|い]れる', 'Enter the card number'),
    wouldHave: [
      w(
        '[番号|ばんごう]を ぬすまれて、[買|か]い[物|もの]に [使|つか]われます。',
        'The number is stolen and used to buy things.'
      ),
      w(
        '[入|い]れて しまったら、カードの うらの {電話|でんわ}に すぐ かけます。',
        'If you entered it, ring the number on the back of the card.'
      )
    ],
    why: w(
      'よく とじました。カードの ことは、うらに ある {電話|でんわ}で [聞|き]けます。',
      'Well done. The number on the back of the card answers questions.'
    )
  },
  {
    id: 'claim',
    way: 'short-letter',
    topic: w('[身|み]に おぼえの ない {請求|せいきゅう}', 'A bill for nothing'),
    from: w('{法律|ほうりつ}センターを [名|な]のる [人|ひと]', 'A “legal centre”'),
    body: [
      w(
        '[動画|どうが]の {料金|りょうきん}が はらわれて いません。',
        'You have not paid for videos.'
      ),
      w(
        '[今日|きょう] {連絡|れんらく}が ないと {裁判|さいばん}に なります。',
        'Ring today, or we go to court.'
      )
    ],
    bait: w('すぐに {電話|でんわ}する', 'Telephone at once'),
    wouldHave: [
      w(
        '「[今|いま] はらえば [終|お]わる」と [言|い]われます。',
        'They say that paying now ends it.'
      ),
      w(
        'コンビニで カードを [買|か]わされる ことも あります。',
        'Some make you buy gift cards at a shop.'
      )
    ],
    why: w(
      'よく とじました。{裁判所|さいばんしょ}の {連絡|れんらく}は、{特別|とくべつ}な {郵便|ゆうびん}で [来|き]ます。',
      'Well done. A court writes by special post.'
    )
  },
  {
    id: 'prize',
    way: 'short-letter',
    topic: w('[当|あ]たったと いう お[知|し]らせ', 'A prize you never entered for'),
    from: w('{当選|とうせん} {係|がかり}', 'Prize office'),
    body: [
      w('2{億|おく}[円|えん]が [当|あ]たりました。', 'You have won 200 million yen.'),
      w(
        '{受|う}けとりには {手数料|てすうりょう} 3,000[円|えん]が いります。',
        'A fee of 3,000 yen is needed to send it.'
      )
    ],
    bait: w('{手数料|てすうりょう}を はらって {受|う}けとる', 'Pay the fee'),
    wouldHave: [
      w(
        '「あと すこし」と [言|い]われて、[何度|なんど]も はらわされます。',
        'There is always one more fee.'
      ),
      w('お[金|かね]は [1円|いちえん]も とどきません。', 'Not one yen ever comes.')
    ],
    why: w(
      'よく とじました。[申|もう]しこんで いない {賞金|しょうきん}は [当|あ]たりません。',
      'Well done. Nobody wins what they did not enter for.'
    )
  },
  {
    id: 'investment',
    way: 'talk',
    topic: w('かならず もうかると いう さそい', 'An investment that cannot lose'),
    from: w('{有名|ゆうめい}な [人|ひと]を [名|な]のる [人|ひと]', 'Somebody “famous”'),
    body: [
      w(
        'あなただけに、[特別|とくべつ]な {投資|とうし}を おしえます。',
        'I tell only you about a special investment.'
      ),
      w(
        'かならず [増|ふ]えます。まず 10{万|まん}[円|えん]から。',
        'It always grows. Begin with 100,000 yen.'
      )
    ],
    bait: w('10{万|まん}[円|えん]を [送|おく]る', 'Send 100,000 yen'),
    wouldHave: [
      w(
        '{画面|がめん}の [上|うえ]でだけ、[増|ふ]えたように [見|み]えます。',
        'Only on the screen does it seem to grow.'
      ),
      w(
        '[出|だ]そうと すると、また お[金|かね]を もとめられます。',
        'To take it out, you must pay again.'
      )
    ],
    why: w(
      'よく とじました。「かならず もうかる」は うそです。',
      'Well done. “It always grows” is a lie.'
    )
  },
  {
    id: 'romance',
    way: 'talk',
    topic: w(
      '[会|あ]った ことの ない [人|ひと]からの たのみ',
      'A plea from somebody you never met'
    ),
    from: w('[外国|がいこく]で [働|はたら]く{医者|いしゃ}だと いう [人|ひと]', 'A “doctor abroad”'),
    body: [
      w('いつか [会|あ]いに [行|い]きます。', 'One day I will come and see you.'),
      w(
        'その{前|まえ}に、[病院|びょういん]の {費用|ひよう}を {貸|か}して ください。',
        'But first, lend me the money for a hospital.'
      )
    ],
    bait: w('お[金|かね]を [送|おく]る', 'Send money'),
    wouldHave: [
      w('[送|おく]った お[金|かね]は もどりません。', 'What is sent does not come back.'),
      w('たのみは [何度|なんど]も つづきます。', 'And the pleas go on.')
    ],
    why: w(
      'よく とじました。[会|あ]った ことの ない [人|ひと]に お[金|かね]は [送|おく]りません。',
      'Well done. Nobody sends money to a person never met.'
    )
  }
];
