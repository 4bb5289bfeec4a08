import { DAY_MS } from '#shared/time/instant.ts';
import type { CancelCause, MatchState } from './meeting.ts';

/** A meeting as the watch sees it; a nameless person is nobody's pair. */
export type WatchedMeeting = {
  readonly requestId: string;
  readonly personId: string | null;
  readonly supporterId: string;
  readonly state: MatchState;
  readonly cancelledBecause: CancelCause | null;
};

export type Watched = {
  /** Those that begin within the last `WATCHED_MS`, or later. */
  readonly meetings: readonly WatchedMeeting[];
  readonly offers: readonly { readonly supporterId: string; readonly withdrawals: number }[];
};

/** What the coordinator had better look at; none of it is a proof of anything. */
export const patternKinds = [
  'same-pair',
  'supporter-cancels',
  'meeting-moved',
  'offers-withdrawn'
] as const;
export type PatternKind = (typeof patternKinds)[number];

export type Pattern = {
  readonly kind: PatternKind;
  readonly supporterId: string;
  /** What it shows in, to look it up; withdrawn offers show in no single request. */
  readonly requestIds: readonly string[];
  readonly count: number;
};

export const WATCHED_MS = 90 * DAY_MS;
/** From how many on a pattern is listed. */
export const PATTERN_FROM: Readonly<Record<PatternKind, number>> = {
  'same-pair': 3,
  'supporter-cancels': 3,
  'meeting-moved': 2,
  'offers-withdrawn': 4
};

/**
 * The unusual patterns, by kind and then the most frequent first:
 *
 * - `same-pair`: the same supporter and person met, or are to meet, again and again.
 * - `supporter-cancels`: meetings cancelled because the supporter could not come.
 * - `meeting-moved`: one request whose meetings were cancelled, or had another in their place, for whatever
 *   reason but a suspension or the desk's undoing of the rule.
 * - `offers-withdrawn`: offers taken back before anybody confirmed them.
 */
export function findPatterns({ meetings, offers }: Watched): readonly Pattern[] {
  const cancelled = meetings.filter(({ state }) => state === 'cancelled');
  const found: Readonly<Record<PatternKind, readonly Pattern[]>> = {
    'same-pair': repeated(
      'same-pair',
      meetings.filter(({ state, personId }) => state !== 'cancelled' && personId !== null),
      ({ supporterId, personId }) => `${supporterId}/${personId}`
    ),
    'supporter-cancels': repeated(
      'supporter-cancels',
      cancelled.filter(({ cancelledBecause }) => cancelledBecause === 'supporter'),
      ({ supporterId }) => supporterId
    ),
    'meeting-moved': repeated(
      'meeting-moved',
      cancelled.filter(
        ({ cancelledBecause }) => cancelledBecause !== 'suspended' && cancelledBecause !== 'undone'
      ),
      ({ requestId }) => requestId
    ),
    'offers-withdrawn': withdrawn(offers)
  };
  return patternKinds.flatMap((kind) =>
    found[kind]
      .filter(({ count }) => count >= PATTERN_FROM[kind])
      .toSorted(
        (one, other) => other.count - one.count || (one.supporterId < other.supporterId ? -1 : 1)
      )
  );
}

/** One pattern for each key; the newest meeting's supporter stands for a request that had several. */
function repeated(
  kind: PatternKind,
  meetings: readonly WatchedMeeting[],
  keyOf: (meeting: WatchedMeeting) => string
): readonly Pattern[] {
  return [...Map.groupBy(meetings, keyOf).values()].map((group) => ({
    kind,
    supporterId: group.at(-1)?.supporterId ?? '',
    requestIds: [...new Set(group.map(({ requestId }) => requestId))],
    count: group.length
  }));
}

function withdrawn(offers: Watched['offers']): readonly Pattern[] {
  return [...Map.groupBy(offers, ({ supporterId }) => supporterId)].map(([supporterId, own]) => ({
    kind: 'offers-withdrawn',
    supporterId,
    requestIds: [],
    count: own.reduce((sum, { withdrawals }) => sum + withdrawals, 0)
  }));
}
