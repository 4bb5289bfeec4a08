import * as v from 'valibot';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { quotaFamilies, usualArrangement, type Arrangement } from './arrangement.ts';
import { LotteryRules, type LotteryPlan } from './lottery.ts';
import type { Selection, WorkshopKind } from './workshop.ts';

/** A workshop as an organiser plans it, with its dates. */
export type WorkshopPlan = {
  /** The short code printed in the 市報: a capital letter and one to four digits (`C12`). */
  readonly code: string;
  readonly kind: WorkshopKind;
  readonly titleJa: string;
  readonly titleEn: string;
  readonly aboutJa: string;
  readonly aboutEn: string;
  /** What to bring, beyond what everybody brings; may be empty. */
  readonly bringJa: string;
  readonly bringEn: string;
  readonly venueId: string;
  readonly roomId?: string | undefined;
  readonly seriesId?: string | undefined;
  /** 定員: learners. */
  readonly seats: number;
  /** 室定員: chairs, companions and supporters included. */
  readonly roomChairs: number;
  readonly longestLine: number;
  readonly loanPhones: number;
  readonly selection: Selection;
  /** When and by which rules the lots are drawn; told exactly for `lottery`. */
  readonly lottery?: LotteryPlan | undefined;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly state: 'draft' | 'open';
  readonly sessions: readonly PlannedSession[];
  /** `usualArrangement` when it is not told. */
  readonly arrangement?: Arrangement | undefined;
};

export type PlannedSession = { readonly startsAt: Instant; readonly endsAt: Instant };

export type PlanError =
  | { readonly type: 'code-malformed' }
  | { readonly type: 'no-session' }
  | { readonly type: 'session-ends-before-it-starts' }
  | { readonly type: 'sign-up-closes-before-it-opens' }
  | { readonly type: 'lottery-not-told' }
  | { readonly type: 'draw-before-sign-up-closes' }
  | { readonly type: 'draw-after-it-begins' }
  | { readonly type: 'number-out-of-range' }
  | { readonly type: 'more-seats-than-chairs' }
  | { readonly type: 'nobody-per-supporter' }
  | { readonly type: 'more-quotas-than-seats' }
  | { readonly type: 'nothing-to-divide' }
  | { readonly type: 'partner-unnamed' };

const LARGEST_NUMBER = 999;

/**
 * Whether a workshop can be held as planned; the first thing to mend is answered. `isDrawn`: its lots are
 * drawn already, so that applications may be taken again for what is left.
 */
export function checkPlan(plan: WorkshopPlan, isDrawn = false): Result<WorkshopPlan, PlanError> {
  if (!/^[A-Z]\d{1,4}$/.test(plan.code)) return err({ type: 'code-malformed' });
  if (plan.sessions.length === 0) return err({ type: 'no-session' });
  if (plan.sessions.some(({ startsAt, endsAt }) => endsAt <= startsAt)) {
    return err({ type: 'session-ends-before-it-starts' });
  }
  if (plan.closesAt < plan.opensAt) return err({ type: 'sign-up-closes-before-it-opens' });

  const wrongLottery = whatIsWrongWithLottery(plan, isDrawn);
  if (wrongLottery) return err({ type: wrongLottery });

  const arrangement = plan.arrangement ?? usualArrangement;
  const numbers = [
    ...[plan.seats, plan.roomChairs, plan.longestLine, plan.loanPhones],
    ...[arrangement.extraSeats, arrangement.supporters, arrangement.peoplePerSupporter],
    ...Object.values(arrangement.phoneQuotas),
    ...(arrangement.seatsPerYear === undefined ? [] : [arrangement.seatsPerYear])
  ];
  if (
    numbers.some((number) => !Number.isInteger(number) || number < 0 || number > LARGEST_NUMBER)
  ) {
    return err({ type: 'number-out-of-range' });
  }
  if (plan.seats > plan.roomChairs) return err({ type: 'more-seats-than-chairs' });
  const wrong = whatIsWrong(arrangement, plan.seats);
  return wrong ? err({ type: wrong }) : ok(plan);
}

function whatIsWrong(arrangement: Arrangement, seats: number) {
  const { peoplePerSupporter, phoneQuotas, dividesByPhone, seatsPerYear, host, hostName } =
    arrangement;
  if (peoplePerSupporter === 0) return 'nobody-per-supporter';
  const meant = quotaFamilies.reduce((sum, family) => sum + (phoneQuotas[family] ?? 0), 0);
  if (meant > seats) return 'more-quotas-than-seats';
  if (dividesByPhone && meant === 0) return 'nothing-to-divide';
  if (seatsPerYear === 0) return 'number-out-of-range';
  if (host === 'partner' && hostName === '') return 'partner-unnamed';
  return undefined;
}

/** The lots are drawn when nobody can apply any more, and before the first date. */
function whatIsWrongWithLottery(
  { lottery, selection, closesAt, sessions }: WorkshopPlan,
  isDrawn: boolean
) {
  if ((lottery !== undefined) !== (selection === 'lottery')) return 'lottery-not-told';
  if (!lottery) return undefined;

  const { drawsAt, rules } = lottery;
  if (drawsAt < closesAt && !isDrawn) return 'draw-before-sign-up-closes';
  if (sessions.some(({ startsAt }) => startsAt <= drawsAt)) return 'draw-after-it-begins';
  return v.is(LotteryRules, rules) ? undefined : 'number-out-of-range';
}
