import type { Words } from '../domain/turn.ts';
import { w } from './kit.ts';

type CardNumber = {
  readonly name: Words;
  readonly note: Words;
  /** Said when it is chosen where another one is asked for. */
  readonly purpose: Words;
};

/** The four numbers of a My Number Card, as the paper that comes with it names them. */
export const numbers = {
  signing: {
    name: w('{署名用|しょめいよう} 6〜16[字|じ]', 'Signing: 6–16 letters'),
    note: w('はんこの かわり', 'In place of your seal'),
    purpose: w(
      '「{署名用|しょめいよう}」は はんこの かわりです。ネットで [出|だ]す {届|とど}けに つかいます。',
      '“Signing” stands for your seal, on forms that are sent online.'
    )
  },
  identity: {
    name: w('{利用者|りようしゃ} {証明用|しょうめいよう} 4けた', 'User identification: 4 digits'),
    note: w('[本人|ほんにん]だと しめす', 'Says that it is you'),
    purpose: w(
      '「{利用者|りようしゃ}{証明用|しょうめいよう}」は [本人|ほんにん]だと しめす [番号|ばんごう]です。',
      '“User identification” says that it is you.'
    )
  },
  register: {
    name: w(
      '{住民|じゅうみん}{基本|きほん}{台帳用|だいちょうよう} 4けた',
      'Resident register: 4 digits'
    ),
    note: w('{市役所|しやくしょ}で、[引|ひ]っこしなどに', 'At the city hall, for moving'),
    purpose: w(
      '「{住民|じゅうみん}{基本|きほん}{台帳用|だいちょうよう}」は、[引|ひ]っこしなどで {市役所|しやくしょ}で つかいます。',
      '“Resident register” is used at the city hall, when you move house.'
    )
  },
  filling: {
    name: w(
      '{券面|けんめん}{事項|じこう} [入力|にゅうりょく]{補助用|ほじょよう} 4けた',
      'Filling in: 4 digits'
    ),
    note: w('[名前|なまえ]や [住所|じゅうしょ]を うつす', 'Copies your name and address'),
    purpose: w(
      'これは カードの [名前|なまえ]や [住所|じゅうしょ]を、[画面|がめん]に うつす [番号|ばんごう]です。',
      'This one copies the name and address of the card onto the screen.'
    )
  }
} as const satisfies Record<string, CardNumber>;

export type Use = {
  readonly id: string;
  readonly name: Words;
  readonly story: Words;
  readonly number: keyof typeof numbers;
  readonly praise: Words;
  readonly help: Words;
};

export const paperName: Words = w('[番号|ばんごう]の [紙|かみ]', 'The paper');

export const uses: readonly Use[] = [
  {
    id: 'shop',
    name: w('コンビニで {住民票|じゅうみんひょう}', 'A certificate at the shop'),
    story: w(
      'コンビニの {機械|きかい}で {住民票|じゅうみんひょう}を とります。',
      'You fetch a residence certificate at the machine of a convenience store.'
    ),
    number: 'identity',
    praise: w(
      'そうです。{機械|きかい}に「わたしです」と しめしました。',
      'Yes: you told the machine that it is you.'
    ),
    help: w('[本人|ほんにん]だと しめす 4けたです。', 'It is the one that says it is you.')
  },
  {
    id: 'tax',
    name: w('ネットで {確定|かくてい}{申告|しんこく}', 'A tax return online'),
    story: w(
      '{確定|かくてい}{申告|しんこく}を ネットで {送|おく}る、さいごの [画面|がめん]です。',
      'The last screen, where a tax return is sent online.'
    ),
    number: 'signing',
    praise: w(
      'そうです。はんこを おすのと [同|おな]じです。',
      'Yes: it is like putting your seal on it.'
    ),
    help: w('はんこの かわりの、[長|なが]い ものです。', 'It is the long one, your seal.')
  },
  {
    id: 'move',
    name: w('[引|ひ]っこしの {届|とど}け', 'Moving house'),
    story: w(
      '[引|ひ]っこしの あと、{市役所|しやくしょ}で カードの [住所|じゅうしょ]を なおします。',
      'After moving house you have the card’s address changed at the city hall.'
    ),
    number: 'register',
    praise: w(
      'そうです。{市役所|しやくしょ}の {窓口|まどぐち}で つかいます。',
      'Yes: it is used at the desk of the city hall.'
    ),
    help: w('{市役所|しやくしょ}で つかう 4けたです。', 'It is the one for the city hall.')
  },
  {
    id: 'form',
    name: w('[名前|なまえ]を うつす', 'Copying your name'),
    story: w(
      'スマホの {申|もう}しこみに、カードの [名前|なまえ]と [住所|じゅうしょ]を うつします。',
      'You copy your name and address from the card into a form on the phone.'
    ),
    number: 'filling',
    praise: w(
      'そうです。[字|じ]を [打|う]つ かわりに なります。',
      'Yes: it saves you from typing.'
    ),
    help: w('[名前|なまえ]や [住所|じゅうしょ]を うつす 4けたです。', 'It is the one that copies.')
  }
];
