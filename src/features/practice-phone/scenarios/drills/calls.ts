import type { Drill } from '../../domain/drill.ts';
import { w } from '../kit.ts';

/** Swindles that come by telephone. Every name and number in them is invented. */
export const calls: readonly Drill[] = [
  {
    id: 'refund',
    way: 'call',
    topic: w('お[金|かね]が もどると いう {電話|でんわ}', 'A call about a refund'),
    from: w('れんしゅう{市|し}の [係|かかり]を [名|な]のる [人|ひと]', 'A man “from Renshu City”'),
    body: [
      w(
        '{医療費|いりょうひ}が 2{万|まん}[円|えん] もどります。',
        'You will get 20,000 yen back for medical costs.'
      ),
      w(
        '{期限|きげん}は [今日|きょう]です。スマホを [持|も]って ATMへ [行|い]って ください。',
        'Today is the last day. Take your phone and go to a cash machine.'
      )
    ],
    bait: w('ATMへ [行|い]く', 'Go to the cash machine'),
    wouldHave: [
      w(
        '{電話|でんわ}の [声|こえ]に したがうと、お[金|かね]を [送|おく]らされます。',
        'Doing what the voice says, you would have sent money.'
      ),
      w('ATMで もどる お[金|かね]は ありません。', 'No refund is ever paid at a cash machine.')
    ],
    why: w(
      'よく [止|と]まりました。ATMで もどる お[金|かね]は ありません。',
      'Well stopped. No refund is ever paid at a cash machine.'
    )
  },
  {
    id: 'police',
    way: 'call',
    topic: w('{警察|けいさつ}を [名|な]のる {電話|でんわ}', 'A call “from the police”'),
    from: w('{警察|けいさつ}を [名|な]のる [人|ひと]', 'A voice “from the police”'),
    body: [
      w(
        'あなたの {口座|こうざ}が {事件|じけん}に [使|つか]われました。',
        'Your bank account was used in a crime.'
      ),
      w(
        'つづきは ビデオ{通話|つうわ}で [話|はな]します。だれにも [言|い]わないで ください。',
        'We go on by video call. Tell nobody.'
      )
    ],
    bait: w('ビデオ{通話|つうわ}に うつる', 'Go on by video call'),
    wouldHave: [
      w(
        'にせものの {警察|けいさつ}{手帳|てちょう}を [見|み]せられます。',
        'You would have been shown a fake badge.'
      ),
      w(
        '「{調|しら}べる ため」と [言|い]って、お[金|かね]を [送|おく]らされます。',
        'Then money is to be sent, “to be examined”.'
      )
    ],
    why: w(
      'よく [切|き]りました。{警察|けいさつ}は お[金|かね]を [送|おく]らせません。',
      'Well done. The police never ask for money.'
    )
  },
  {
    id: 'appointment',
    way: 'call',
    topic: w('お[金|かね]の ことを [聞|き]く {電話|でんわ}', 'A call that asks about your money'),
    from: w('アンケートの [人|ひと]を [名|な]のる [声|こえ]', 'A voice “doing a survey”'),
    body: [
      w('{防犯|ぼうはん}の アンケートです。', 'This is a survey for your safety.'),
      w(
        'お[一人|ひとり]で お[住|す]まいですか。[家|いえ]に お[金|かね]は いくら ありますか。',
        'Do you live alone? How much money is in the house?'
      )
    ],
    bait: w('アンケートに [答|こた]える', 'Answer the survey'),
    wouldHave: [
      w('[答|こた]えた ことは、{泥棒|どろぼう}に つたわります。', 'Your answers reach burglars.'),
      w('[家|いえ]に [来|く]る ことも あります。', 'Some come to the house.')
    ],
    why: w(
      'よく [切|き]りました。お[金|かね]の ことを {電話|でんわ}で [聞|き]くのは おかしい ことです。',
      'Well done. Nobody honest asks about your money by telephone.'
    )
  },
  {
    id: 'recovery',
    way: 'call',
    topic: w(
      '「お[金|かね]を とりかえす」と いう {電話|でんわ}',
      'A call that promises to get your money back'
    ),
    from: w('{被害|ひがい} {回復|かいふく}センターを [名|な]のる [人|ひと]', 'A “recovery centre”'),
    body: [
      w(
        '[前|まえ]に だまされた お[金|かね]を とりかえします。',
        'We get back the money you once lost.'
      ),
      w('{手数料|てすうりょう}を [先|さき]に はらって ください。', 'Please pay our fee in advance.')
    ],
    bait: w('{手数料|てすうりょう}を はらう', 'Pay the fee'),
    wouldHave: [
      w('{手数料|てすうりょう}も とられて しまいます。', 'The fee is lost as well.'),
      w(
        '[一度|いちど] だまされた [人|ひと]を、もう[一度|いちど] ねらう {手口|てぐち}です。',
        'They look for people who were cheated before.'
      )
    ],
    why: w(
      'よく [切|き]りました。[先|さき]に お[金|かね]を もとめる {話|はなし}は、うたがいます。',
      'Well done. Whoever wants money first is not to be believed.'
    )
  },
  {
    id: 'phone-contract',
    way: 'call',
    topic: w(
      '{料金|りょうきん}が [安|やす]く なると いう {電話|でんわ}',
      'A call about a cheaper contract'
    ),
    from: w(
      '{電話|でんわ}{会社|がいしゃ}の {代理店|だいりてん}を [名|な]のる [人|ひと]',
      'An “agent of the telephone company”'
    ),
    body: [
      w('[今|いま]より 3,000[円|えん] [安|やす]く なります。', 'You will pay 3,000 yen less.'),
      w(
        '[今|いま] [番号|ばんごう]を [言|い]えば、すぐに [手続|てつづ]きします。',
        'Tell me your number and it is done at once.'
      )
    ],
    bait: w('[番号|ばんごう]を [言|い]う', 'Tell the number'),
    wouldHave: [
      w(
        'べつの {会社|かいしゃ}に {契約|けいやく}が かわって しまいます。',
        'Your contract is moved to another company.'
      ),
      w(
        'いらない ものが [付|つ]いて、[高|たか]く なる ことも あります。',
        'With extras nobody needs, it may cost more.'
      )
    ],
    why: w(
      'よく [切|き]りました。{契約|けいやく}は [店|みせ]で、[紙|かみ]を [見|み]て [決|き]めます。',
      'Well done. Contracts are decided in a shop, on paper.'
    )
  }
];
