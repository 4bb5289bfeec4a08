import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { isSameLottery, type LotteryPlan } from './lottery.ts';
import type { PlannedSession, WorkshopPlan } from './plan.ts';
import type { Selection } from './workshop.ts';

/** A planned workshop as it stands, seen by whoever wants to change it. */
export type StandingWorkshop = {
  readonly state: 'draft' | 'open' | 'cancelled';
  readonly venueId: string;
  readonly roomId: string | undefined;
  readonly selection: Selection;
  readonly confirmed: number;
  readonly waiting: number;
  /** Applications for a draw that is still to come. */
  readonly entered: number;
  /** Only where seats are drawn by lot. */
  readonly lottery: (LotteryPlan & { readonly drawnAt: Instant | undefined }) | undefined;
  /** Whether somebody was received there: what happened is not planned anew. */
  readonly hasBeenHeld: boolean;
  /** The dates that are to be held, earliest first. */
  readonly sessions: readonly (PlannedSession & { readonly id: string })[];
};

export type ChangeError =
  | { readonly type: 'workshop-cancelled' }
  | { readonly type: 'already-published' }
  /** Somebody counts on day, place or the way places are given. */
  | { readonly type: 'people-signed-up' }
  /** What was drawn is published, with its rules. */
  | { readonly type: 'already-drawn' }
  | { readonly type: 'fewer-seats-than-confirmed' };

/** What has to be done to the dates of a workshop. */
export type DateChanges = {
  readonly move: readonly (PlannedSession & { readonly id: string })[];
  readonly add: readonly PlannedSession[];
  readonly remove: readonly string[];
};

/**
 * Decides whether a plan may take the place of what stands. Words and numbers may change at any time;
 * day, place, selection and the rules of a lottery only while nobody counts on them. People who signed up must be told of a
 * change, and that is a use case of its own.
 */
export function decideChange(
  standing: StandingWorkshop,
  plan: WorkshopPlan
): Result<DateChanges, ChangeError> {
  if (standing.state === 'cancelled') return err({ type: 'workshop-cancelled' });
  if (standing.state === 'open' && plan.state === 'draft')
    return err({ type: 'already-published' });
  if (plan.seats < standing.confirmed) return err({ type: 'fewer-seats-than-confirmed' });

  const drawsOtherwise = !isSameLottery(standing.lottery, plan.lottery);
  if (drawsOtherwise && standing.lottery?.drawnAt !== undefined) {
    return err({ type: 'already-drawn' });
  }

  const changes = dateChanges(standing.sessions, plan.sessions);
  const people = standing.confirmed + standing.waiting + standing.entered;
  const somebodyCounts = people > 0 || standing.hasBeenHeld;
  if (somebodyCounts && (isElsewhere(standing, plan) || drawsOtherwise || !isEmpty(changes))) {
    return err({ type: 'people-signed-up' });
  }
  return ok(changes);
}

/** Dates are matched in their order, so that a date that moves keeps its id. */
function dateChanges(
  standing: StandingWorkshop['sessions'],
  planned: readonly PlannedSession[]
): DateChanges {
  const wanted = planned.toSorted((one, other) => one.startsAt - other.startsAt);
  return {
    move: standing.flatMap(({ id, startsAt, endsAt }, index) => {
      const next = wanted[index];
      const stays = next?.startsAt === startsAt && next.endsAt === endsAt;
      return next && !stays ? [{ id, ...next }] : [];
    }),
    add: wanted.slice(standing.length),
    remove: standing.slice(wanted.length).map(({ id }) => id)
  };
}

function isElsewhere(standing: StandingWorkshop, plan: WorkshopPlan): boolean {
  return (
    standing.venueId !== plan.venueId ||
    standing.roomId !== plan.roomId ||
    standing.selection !== plan.selection
  );
}

function isEmpty({ move, add, remove }: DateChanges): boolean {
  return move.length + add.length + remove.length === 0;
}

/** When the plan was last known to the public; drafts were not. */
export function publishedAt(
  before: Instant | null,
  state: WorkshopPlan['state'],
  now: Instant
): Instant | null {
  return before ?? (state === 'open' ? now : null);
}
