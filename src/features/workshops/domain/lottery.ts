import * as v from 'valibot';
import type { AgeBand } from '#features/people/domain/person.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Pool } from './seating.ts';

/** Who may be preferred in a lottery; each is one sentence under `workshops.lottery.rules`. */
export const priorities = ['first-timer', 'aged-75', 'resident', 'missed-last'] as const;
export type Priority = (typeof priorities)[number];

/** How strongly: drawn before the others, or with two lots of which the better one counts. */
export const strengths = ['first', 'two-lots'] as const;
export type Strength = (typeof strengths)[number];

export const MOST_SEATS_PER_YEAR = 99;

/** The rules of one lottery, chosen when it is planned and told to everybody. */
export const LotteryRules = v.strictObject({
  priorities: v.partial(
    v.strictObject({
      'first-timer': v.picklist(strengths),
      'aged-75': v.picklist(strengths),
      resident: v.picklist(strengths),
      'missed-last': v.picklist(strengths)
    })
  ),
  /** Who holds this many seats of the fiscal year already is drawn after everybody else. */
  seatsPerYear: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_SEATS_PER_YEAR))
  )
});
export type LotteryRules = v.InferOutput<typeof LotteryRules>;

/** What an organiser decides about a lottery. */
export type LotteryPlan = { readonly drawsAt: Instant; readonly rules: LotteryRules };

/** Whether two plans draw at one moment by the same rules. */
export function isSameLottery(
  one: LotteryPlan | undefined,
  other: LotteryPlan | undefined
): boolean {
  if (!one || !other) return one === other;
  return (
    one.drawsAt === other.drawsAt &&
    one.rules.seatsPerYear === other.rules.seatsPerYear &&
    priorities.every((name) => one.rules.priorities[name] === other.rules.priorities[name])
  );
}

/** What everybody may see of a lottery, before and after it is drawn. */
export type LotteryView = LotteryPlan & {
  /** SHA-256 of the secret seed, hex; shown from the first day. */
  readonly commitment: string;
  readonly drawnAt: Instant | undefined;
  /** Applications that are in it now. */
  readonly entered: number;
};

/** Why the desk set one entrant apart; a code, for it is published. */
export const overrideReasons = ['promised-before', 'our-mistake', 'of-the-house'] as const;
export type OverrideReason = (typeof overrideReasons)[number];

/** Drawn before or after everybody else, whatever the rules say. */
export const overridePlaces = ['before-all', 'after-all'] as const;
export type OverridePlace = (typeof overridePlaces)[number];
export type Override = { readonly to: OverridePlace; readonly reason: OverrideReason };

/** What the rules look at in one entrant, under the receipt's number. */
export type EntrantFacts = {
  readonly number: string;
  readonly isFirstTimer: boolean;
  readonly ageBand: AgeBand;
  readonly livesHere: boolean;
  readonly missedLast: boolean;
  /** Seats of this fiscal year in other workshops. */
  readonly seatsThisYear: number;
  /** The same person has applied to this workshop before. */
  readonly isSecondEntry: boolean;
  readonly override: Override | undefined;
};

/** One line of the list that is drawn from. Higher groups are drawn first; `lots` is 1 or more. */
export type Entrant = {
  readonly number: string;
  readonly group: number;
  readonly lots: number;
  readonly override?: Override;
  /** Only where seats are divided: out of which part this entrant is seated. */
  readonly pool?: Pool;
};

/** Before and after everybody: beyond what the rules can reach. */
const BEFORE_ALL = 9;
const AFTER_ALL = -1;

/**
 * Where the rules put an entrant. The group is the number of 「先に引く」 rules that hold, the lots are
 * one and one more for each 「くじ 2本」 rule that holds. Who has had their seats of the year, and a
 * second application of one person, are drawn after everybody else.
 *
 * Source: docs/decisions/0016-lottery.md
 */
export function entrantOf(facts: EntrantFacts, rules: LotteryRules): Entrant {
  const { number, override } = facts;
  const lots = 1 + countHeld(facts, rules, 'two-lots');
  if (override) {
    const group = override.to === 'before-all' ? BEFORE_ALL : AFTER_ALL;
    return { number, group, lots, override };
  }
  if (hasHadTheirs(facts, rules) || facts.isSecondEntry) return { number, group: AFTER_ALL, lots };
  return { number, group: countHeld(facts, rules, 'first'), lots };
}

/** Holds as many seats of the fiscal year as one person may. */
export function hasHadTheirs(facts: EntrantFacts, { seatsPerYear }: LotteryRules): boolean {
  return seatsPerYear !== undefined && facts.seatsThisYear >= seatsPerYear;
}

function countHeld(facts: EntrantFacts, rules: LotteryRules, strength: Strength): number {
  return heldPriorities(facts, rules).filter((priority) => rules.priorities[priority] === strength)
    .length;
}

/** The rules of this lottery that speak for an entrant. */
export function heldPriorities(facts: EntrantFacts, rules: LotteryRules): readonly Priority[] {
  return priorities.filter((priority) => rules.priorities[priority] && holds(priority, facts));
}

function holds(priority: Priority, facts: EntrantFacts): boolean {
  switch (priority) {
    case 'first-timer':
      return facts.isFirstTimer;
    case 'aged-75':
      return facts.ageBand === '75-84' || facts.ageBand === '85-over';
    case 'resident':
      return facts.livesHere;
    case 'missed-last':
      return facts.missedLast;
  }
}

/** The list in its one true order, whatever the order of applying was. */
export function inListOrder(entrants: readonly Entrant[]): readonly Entrant[] {
  return entrants.toSorted((one, other) => compareText(one.number, other.number));
}

/**
 * Draws: every lot gets a mark from the seed, an entrant keeps the smallest of theirs, and in each
 * group, the highest first, the smallest mark comes first. With w lots somebody is w times as likely as
 * a neighbour with one to come next, among whoever is left; nobody's mark depends on who else applied.
 *
 * `markOf` answers HMAC-SHA-256 of its text under the seed, in lower-case hex.
 *
 * Source: docs/decisions/0016-lottery.md
 * @returns the receipt numbers in the order drawn
 */
export function drawOrder(
  entrants: readonly Entrant[],
  markOf: (text: string) => string
): readonly string[] {
  return entrants
    .map(({ number, group, lots }) => ({ number, group, mark: smallestMark(number, lots, markOf) }))
    .sort(
      (one, other) =>
        other.group - one.group ||
        compareText(one.mark, other.mark) ||
        compareText(one.number, other.number)
    )
    .map(({ number }) => number);
}

function smallestMark(number: string, lots: number, markOf: (text: string) => string): string {
  const marks = Array.from({ length: lots }, (_, lot) => markOf(`${number}/${lot + 1}`));
  return marks.reduce((one, other) => (one < other ? one : other));
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
