import { ageBands, channels, phoneFamilies } from '#features/people/domain/person.ts';
import type { Application } from '#features/workshops/domain/application.ts';

/** Family names over the whole kana table, so that the keys at the reception have something to find. */
const FAMILIES = [
  ['あおき', '青木'],
  ['いとう', '伊藤'],
  ['うえの', '上野'],
  ['えんどう', '遠藤'],
  ['おがわ', '小川'],
  ['かとう', '加藤'],
  ['きむら', '木村'],
  ['くどう', '工藤'],
  ['こばやし', '小林'],
  ['さとう', '佐藤'],
  ['しみず', '清水'],
  ['すずき', '鈴木'],
  ['たなか', '田中'],
  ['つちや', '土屋'],
  ['なかむら', '中村'],
  ['にしだ', '西田'],
  ['のぐち', '野口'],
  ['はやし', '林'],
  ['ふじた', '藤田'],
  ['ほんだ', '本田'],
  ['まつもと', '松本'],
  ['みやざき', '宮崎'],
  ['もりた', '森田'],
  ['やまだ', '山田'],
  ['よしだ', '吉田'],
  ['わたなべ', '渡辺']
] as const;

/** Given names that nobody has: everybody can see that these people are invented. */
const GIVEN = [
  ['みほん', '見本'],
  ['ためし', '試'],
  ['れい', '例']
] as const;

const TOWNS = ['中央', '南街', '狭山', '蔵敷', '上北台', '芋窪', '奈良橋', '清原'] as const;
const AGES = ageBands.filter((band) => band !== 'not-told' && band !== 'under-65');

/** The n-th of many invented people; a number is always the same person. */
export function personNumber(number: number): { readonly kana: string; readonly name: string } {
  const family = pick(FAMILIES, number * 7);
  const given = pick(GIVEN, Math.floor(number / FAMILIES.length));
  return { kana: `${family[0]} ${given[0]}`, name: `${family[1]} ${given[1]}` };
}

/** What this person applies with: mostly かんたん phones, some without a telephone of their own. */
export function applicationOf(number: number, loanPhones: number): Application {
  const phoneFamily = number % 3 === 0 ? 'kantan' : pick(phoneFamilies, number);
  return {
    ...personNumber(number),
    phone: number % 13 === 5 ? undefined : `0900001${String(number % 10_000).padStart(4, '0')}`,
    town: pick(TOWNS, number),
    ageBand: pick(AGES, number * 5),
    phoneFamily,
    wantsLoanPhone: loanPhones > 0 && (phoneFamily === 'none' || phoneFamily === 'garakei'),
    companions: number % 6 === 0 ? 1 : 0,
    needs: number % 8 === 3 ? ['hearing-loop'] : number % 11 === 4 ? ['large-print'] : [],
    way: number % 13 === 5 ? 'desk' : 'phone'
  };
}

/** By which way the n-th application came: mostly telephone and paper, as it is. */
export function channelNumber(number: number): (typeof channels)[number] {
  return pick(['phone', 'paper', 'phone', 'web', 'counter', 'paper', 'fax', 'web', 'post'], number);
}

export function pick<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new RangeError('nothing to choose from');
  return value;
}
