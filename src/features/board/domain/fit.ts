import type { PhoneFamily } from '#features/people/domain/person.ts';
import type { HelpTime, Topic } from './request.ts';

/** What the board shows of a request: codes, and nothing of who asks. */
export type OpenRequest = {
  readonly id: string;
  readonly topic: Topic;
  readonly phoneFamily: PhoneFamily;
  readonly venueId: string;
  readonly times: readonly HelpTime[];
  readonly createdAt: number;
};

/** A request on the board as the matching needs it; who asks is not needed. */
export type WaitingRequest = OpenRequest & {
  /** Any of these will do. */
  readonly languages: readonly string[];
  /** Where the person can come to, and how far it is from the place they wished, in metres. */
  readonly places: readonly { readonly venueId: string; readonly metres: number }[];
  /** Who said they would help with it; `null` while anybody may be proposed. */
  readonly offeredBy: readonly string[] | null;
  /** Who helped before, when the same person is wished again. */
  readonly wishedSupporterId: string | null;
};

/** What a supporter said they can do, where and when. */
export type Strengths = {
  readonly topics: readonly string[];
  readonly phoneFamilies: readonly string[];
  readonly venues: readonly string[];
  readonly times: readonly string[];
};

/** Why a request fits a supporter, the strongest first. */
export const fitReasons = ['venue', 'topic', 'time', 'family'] as const;
export type FitReason = (typeof fitReasons)[number];

const WEIGHTS: Readonly<Record<FitReason, number>> = { venue: 4, topic: 3, time: 2, family: 2 };

export type Fit = {
  readonly reasons: readonly FitReason[];
  /** The sum of the reasons' weights; it orders the board and is not shown. */
  readonly score: number;
};

/** How a request fits a supporter. Whoever has no phone, or cannot say which, fits every family. */
export function fitOf(request: OpenRequest, supporter: Strengths): Fit {
  const anyPhone = request.phoneFamily === 'none' || request.phoneFamily === 'unknown';
  const holds: Readonly<Record<FitReason, boolean>> = {
    venue: supporter.venues.includes(request.venueId),
    topic: supporter.topics.includes(request.topic),
    time: request.times.some((time) => supporter.times.includes(time)),
    family: anyPhone || supporter.phoneFamilies.includes(request.phoneFamily)
  };
  const reasons = fitReasons.filter((reason) => holds[reason]);
  return { reasons, score: reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0) };
}

/** The board as one supporter sees it: the best fit first; of equal ones, whoever waits longest. */
export function orderForSupporter<Request extends OpenRequest>(
  requests: readonly Request[],
  supporter: Strengths
): readonly (Request & { readonly fit: Fit })[] {
  return requests
    .map((request) => ({ ...request, fit: fitOf(request, supporter) }))
    .sort(
      (one, other) =>
        other.fit.score - one.fit.score ||
        one.createdAt - other.createdAt ||
        (one.id < other.id ? -1 : 1)
    );
}
