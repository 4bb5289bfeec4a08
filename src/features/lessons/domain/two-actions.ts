import { plainText } from '#shared/text/ruby.ts';
import { handVerbs, notDeeds, quietVerbs, verbForms, type Verbs } from './word-lists.ts';

/** One thing that a sentence says is done, and where in the sentence it stands. */
type Deed = {
  readonly stem: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
};

type Verb = { readonly stem: string; readonly linked: RegExp; readonly asked: RegExp };

/** After て these make one deed of the verb and what follows: 見て います, 書いて ある, ふれても. */
const ONE_WITH_TE =
  'も(?!ど)|は|\\s*(?:い(?:[るたてなれきくっ]|ま[すし])|あ[るりっ]|お[くいき]|み[るてまた]|しま|くださ|下さ|くれ|もら|いただ|あげ|ほし|き[たてま]|くる|と\\s*[言い書聞])';
const ASKED_AFTER_TE =
  '(?:ください|下さい|(?:み|おき|もらい|いただき|い)(?:ます|ましょう)|みて\\s*(?:ください|下さい))';

const hands = verbsOf(handVerbs);
const quiet = verbsOf(quietVerbs);

/** They open, close and go back by themselves too: 「ひらいたら」 is no deed, 「アプリを ひらいたら」 is. */
const OF_ITSELF = /^(?:ひら|開|とじ|閉じ|もど|戻)$/;
const TOUCH = /^(?:ふれ|触れ|押|お)$/;
const LAY = /^(?:置|のせ)$/;
const STROKE = /^(?:広げ|ひろげ|すべらせ|なぞ|つま|はじ|動か|うごか|ずら|引)$/;
const LIFT = /^(?:はな|離)$/;
const CHOOSE = /^(?:えら|選)$/;
const EFFECT = /^(?:ひら|開|とじ|閉じ|もど|戻|消|け|送|切|えら|選)$/;

/**
 * Two things to do where a step may have one; `undefined` when there is one idea.
 *
 * - In one sentence: a hand does something, and then (〜て、 〜てから、 〜たら、 〜たあと、 〜し、) asks
 *   for another deed of the hand. Looking, reading, waiting, asking somebody may go with one touch.
 * - In two sentences: both ask for something (〜ます。 〜ましょう。 〜てください。), whatever it is.
 *
 * One touch with its end, its stroke or its effect is one action: ふれて はなします, ふれて
 * すべらせます, しるしに ふれて ひらきます. What stands in 「」 is a label and no deed; what happens by
 * itself (画面が ひらいたら), what is done already (入れおわったら) and what is not done (ふれずに,
 * ふれません) do not count.
 */
export function twoActionsIn(text: string): string | undefined {
  const sentences = plainText(text)
    .replace(/「[^」]*」/g, '「」')
    .replace(/[((][^))]*[))]/g, '')
    .replace(notDeeds, '')
    .split(/[。!!]/)
    .map((sentence) => sentence.trim());

  const inOne = sentences.flatMap((sentence) => twoInOne(sentence) ?? []);
  if (inOne.length > 0) return inOne[0];

  const asked = sentences.flatMap((sentence) => askedIn(sentence, [...hands, ...quiet]) ?? []);
  return asked.length > 1 ? asked.map(({ words }) => words).join(' / ') : undefined;
}

function twoInOne(sentence: string): string | undefined {
  const asked = askedIn(sentence, hands);
  if (!asked) return undefined;

  const deeds = [...linkedIn(sentence).filter(({ end }) => end <= asked.start), asked];
  for (const [index, first] of deeds.entries()) {
    const second = deeds[index + 1];
    if (second && !isOneAction(first, second, sentence.slice(first.end, second.start))) {
      return `${first.words}…${second.words}`;
    }
  }
  return undefined;
}

function isOneAction(first: Deed, second: Deed, between: string): boolean {
  if (LIFT.test(second.stem)) return true;
  if (CHOOSE.test(first.stem) && TOUCH.test(second.stem)) return /^[\s、]*$/.test(between);
  if (LAY.test(first.stem)) return STROKE.test(second.stem);
  if (!TOUCH.test(first.stem)) return false;
  return STROKE.test(second.stem) || (EFFECT.test(second.stem) && !between.includes('「'));
}

function askedIn(sentence: string, verbs: readonly Verb[]): Deed | undefined {
  return verbs
    .flatMap(({ stem, asked }) => deedsAt(sentence, stem, asked))
    .find(({ start }) => !happens(sentence.slice(0, start)));
}

function linkedIn(sentence: string): Deed[] {
  return hands
    .flatMap(({ stem, linked }) => deedsAt(sentence, stem, linked))
    .filter(({ stem, words, start }) => {
      const before = sentence.slice(0, start);
      if (/[ただ]ら$/.test(words) && OF_ITSELF.test(stem)) return /を\s*$/.test(before);
      return !happens(before);
    })
    .sort((one, other) => one.start - other.start);
}

function deedsAt(sentence: string, stem: string, form: RegExp): Deed[] {
  return [...sentence.matchAll(form)].map((match) => ({
    stem,
    words: match[0],
    start: match.index,
    end: match.index + match[0].length
  }));
}

/** After 「画面が」 or 「画面が すぐに」 nobody does anything: it happens. */
function happens(before: string): boolean {
  return /が\s*(?:(?:[^\s、]{1,5}[くに]|すぐ|また)\s*)?$/.test(before);
}

function verbsOf(verbs: Verbs): Verb[] {
  return Object.entries(verbs).flatMap(([kind, stems]) =>
    stems.split('|').map((stem) => verbOf(stem, verbForms[kind as keyof typeof verbForms]))
  );
}

function verbOf(stem: string, [te, ta, masu]: readonly [string, string, string]): Verb {
  const start = wordBegins(stem) + stem;
  return {
    stem,
    linked: new RegExp(
      `${start}(?:${te}(?:から)?(?!から)(?!${ONE_WITH_TE})|${ta}(?:ら|\\s*(?:あと|後))|${masu}(?=、))`,
      'gu'
    ),
    asked: new RegExp(
      `${start}(?:${masu}(?:ます|ましょう)|${te}\\s*${ASKED_AFTER_TE})(?=\\s*[ねよ]?$)`,
      'gu'
    )
  };
}

/** Kana begin a word where none stands before them or a particle does: あふれて is not ふれて. */
function wordBegins(stem: string): string {
  if (!/^[ぁ-ん]/.test(stem)) return '';
  return stem.length === 1 ? '(?<![ぁ-ん])' : '(?:(?<![ぁ-ん])|(?<=[をにへでとかもはくの]))';
}
