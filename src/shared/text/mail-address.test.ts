import { describe, expect, test } from 'vitest';
import { toMailAddress } from './mail-address.ts';

describe('toMailAddress', () => {
  test.each([
    ['a plain one', 'hana@example.jp', 'hana@example.jp'],
    ['full-width letters mean the same', ' ｈａｎａ＠ｅｘａｍｐｌｅ．ｊｐ ', 'hana@example.jp'],
    ['the domain in small letters, the rest as it is', 'Hana.S@Example.JP', 'Hana.S@example.jp'],
    ['dots together, as carriers gave them', 'ha..na.@docomo.ne.jp', 'ha..na.@docomo.ne.jp'],
    ['a mark behind a plus', 'hana+engawa@example.jp', 'hana+engawa@example.jp']
  ])('%s', (_, typed, address) => {
    expect(toMailAddress(typed)).toBe(address);
  });

  test.each([
    ['nothing', ''],
    ['no @', 'hana.example.jp'],
    ['nothing before the @', '@example.jp'],
    ['a dot first', '.hana@example.jp'],
    ['a domain without a dot', 'hana@localhost'],
    ['a number for a domain', 'hana@127.0.0.1'],
    ['two at once', 'hana@example.jp,taro@example.jp'],
    ['a blank inside', 'ha na@example.jp'],
    ['a name around it', 'Hana <hana@example.jp>'],
    ['a line of a header behind it', 'hana@example.jp\r\nBcc: all@example.jp'],
    ['a line of a header before it', 'a\nBcc:b@example.jp'],
    ['quotation marks', '"ha na"@example.jp'],
    ['Japanese letters', 'はな@example.jp'],
    ['two @', 'ha@na@example.jp'],
    ['more than 64 letters before the @', `${'a'.repeat(65)}@example.jp`],
    ['more than 254 letters', `hana@${'a.'.repeat(125)}jp`]
  ])('%s is none', (_, typed) => {
    expect(toMailAddress(typed)).toBeUndefined();
  });
});
