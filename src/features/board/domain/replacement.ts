import { MINUTE_MS, localDateOf } from '#shared/time/instant.ts';
import type { WaitingRequest } from './fit.ts';
import { helpTimeOf, isThere, seatOf, type Helper } from './help-slot.ts';
import { keepsRule, matchRules, type MatchRule } from './matching.ts';
import { isOverlapping, type Meeting } from './meeting.ts';

export type Replacement = {
  readonly request: WaitingRequest;
  /** Whose meetings do not hold the one that is replaced. */
  readonly helper: Helper;
  readonly meeting: Meeting & { readonly venueId: string };
  /** The person agreed to this very place and time before. */
  readonly isSameTime: boolean;
  /** They took a place in an opened slot in which it lies. */
  readonly isHeld: boolean;
  /** They said yes to this very meeting, to the desk. */
  readonly hasAgreed: boolean;
};

/** `not-there`: they do not come there then. `busy`: they have another meeting. */
export type Misfit = MatchRule | 'not-there' | 'busy';

/**
 * Why somebody may not take a confirmed meeting over, by the rules that every proposed pair keeps;
 * `undefined` when they may. A yes to this very meeting stands for an offer and for their usual times, and
 * for nothing else: phone, language, the person's place and time, and the month's bound still hold.
 */
export function whyNotFit(replacement: Replacement): Misfit | undefined {
  const { request, helper, meeting, isSameTime, isHeld, hasAgreed } = replacement;
  const slot = {
    ...{ id: '', venueId: meeting.venueId, startsAt: meeting.startsAt, endsAt: meeting.endsAt },
    minutes: (meeting.endsAt - meeting.startsAt) / MINUTE_MS,
    ...{ supporterIds: [helper.id], host: meeting.host, isTaken: isHeld || hasAgreed }
  };
  const seat = seatOf(slot, helper, [meeting]);
  const asked = matchRules.filter((rule) => !isSameTime || (rule !== 'place' && rule !== 'time'));
  const broken = asked.find((rule) => !keepsRule(rule, request, seat));
  if (broken) return broken;
  if (helper.meetings.some((other) => isOverlapping(other, meeting))) return 'busy';
  const comes =
    helper.venues.includes(meeting.venueId) &&
    isThere(helper, localDateOf(meeting.startsAt), helpTimeOf(meeting.startsAt));
  return comes || slot.isTaken ? undefined : 'not-there';
}
