import { LONGEST, type Example } from './example.ts';

export const screens: readonly Example[] = [
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
