import type { Place } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import { right, row, w, wrong } from './kit.ts';

const leave = w('ほかの ものを えらびます。', 'Choose something else.');

function wanted(id: string, label: Words, happened: Words): Place {
  return row(id, label, right(happened, { marks: { [id]: 'good' } }), { follows: id });
}

function notWanted(id: string, label: Words, happened: Words): Place {
  return row(id, label, wrong(happened, leave), { follows: id });
}

/** What goes into the box for a tax return, among what does not. */
export const things: readonly Place[] = [
  wanted(
    'slip',
    w('[年金|ねんきん]の {源泉|げんせん}{徴収票|ちょうしゅうひょう}', 'The yearly pension slip'),
    w(
      '{箱|はこ}に [入|い]れました。[1年分|いちねんぶん]の [年金|ねんきん]が わかります。',
      'Into the box: it tells the pension of the year.'
    )
  ),
  notWanted(
    'power',
    w('[電気|でんき]の お[知|し]らせ', 'The electricity bill'),
    w('[電気|でんき]の [紙|かみ]は つかいません。', 'The electricity bill is not needed.')
  ),
  wanted(
    'receipts',
    w(
      '{病院|びょういん}と[薬|くすり]の {領収書|りょうしゅうしょ}',
      'Receipts of clinics and medicines'
    ),
    w(
      '{箱|はこ}に [入|い]れました。{医療費|いりょうひ}が わかります。',
      'Into the box: they tell what doctors cost.'
    )
  ),
  notWanted(
    'numbers',
    w('{暗証番号|あんしょうばんごう}を [書|か]いた[紙|かみ]', 'The paper with your numbers'),
    w(
      '[番号|ばんごう]の[紙|かみ]は {箱|はこ}に [入|い]れません。べつに しまいます。',
      'That paper stays out of the box, put away elsewhere.'
    )
  ),
  wanted(
    'card',
    w('マイナンバーカード', 'My Number Card'),
    w('{箱|はこ}の そばに {置|お}きました。', 'Laid beside the box.')
  ),
  notWanted(
    'credit',
    w('クレジットカード', 'A credit card'),
    w('[買|か]い[物|もの]の カードは つかいません。', 'The card for shopping is not needed.')
  ),
  wanted(
    'book',
    w('[自分|じぶん]の {通帳|つうちょう}', 'Your own bank book'),
    w(
      'お[金|かね]が {戻|もど}る {口座|こうざ}が わかります。',
      'It tells which account the money comes back to.'
    )
  )
];

/** The four that are needed. */
export const needed = things.filter(({ turns }) => turns[0]?.outcome === 'right');
