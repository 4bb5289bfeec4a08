import type { Scene } from '#features/lessons/domain/picture.ts';
import { LONGEST, type Example } from './example.ts';
import { screens } from './screens.ts';

const faces = ['android', 'iphone', 'kantan'] as const;
const hands = ['tap', 'hold', 'up', 'down', 'left', 'right', 'spread', 'pinch'] as const;
const keys = ['screen', 'home', 'back', 'power', 'volume', 'charge', 'lens'] as const;

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
