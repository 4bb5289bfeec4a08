import * as v from 'valibot';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
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
  readonly sessions: readonly { readonly startsAt: Instant; readonly endsAt: Instant }[];
};

export type PlanError =
  | { readonly type: 'code-malformed' }
  | { readonly type: 'no-session' }
  | { readonly type: 'session-ends-before-it-starts' }
  | { readonly type: 'sign-up-closes-before-it-opens' }
  | { readonly type: 'lottery-not-told' }
  | { readonly type: 'draw-before-sign-up-closes' }
  | { readonly type: 'draw-after-it-begins' }
  | { readonly type: 'number-out-of-range' }
  | { readonly type: 'more-seats-than-chairs' };

const LARGEST_NUMBER = 999;

/** Whether a workshop can be held as planned; the first thing to mend is answered. */
export function checkPlan(plan: WorkshopPlan): Result<WorkshopPlan, PlanError> {
  if (!/^[A-Z]\d{1,4}$/.test(plan.code)) return err({ type: 'code-malformed' });
  if (plan.sessions.length === 0) return err({ type: 'no-session' });
  if (plan.sessions.some(({ startsAt, endsAt }) => endsAt <= startsAt)) {
    return err({ type: 'session-ends-before-it-starts' });
  }
  if (plan.closesAt < plan.opensAt) return err({ type: 'sign-up-closes-before-it-opens' });

  const lottery = checkLottery(plan);
  if (!lottery.ok) return lottery;

  const numbers = [plan.seats, plan.roomChairs, plan.longestLine, plan.loanPhones];
  if (
    numbers.some((number) => !Number.isInteger(number) || number < 0 || number > LARGEST_NUMBER)
  ) {
    return err({ type: 'number-out-of-range' });
  }
  if (plan.seats > plan.roomChairs) return err({ type: 'more-seats-than-chairs' });
  return ok(plan);
}

/** The lots are drawn when nobody can apply any more, and before the first date. */
function checkLottery(plan: WorkshopPlan): Result<WorkshopPlan, PlanError> {
  const { lottery, selection, closesAt, sessions } = plan;
  if ((lottery !== undefined) !== (selection === 'lottery'))
    return err({ type: 'lottery-not-told' });
  if (!lottery) return ok(plan);

  const { drawsAt, rules } = lottery;
  if (drawsAt < closesAt) return err({ type: 'draw-before-sign-up-closes' });
  if (sessions.some(({ startsAt }) => startsAt <= drawsAt)) {
    return err({ type: 'draw-after-it-begins' });
  }
  return v.is(LotteryRules, rules) ? ok(plan) : err({ type: 'number-out-of-range' });
}
