import { searchKeyOf } from '#shared/text/kana.ts';
import type { AgeBand } from './person.ts';

/** What two rows are compared by. `phone` in digits. */
export type Comparable = {
  readonly kana: string;
  readonly phone: string | null;
  readonly town: string | null;
  readonly ageBand: AgeBand;
};

/** Why two rows may be one person; a clerk decides. */
export type Likeness = 'same-phone' | 'same-kana';

/**
 * Two rows that may be one person: one telephone and kana that one mistyped letter, a missing given
 * name or a turned order explain; or the same kana, age band and district. A couple that shares a
 * telephone has two given names, and is not taken for one.
 */
export function likenessOf(one: Comparable, other: Comparable): Likeness | undefined {
  if (one.phone !== null && one.phone === other.phone && areSimilarKana(one.kana, other.kana)) {
    return 'same-phone';
  }
  const isSameKana = searchKeyOf(one.kana) === searchKeyOf(other.kana);
  const isSamePlace = one.town !== null && one.town === other.town;
  const isSameAge = one.ageBand !== 'not-told' && one.ageBand === other.ageBand;
  return isSameKana && isSamePlace && isSameAge ? 'same-kana' : undefined;
}

export function areSimilarKana(one: string, other: string): boolean {
  const [first, second] = [partsOf(one), partsOf(other)];
  if (first.join('') === second.join('')) return true;
  if (first.toSorted().join(' ') === second.toSorted().join(' ')) return true;
  if (isFamilyNameOf(first, second) || isFamilyNameOf(second, first)) return true;
  return isOneSlipApart(Array.from(first.join('')), Array.from(second.join('')));
}

function partsOf(kana: string): readonly string[] {
  return kana
    .split(/[\s\u3000]+/)
    .map(searchKeyOf)
    .filter((part) => part !== '');
}

/** 「さとう」 is all that was heard of 「さとう はな」. */
function isFamilyNameOf(short: readonly string[], long: readonly string[]): boolean {
  return short.length === 1 && long.length > 1 && short[0] === long[0];
}

/** One letter more, one fewer, one other, or two neighbours swapped. */
function isOneSlipApart(one: readonly string[], other: readonly string[]): boolean {
  const start = one.findIndex((letter, index) => letter !== other[index]);
  const from = start === -1 ? one.length : start;
  const [restOfOne, restOfOther] = [one.slice(from), other.slice(from)];
  const after = (letters: readonly string[], count: number) => letters.slice(count).join('');
  const [a, b] = restOfOne;
  const isSwapped = restOfOther[0] === b && restOfOther[1] === a && b !== undefined;
  return (
    after(restOfOne, 1) === after(restOfOther, 1) ||
    after(restOfOne, 1) === after(restOfOther, 0) ||
    after(restOfOne, 0) === after(restOfOther, 1) ||
    (isSwapped && after(restOfOne, 2) === after(restOfOther, 2))
  );
}
