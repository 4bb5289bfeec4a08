import type { Named } from './name-scan.ts';

export type InventedPerson = Named;

/** Parts of family names, read and written; two make a name as names are made. */
const FIRST =
  'あお 青,あさ 浅,いし 石,いわ 岩,うえ 上,えのき 榎,おお 大,おか 岡,かわ 川,きた 北,くろ 黒,こ 小,さか 坂,しも 下,すぎ 杉,たか 高,たけ 竹,つち 土,てら 寺,とみ 富,なか 中,にし 西,ぬま 沼,の 野,はせ 長谷,ひがし 東,ふじ 藤,ほし 星,まつ 松,みず 水,むら 村,もり 森,やま 山,よし 吉,わた 渡'.split(
    ','
  );
const LAST =
  'い 井,うち 内,お 尾,おか 岡,かわ 川,き 木,くぼ 久保,さか 坂,さき 崎,さわ 沢,しま 島,だ 田,たに 谷,づか 塚,の 野,はし 橋,はら 原,べ 部,また 俣,みや 宮,むら 村,もと 本,やま 山,ぐち 口,ば 場'.split(
    ','
  );
const GIVEN =
  'あきこ 秋子,いちろう 一郎,うめ 梅,えいじ 栄二,かずこ 和子,きょうこ 京子,けんいち 健一,さちこ 幸子,しげる 茂,しょうぞう 正三,すみえ 澄江,せつこ 節子,たけし 武,ちよ 千代,としお 敏夫,なつ 夏,のぶこ 信子,はるえ 春江,ひろし 弘,ふみ 文,まさお 正夫,みつこ 光子,やすこ 安子,ゆきえ 雪江,よしお 良雄,りゅうじ 竜二,れいこ 礼子'.split(
    ','
  );

/** People who do not exist, under names as they are spread over the kana table; the n-th is always the same. */
export function inventPeople(count: number): InventedPerson[] {
  return Array.from({ length: count }, (_, n) => {
    const [first, last, given] = [
      partOf(FIRST, n * 37 + Math.floor(n / 11)),
      partOf(LAST, n * 11 + Math.floor(n / 35)),
      partOf(GIVEN, n * 5 + Math.floor(n / 27))
    ];
    return {
      kana: `${first.kana}${last.kana} ${given.kana}`,
      name: `${first.written}${last.written} ${given.written}`
    };
  });
}

function partOf(parts: readonly string[], n: number): { kana: string; written: string } {
  const [kana = '', written = ''] = parts[n % parts.length]?.split(' ') ?? [];
  return { kana, written };
}
