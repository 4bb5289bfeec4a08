import type { Drill } from '../../domain/drill.ts';
import { w } from '../kit.ts';

/** Swindles that stand on a web page. Every name and address in them is invented. */
export const pages: readonly Drill[] = [
  {
    id: 'one-click',
    way: 'page',
    topic: w('ふれただけで {請求|せいきゅう}する ページ', 'A page that bills you for a touch'),
    from: w('{登録|とうろく} {完了|かんりょう}', 'You are registered'),
    body: [
      w('お[客様|きゃくさま]は {会員|かいいん}に なりました。', 'You have become a member.'),
      w('98,000[円|えん]を はらって ください。', 'Please pay 98,000 yen.')
    ],
    bait: w('まちがいなので {連絡|れんらく}する', 'Write that it is a mistake'),
    wouldHave: [
      w(
        '{連絡|れんらく}すると、[名前|なまえ]や {電話|でんわ}[番号|ばんごう]が [知|し]られて しまいます。',
        'Writing tells them your name and number.'
      ),
      w('それから [何度|なんど]も {請求|せいきゅう}が [来|き]ます。', 'Then bills keep coming.')
    ],
    why: w(
      'よく とじました。ふれただけで お[金|かね]を はらう やくそくには なりません。',
      'Well done. A touch alone is no contract.'
    )
  },
  {
    id: 'trial',
    way: 'page',
    topic: w('「お{試|ため}し」で つづく [買|か]い[物|もの]', 'A “trial” that goes on'),
    from: w('{健康|けんこう} お[茶|ちゃ] お{試|ため}し 500[円|えん]', 'Health tea, trial 500 yen'),
    body: [
      w('[今日|きょう]だけ 500[円|えん]です。', 'Today only: 500 yen.'),
      w(
        '※ 4[回|かい]の お{届|とど}けが {条件|じょうけん}です。2[回|かい][目|め]から 7,980[円|えん]です。',
        'Note: four deliveries are required, from the second on 7,980 yen each.'
      )
    ],
    bait: w('500[円|えん]で [申|もう]しこむ', 'Order for 500 yen'),
    wouldHave: [
      w(
        '{毎月|まいつき} とどいて、ぜんぶで 24,440[円|えん]に なります。',
        'It comes every month: 24,440 yen in all.'
      ),
      w('やめたい ときは、188に {相談|そうだん}できます。', 'To get out of it, 188 gives advice.')
    ],
    why: w(
      'よく とじました。[小|ちい]さな [字|じ]に「4[回|かい]」と ありました。',
      'Well done. The small letters said “four deliveries”.'
    )
  },
  {
    id: 'fake-shop',
    way: 'page',
    topic: w('[安|やす]すぎる [店|みせ]', 'A shop that is far too cheap'),
    from: w('{人気|にんき}の くつ 90パーセント [引|び]き', 'Popular shoes, 90 per cent off'),
    body: [
      w('[本日|ほんじつ]で [終|お]わります。', 'Ends today.'),
      w(
        'お{支払|しはら}いは {個人|こじん}の {口座|こうざ}への ふりこみだけです。',
        'Payment only to a private bank account.'
      )
    ],
    bait: w('[買|か]う', 'Buy'),
    wouldHave: [
      w(
        'お[金|かね]を はらっても、[品物|しなもの]は とどきません。',
        'You pay, and nothing comes.'
      ),
      w(
        '[店|みせ]の {住所|じゅうしょ}や {電話|でんわ}が ない ことも、しるしです。',
        'A shop without address or telephone is another sign.'
      )
    ],
    why: w(
      'よく とじました。[安|やす]すぎる、{個人|こじん}の {口座|こうざ}。どちらも あやしい しるしです。',
      'Well done. Too cheap, and a private account: both are signs.'
    )
  },
  {
    id: 'support',
    way: 'page',
    topic: w('とつぜん [出|で]る {警告|けいこく}', 'A sudden alarm on the screen'),
    from: w(
      '{警告|けいこく} あなたの スマホは {危険|きけん}です',
      'Warning: your phone is in danger'
    ),
    body: [
      w('[悪|わる]い ものが 5つ [見|み]つかりました。', 'Five dangers were found.'),
      w('[今|いま]すぐ 0000-00-0000に {電話|でんわ}して ください。', 'Ring 0000-00-0000 now.')
    ],
    bait: w('0000-00-0000に {電話|でんわ}する', 'Ring 0000-00-0000'),
    wouldHave: [
      w('「なおす {代金|だいきん}」を もとめられます。', 'They ask for money to mend it.'),
      w(
        'スマホを [遠|とお]くから [動|うご]かされる ことも あります。',
        'Some take over the phone from afar.'
      )
    ],
    why: w(
      'よく とじました。この {画面|がめん}は [絵|え]です。とじれば [終|お]わりです。',
      'Well done. It is only a picture: closed, it is over.'
    )
  },
  {
    id: 'fake-qr',
    way: 'page',
    topic: w('はりかえられた QRコード', 'A QR code stuck over another'),
    from: w('{駐車場|ちゅうしゃじょう}の お{支払|しはら}い', 'Parking fee'),
    body: [
      w('<qr-code:QRコード>から ひらいた ページです。', 'This page came from the QR code.'),
      w(
        'カードの [番号|ばんごう]と、うらの 3つの [数字|すうじ]を [入|い]れて ください。',
        'Enter your card number and the three digits on its back.'
      )
    ],
    bait: w('[番号|ばんごう]を [入|い]れて はらう', 'Enter them and pay'),
    wouldHave: [
      w(
        '{駐車場|ちゅうしゃじょう}では なく、べつの [人|ひと]に カードが わたります。',
        'Not the car park but somebody else has your card.'
      ),
      w(
        'シールが かさなって いたら、[係|かかり]の[人|ひと]に [聞|き]きます。',
        'Where a sticker lies on another, ask the attendant.'
      )
    ],
    why: w(
      'よく とじました。{機械|きかい}で はらうか、[係|かかり]の[人|ひと]に [聞|き]きます。',
      'Well done. Pay at the machine or ask the attendant.'
    )
  }
];
