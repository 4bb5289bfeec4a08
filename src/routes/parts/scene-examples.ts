import type { Scene } from '#features/lessons/domain/picture.ts';

type Example = { readonly name: string; readonly scene: Scene };

const faces = ['android', 'iphone', 'kantan'] as const;
const hands = ['tap', 'hold', 'up', 'down', 'left', 'right', 'spread', 'pinch'] as const;
const keys = ['screen', 'home', 'back', 'power', 'volume', 'charge', 'lens'] as const;
const LONGEST = '二十二の字は一番長い言葉として絵の中に入ります';

const screens: Example[] = [
  {
    name: 'rows, ring and hand',
    scene: {
      scene: 'screen',
      sign: 'settings',
      title: '設定',
      items: [
        { look: 'row', sign: 'wifi', words: 'ネットワーク' },
        { look: 'row', sign: 'bell', words: '通知' },
        { look: 'row', sign: 'letters-large', words: '画面の明るさと文字' }
      ],
      ring: 2,
      hand: 2
    }
  },
  {
    name: 'switches',
    scene: {
      scene: 'screen',
      sign: 'wifi',
      title: 'Wi-Fi',
      items: [
        { look: 'switch-on', words: 'Wi-Fi' },
        { look: 'switch-off', sign: 'airplane', words: 'Airplane mode' }
      ],
      ring: 0,
      hand: 0
    }
  },
  {
    name: 'icons',
    scene: {
      scene: 'screen',
      items: [
        { look: 'icon', sign: 'call', words: '電話' },
        { look: 'icon', sign: 'letter', words: 'メール' },
        { look: 'icon', sign: 'camera', words: 'カメラ' },
        { look: 'icon', sign: 'browser', words: 'インターネット' },
        { look: 'icon', sign: 'map', words: '地図' },
        { look: 'icon', sign: 'settings', words: '設定' }
      ],
      ring: 2,
      hand: 2
    }
  },
  {
    name: 'four icons',
    scene: {
      scene: 'screen',
      items: [
        { look: 'icon', sign: 'call', words: 'Phone' },
        { look: 'icon', sign: 'letter', words: 'Mail' },
        { look: 'icon', sign: 'store', words: 'App shop' },
        { look: 'icon', sign: 'picture', words: 'Photos' }
      ],
      ring: 2
    }
  },
  {
    name: 'talk',
    scene: {
      scene: 'screen',
      sign: 'person',
      title: 'はなこ',
      items: [
        { look: 'theirs', words: 'おばあちゃん、元気?' },
        { look: 'mine', words: '元気よ。ありがとう' },
        { look: 'theirs', sign: 'sticker' },
        { look: 'field', words: 'メッセージ' }
      ],
      ring: 3
    }
  },
  {
    name: 'warning, nothing to touch',
    scene: {
      scene: 'screen',
      items: [
        { look: 'warning', words: 'ウイルスが 見つかりました' },
        { look: 'main', words: 'いますぐ電話する' },
        { look: 'button', words: 'とじる' }
      ],
      no: 1,
      ring: 2
    }
  },
  {
    name: 'field and buttons',
    scene: {
      scene: 'screen',
      title: 'れんしゅう市',
      sign: 'city',
      items: [
        { look: 'text', words: 'お名前を 入れてください' },
        { look: 'field', words: '山田' },
        { look: 'main', sign: 'check', words: '次へ' }
      ],
      hand: 2
    }
  },
  {
    name: 'choices',
    scene: {
      scene: 'screen',
      title: 'Size of letters',
      items: [
        { look: 'choice', words: 'Normal' },
        { look: 'chosen', words: 'Large' },
        { look: 'choice', words: 'Very large' }
      ],
      ring: 1
    }
  },
  {
    name: 'one thing',
    scene: {
      scene: 'screen',
      items: [{ look: 'main', words: '更新する', sign: 'update' }],
      hand: 0
    }
  },
  {
    name: 'without words',
    scene: {
      scene: 'screen',
      items: [
        { look: 'row' },
        { look: 'text' },
        { look: 'field' },
        { look: 'button', sign: 'plus' }
      ]
    }
  },
  {
    name: 'the longest labels',
    scene: {
      scene: 'screen',
      sign: 'letter',
      title: LONGEST,
      items: [
        { look: 'row', sign: 'bell', words: LONGEST },
        { look: 'switch-on', words: LONGEST },
        { look: 'main', words: 'WWWWWWWWWW MMMMMMMMMMM' },
        { look: 'theirs', words: LONGEST }
      ],
      hand: 1
    }
  }
];

const phones: Example[] = [
  ...faces.flatMap((face) =>
    keys.map((key) => ({
      name: `${face}, ${key}`,
      scene: {
        scene: 'phone',
        face,
        key,
        ...(key === 'screen' ? { sign: 'picture' } : {}),
        ...(key === 'charge' || key === 'lens' ? {} : { hand: key === 'power' ? 'hold' : 'tap' })
      } satisfies Scene
    }))
  ),
  ...hands.map((hand) => ({
    name: hand,
    scene: {
      scene: 'phone',
      hand,
      ...(hand === 'spread' || hand === 'pinch' ? { sign: 'map' } : {})
    } satisfies Scene
  })),
  { name: 'words', scene: { scene: 'phone', sign: 'lock', words: 'ロックを 解除' } },
  { name: 'a lens above the screen', scene: { scene: 'phone', sign: 'face', key: 'lens' } },
  {
    name: 'dark',
    scene: { scene: 'phone', face: 'android', dark: true, key: 'power', hand: 'tap' }
  },
  {
    name: 'long words',
    scene: { scene: 'phone', face: 'kantan', sign: 'battery-low', words: LONGEST }
  }
];

const things: Example[] = [
  { name: 'one', scene: { scene: 'things', things: [{ sign: 'bell' }] } },
  {
    name: 'one, named',
    scene: { scene: 'things', things: [{ sign: 'seal', words: 'はんこ' }], no: 0 }
  },
  {
    name: 'arrow',
    scene: {
      scene: 'things',
      things: [
        { sign: 'qr-code', words: 'QRコード' },
        { sign: 'browser', words: 'ホームページ' }
      ],
      between: 'arrow',
      ring: 1
    }
  },
  {
    name: 'plus, three',
    scene: {
      scene: 'things',
      things: [
        { sign: 'id-card', words: 'マイナンバーカード' },
        { sign: 'keypad', words: '4桁の番号' },
        { sign: 'phone', words: 'スマホ' }
      ],
      between: 'plus'
    }
  },
  {
    name: 'or',
    scene: {
      scene: 'things',
      things: [
        { sign: 'wifi', words: 'Wi-Fi at home' },
        { sign: 'data', words: 'Mobile network' }
      ],
      between: 'or',
      hand: 0
    }
  }
];

const people: Example[] = [
  { name: 'alone', scene: { scene: 'people', people: ['supporter'] } },
  {
    name: 'says',
    scene: { scene: 'people', people: ['learner'], says: '写真が たまって 困ったわ' }
  },
  {
    name: 'says, with a sign',
    scene: { scene: 'people', people: ['stranger'], says: 'ATMへ 行って ください', sign: 'machine' }
  },
  { name: 'with a sign', scene: { scene: 'people', people: ['doctor'], sign: 'medicine' } },
  {
    name: 'two, one says',
    scene: { scene: 'people', people: ['learner', 'family'], says: 'この メール、本物かしら' }
  },
  {
    name: 'two, with a sign',
    scene: { scene: 'people', people: ['learner', 'staff'], sign: 'phone' }
  },
  {
    name: 'two, says, with a sign',
    scene: {
      scene: 'people',
      people: ['police', 'learner'],
      says: 'Call us at #9110',
      sign: 'call'
    }
  },
  { name: 'long', scene: { scene: 'people', people: ['learner'], says: LONGEST } }
];

const papers: Example[] = [
  {
    name: 'a notice',
    scene: {
      scene: 'paper',
      title: 'れんしゅう市',
      lines: ['スマホ体験会', '12月1日 午前10時', '市民会館'],
      sign: 'qr-code',
      ring: 'title'
    }
  },
  {
    name: 'a list',
    scene: {
      scene: 'paper',
      title: 'Notebook',
      lines: ['Wi-Fi: renshu-5G', 'Key: on the box'],
      ring: 1
    }
  },
  {
    name: 'a code',
    scene: { scene: 'paper', title: 'お知らせ', lines: [], sign: 'qr-code', hand: 'sign' }
  },
  {
    name: 'long',
    scene: {
      scene: 'paper',
      title: LONGEST,
      lines: [LONGEST, LONGEST, LONGEST],
      sign: 'seal',
      no: 1
    }
  }
];

/** Every kind of scene in the states that are hard to draw. */
export const sceneExamples = { screen: screens, phone: phones, things, people, paper: papers };
