import { cleanText } from '#shared/text/clean.ts';

/** What a free text must not hold; each is answered with a kind sentence of its own. */
export const guardKinds = [
  'phone',
  'mail',
  'link',
  'pin',
  'my-number',
  'card',
  'long-number',
  'meeting'
] as const;
export type GuardKind = (typeof guardKinds)[number];

/** Where somebody writes freely on the board and in the log. */
export type StoppedPlace = 'request' | 'host' | 'log' | 'trouble' | 'message';

const HYPHENS = '\\-‐‑‒–—―ー−';
/** A number is not the tail of a longer one. */
const ALONE = `(?<![\\d,.${HYPHENS}])`;
const ENDS = `(?![\\d${HYPHENS}])`;

/** Years, days, times, prices and counts: ordinary numbers that a story needs. */
const ORDINARY = [
  `${ALONE}(?:1[89]|20)\\d{2}(?:年度?)?[/年-](?:1[0-2]|0?[1-9])[/月-](?:3[01]|[12]\\d|0?[1-9])日?${ENDS}`,
  `${ALONE}(?:1[89]|20)\\d{2}年`,
  `(?:令和|平成|昭和|大正|明治)(?:元|\\d{1,2})年`,
  `${ALONE}(?:1[0-2]|0?[1-9])(?:月|/)(?:3[01]|[12]\\d|0?[1-9])日?${ENDS}`,
  `${ALONE}(?:2[0-4]|1\\d|0?\\d)(?:時(?:[0-5]?\\d分|半)?|:[0-5]\\d(?!:?\\d))`,
  `[¥￥]\\s?\\d{1,3}(?:,?\\d{3}){0,2}${ENDS}`,
  `${ALONE}(?:\\d{1,3}(?:,\\d{3}){0,2}|\\d{1,7})(?:[万千百億]?円|[万億])`,
  `${ALONE}\\d{1,5}(?:時間|分|秒|歳|才|代|人|回|件|枚|本|歩|通|曲|文字|字|ページ|か月|ヶ月|週|日|年|ギガ|メガ|[GM]B|%)`
].map((source) => new RegExp(source, 'gi'));

const MAIL = /[^\s@]\s*@\s*[^\s@]|アットマーク|[\w.]+\s*[([]at[)\]]\s*[\w.]+/i;
const LINK =
  /https?:|www\.|[a-z0-9-]+\.(?:com|net|org|info|biz|app|dev|me|io|ly|xyz|tokyo|jp)(?![a-z])/i;
const NUMBER = new RegExp(`\\+?\\d(?:[ ${HYPHENS}.・()_/]{0,2}\\d)*`, 'g');

/** 専門家に, そのうちに are no homes. */
const HOME = '(?:自宅|わが家|我が家|お宅|(?<!その)うち|(?<![一-龠])家|部屋)';
const ELSEWHERE = `(?:${HOME}|喫茶店|カフェ|ファミレス|レストラン|居酒屋|飲み屋|ホテル|駅前?|公園|車(?:の中)?|お?店|外|どこか|別の(?:場所|所|ところ))`;
const ASKED = '(?:ください|下さい|ほしい|欲しい|くれ|もらえ|いただけ|頂け)';

/** Asking to meet, to be visited or to be reached outside the places the city keeps open. */
const MEETING = [
  `${ELSEWHERE}(?:で|に|へ|まで|の前で).{0,12}?(?:会(?:いま|え|いた|って${ASKED}|おう|いに)|お会い|待ち合わせ)`,
  `${HOME}(?:に|へ|まで).{0,8}?(?:来て${ASKED}|きて${ASKED}|来られ|来ませんか|お越し|いらして|いらっしゃ)`,
  `${HOME}で.{0,12}?(?:教えて|おしえて|見て|手伝って)${ASKED}`,
  `(?:二人|ふたり|2人)(?:きり|だけ)で`,
  `(?:個人的|直接)に?.{0,4}?(?:会|連絡|電話)`,
  `(?:連絡先|電話番号|メールアドレス|LINE|ライン)(?:の?ID)?を?.{0,6}?(?:交換|教えて${ASKED})`,
  `\\b(?:meet|see)\\b.{0,16}\\b(?:at|in)\\b.{0,10}\\b(?:home|house|flat|caf[eé]|restaurant|station|park|car|hotel)`,
  `\\bcome\\b.{0,10}\\bto\\b.{0,4}\\b(?:my|our)\\b.{0,4}\\b(?:home|house|flat|place)`,
  `\\b(?:call|text|message|phone)\\s+me\\b`
].map((source) => new RegExp(source, 'i'));

/**
 * What in a text must not be sent, in the order of `guardKinds`; empty when it may pass. Full-width and
 * kanji digits are read as digits, and a number cut up by spaces or hyphens is read as one. Years,
 * days, times, prices and counts pass.
 */
export function findGuarded(text: string): readonly GuardKind[] {
  const plain = withPlainDigits(cleanText(text).normalize('NFKC'));
  const found = new Set<GuardKind>();
  if (MAIL.test(plain)) found.add('mail');
  if (LINK.test(plain)) found.add('link');
  if (MEETING.some((pattern) => pattern.test(plain))) found.add('meeting');
  for (const kind of numbersIn(plain)) found.add(kind);
  return guardKinds.filter((kind) => found.has(kind));
}

const KANJI_DIGITS = '〇一二三四五六七八九';

/** 〇九〇 is 090; a lone 一 stays a word. */
function withPlainDigits(text: string): string {
  return text.replace(/[〇一二三四五六七八九]{3,}/g, (run) =>
    run.replace(/./g, (digit) => String(KANJI_DIGITS.indexOf(digit)))
  );
}

function numbersIn(text: string): readonly GuardKind[] {
  const rest = ORDINARY.reduce((left, ordinary) => left.replace(ordinary, '◯'), text);
  return [...rest.matchAll(NUMBER)]
    .map(([number]) => kindOfNumber(number))
    .filter((kind) => kind !== undefined);
}

function kindOfNumber(number: string): GuardKind | undefined {
  const groups = number.match(/\d+/g) ?? [];
  const digits = groups.join('');
  if (/^0\d{8,10}$/.test(digits) || (number.startsWith('+') && digits.length >= 8)) return 'phone';
  if (digits.length >= 14 && digits.length <= 16) return 'card';
  if (digits.length === 12) return 'my-number';
  if (isLocalPhone(groups)) return 'phone';
  if (digits.length >= 7) return 'long-number';
  return isPin(groups, digits) ? 'pin' : undefined;
}

/** 563-2111: a number as neighbours tell it, without the area code. */
function isLocalPhone([area, line, ...more]: readonly string[]): boolean {
  if (area === undefined || line === undefined || more.length > 0) return false;
  return area.length >= 2 && area.length <= 4 && line.length === 4;
}

/** Four digits (cards, phones) or six (phones, one-time codes), in one piece or spelled one by one. */
function isPin(groups: readonly string[], digits: string): boolean {
  if (digits.length !== 4 && digits.length !== 6) return false;
  return groups.length === 1 || groups.every((group) => group.length === 1);
}
