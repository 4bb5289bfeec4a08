import type { Words } from '../domain/turn.ts';

/** One message of the drawn inbox. Every name, number, address and company in it is invented. */
export type InboxMessage = {
  readonly id: string;
  readonly genuine: boolean;
  readonly from: Words;
  readonly about: Words;
  readonly body: readonly [Words, ...Words[]];
  /** How one could tell, in two sentences at most. */
  readonly why: Words;
  /** What it wants touched, and what a real phone would have done then. */
  readonly bait?: { readonly label: Words; readonly wouldHave: readonly [Words, ...Words[]] };
};

const call = (number: string): Words => ({
  ja: `${number} に {電話|でんわ}する`,
  en: `Call ${number}`
});

const open = (address: string): Words => ({
  ja: `${address} を ひらく`,
  en: `Open ${address}`
});

export const inboxMessages: readonly InboxMessage[] = [
  {
    id: 'm1',
    genuine: false,
    from: { ja: '{医療費|いりょうひ} {還付|かんぷ}センター', en: 'Medical Refund Centre' },
    about: {
      ja: '[今日中|きょうじゅう]に お[金|かね]が もどります',
      en: 'Your refund, today only'
    },
    body: [
      {
        ja: '{医療費|いりょうひ} 23,800[円|えん]が もどります。',
        en: 'You will get 23,800 yen back.'
      },
      {
        ja: '[今日|きょう]の 3[時|じ]までに ATMへ [行|い]き、[下|した]の [番号|ばんごう]に {電話|でんわ}して ください。',
        en: 'Go to a cash machine by 3 o’clock today and call the number below.'
      }
    ],
    why: {
      ja: 'ATMで もどる お[金|かね]は ありません。いそがせるのは、にせものの しるしです。',
      en: 'No refund is paid at a cash machine. Being hurried is a sign of a fake.'
    },
    bait: {
      label: call('0000-00-0000'),
      wouldHave: [
        {
          ja: '{電話|でんわ}の [人|ひと]が、ATMの ボタンを つぎつぎに さわらせます。',
          en: 'The voice would have told you which buttons to touch on the machine.'
        },
        {
          ja: 'もらう つもりで、{反対|はんたい}に お[金|かね]を [送|おく]らされます。',
          en: 'Instead of getting money, you would have sent yours away.'
        }
      ]
    }
  },
  {
    id: 'm2',
    genuine: true,
    from: { ja: 'れんしゅう{市|し} {健康課|けんこうか}', en: 'Renshu City, Health Section' },
    about: { ja: '{健診|けんしん}の お[知|し]らせ', en: 'Your health check' },
    body: [
      {
        ja: '12[月|がつ]3[日|みっか] [木曜日|もくようび] {午前|ごぜん}9[時|じ]から、{市民|しみん}ホールで {健診|けんしん}が あります。',
        en: 'The health check is on Thursday, December 3, from 9 in the morning, at the Citizens’ Hall.'
      },
      {
        ja: 'くわしくは、お[手元|てもと]の {市報|しほう} 12[月号|がつごう]を ごらんください。',
        en: 'Please see the December city paper that you have at home.'
      }
    ],
    why: {
      ja: 'お[金|かね]や {暗証番号|あんしょうばんごう}を [聞|き]いて いません。[紙|かみ]の {市報|しほう}でも たしかめられます。',
      en: 'It asks for no money and no secret number, and the printed city paper says the same.'
    }
  },
  {
    id: 'm3',
    genuine: false,
    from: { ja: 'れんしゅう たくはい', en: 'Renshu Parcels' },
    about: { ja: 'お{荷物|にもつ}を もち[帰|かえ]りました', en: 'We took your parcel back' },
    body: [
      {
        ja: 'おるすの ため、お{荷物|にもつ}を もち[帰|かえ]りました。',
        en: 'You were not at home.'
      },
      {
        ja: '[下|した]の ページに、[名前|なまえ]と カードの [番号|ばんごう]を [入|い]れて ください。',
        en: 'Enter your name and card number on the page below.'
      }
    ],
    why: {
      ja: '{荷物|にもつ}を とどけるのに、カードの [番号|ばんごう]は いりません。',
      en: 'Nobody needs your card number to deliver a parcel.'
    },
    bait: {
      label: open('nimotsu.example.jp'),
      wouldHave: [
        {
          ja: '{本物|ほんもの}そっくりの ページが ひらいたでしょう。',
          en: 'A page that looks quite real would have opened.'
        },
        {
          ja: 'カードの [番号|ばんごう]を [入|い]れると、[知|し]らない [人|ひと]に [買|か]い[物|もの]を されます。',
          en: 'With your card number a stranger could go shopping.'
        }
      ]
    }
  },
  {
    id: 'm4',
    genuine: true,
    from: { ja: 'となりの はなさん', en: 'Hana next door' },
    about: { ja: 'あしたの {体操|たいそう}', en: 'Exercises tomorrow' },
    body: [
      {
        ja: 'あしたの {体操|たいそう}は、10[時|じ]に いつもの {公園|こうえん}です。',
        en: 'We meet at 10 tomorrow, in the usual park.'
      },
      { ja: '[雨|あめ]なら お[休|やす]みに しましょう。', en: 'If it rains, we stay at home.' }
    ],
    why: {
      ja: 'いつもの [人|ひと]から、いつもの [話|はなし]です。お[金|かね]の [話|はなし]は ありません。',
      en: 'It is from somebody you know, about something you know, and not about money.'
    }
  },
  {
    id: 'm5',
    genuine: false,
    from: { ja: '{動画|どうが}{料金|りょうきん} {窓口|まどぐち}', en: 'Video Charges Desk' },
    about: { ja: '{料金|りょうきん}が {未納|みのう}です', en: 'Your bill is unpaid' },
    body: [
      {
        ja: 'ごらんに なった {動画|どうが}の {料金|りょうきん} 98,000[円|えん]が {未納|みのう}です。',
        en: 'You owe 98,000 yen for a video that you watched.'
      },
      {
        ja: '[今日中|きょうじゅう]に {連絡|れんらく}が なければ、{裁判|さいばん}に なります。',
        en: 'If you do not call today, we will take you to court.'
      }
    ],
    why: {
      ja: 'おぼえの ない {料金|りょうきん}は、はらわなくて よい お[金|かね]です。おどすのは、にせものの しるしです。',
      en: 'You need not pay for what you never bought. A threat is a sign of a fake.'
    },
    bait: {
      label: call('0000-11-0000'),
      wouldHave: [
        {
          ja: '「すぐ はらえば ゆるす」と [言|い]われ、[店|みせ]で カードを [買|か]わされます。',
          en: 'You would have been told to buy a gift card “to settle it at once”.'
        },
        {
          ja: '[番号|ばんごう]を [教|おし]えると、お[金|かね]は もどりません。',
          en: 'Once its number is told, the money does not come back.'
        }
      ]
    }
  },
  {
    id: 'm6',
    genuine: true,
    from: { ja: 'れんしゅう{公民館|こうみんかん}', en: 'Renshu Community Hall' },
    about: { ja: '{相談会|そうだんかい}の [部屋|へや]', en: 'The room of your help day' },
    body: [
      {
        ja: '12[月|がつ]1[日|ついたち] [火曜日|かようび]の スマホ{相談会|そうだんかい}は、2[階|かい]の {学習室|がくしゅうしつ}です。',
        en: 'The smartphone help day on Tuesday, December 1, is in the study room upstairs.'
      },
      {
        ja: 'エレベーターで [来|こ]られます。',
        en: 'There is a lift.'
      }
    ],
    why: {
      ja: '[申|もう]しこんだ {相談会|そうだんかい}の [話|はなし]です。なにも [書|か]かせようと していません。',
      en: 'It is about what you signed up for, and it wants nothing written.'
    }
  },
  {
    id: 'm7',
    genuine: false,
    from: { ja: '{大当|おおあ}たり {事務局|じむきょく}', en: 'Grand Prize Office' },
    about: { ja: '2{億円|おくえん}が {当選|とうせん}しました', en: 'You have won 200 million yen' },
    body: [
      {
        ja: 'おめでとうございます。2{億円|おくえん}が {当選|とうせん}しました。',
        en: 'Congratulations!'
      },
      {
        ja: '[受|う]けとりの {手数料|てすうりょう} 3,000[円|えん]を、[先|さき]に はらって ください。',
        en: 'Please pay the fee of 3,000 yen first.'
      }
    ],
    why: {
      ja: '[買|か]って いない くじは [当|あ]たりません。[先|さき]に はらわせるのは、にせものの しるしです。',
      en: 'Nobody wins a lottery without a ticket. Having to pay first is a sign of a fake.'
    },
    bait: {
      label: open('atari.example.jp'),
      wouldHave: [
        {
          ja: '{手数料|てすうりょう}を はらうと、「もう[少|すこ]し {必要|ひつよう}です」が [何度|なんど]も [来|き]ます。',
          en: 'After the first fee there would have been another, and another.'
        },
        { ja: '2{億円|おくえん}は とどきません。', en: 'The prize never comes.' }
      ]
    }
  },
  {
    id: 'm8',
    genuine: false,
    from: {
      ja: '{警察|けいさつ} {捜査係|そうさがかり}と {名乗|なの}る [人|ひと]',
      en: 'Somebody who says “police”'
    },
    about: { ja: 'あなたの {口座|こうざ}に ついて', en: 'About your bank account' },
    body: [
      {
        ja: 'あなたの {口座|こうざ}が {事件|じけん}に [使|つか]われました。',
        en: 'Your account was used in a crime.'
      },
      {
        ja: 'だれにも [言|い]わずに、メッセージアプリで すぐ {連絡|れんらく}して ください。',
        en: 'Tell nobody, and write to us in a message app at once.'
      }
    ],
    why: {
      ja: '{警察|けいさつ}は、メッセージアプリで お[金|かね]の [話|はなし]を しません。「だれにも [言|い]うな」は、にせものの しるしです。',
      en: 'The police do not talk about money in a message app. “Tell nobody” is a sign of a fake.'
    },
    bait: {
      label: { ja: 'メッセージアプリで {連絡|れんらく}する', en: 'Write in the message app' },
      wouldHave: [
        {
          ja: '{警察官|けいさつかん}の ふりを した [人|ひと]が、{画面|がめん}に [出|で]て きます。',
          en: 'Somebody dressed as an officer would have appeared on the screen.'
        },
        {
          ja: '「しらべる ため」と [言|い]って、お[金|かね]を [送|おく]らせます。',
          en: 'You would have been made to send money “to have it checked”.'
        }
      ]
    }
  }
];
