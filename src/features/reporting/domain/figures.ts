import type { RequestState } from '#features/board/domain/request.ts';
import { channels, type Channel } from '#features/people/domain/person.ts';
import type { SignUpStatus } from '#features/workshops/domain/place.ts';
import type { Instant } from '#shared/time/instant.ts';
import { hideSmall, type ShownCount } from './small-numbers.ts';

/** Sign-ups that came in by one channel and stand one way. */
export type SignUpGroup = {
  readonly channel: Channel;
  readonly status: SignUpStatus;
  readonly count: number;
};

export type AppliedFigure = {
  readonly total: number;
  /** Of the total, how many were cancelled since. */
  readonly cancelled: number;
  readonly byChannel: readonly { readonly channel: Channel; readonly count: number }[];
};

/**
 * How many applied, by the way their application came in; every channel stands in the list.
 * Source: rows of `sign_up` by `created_at`, whatever became of them afterwards.
 */
export function appliedFigure(groups: readonly SignUpGroup[]): AppliedFigure {
  return {
    total: sum(groups),
    cancelled: sum(groups.filter(({ status }) => status === 'cancelled')),
    byChannel: channels.map((channel) => ({
      channel,
      count: sum(groups.filter((group) => group.channel === channel))
    }))
  };
}

/** Lines of rosters that stand alike. `place` is `null` for walk-ins. */
export type ParticipationGroup = {
  readonly kind: 'sign-up' | 'walk-in';
  readonly attendance: 'expected' | 'came' | 'absent-told' | 'absent';
  readonly place: SignUpStatus | null;
  /** The session has ended. */
  readonly isOver: boolean;
  readonly count: number;
};

export type AttendanceFigure = {
  /** Signed up and came, the waiting line included (延べ人数 without walk-ins). */
  readonly came: number;
  readonly walkedIn: number;
  /** Said beforehand that they would not come. */
  readonly toldAbsent: number;
  /** Had a seat, said nothing and did not come. */
  readonly noShow: number;
  /** Have a seat in a session that is not over and are still expected. */
  readonly expected: number;
};

/**
 * Who came and who did not. A person with a seat counts as a no-show once the session is over, marked
 * absent or not, since a busy reception marks only those who come; nobody in the waiting line does.
 * Source: `participation` of sessions that were held, by the session's day in Tokyo.
 */
export function attendanceFigure(groups: readonly ParticipationGroup[]): AttendanceFigure {
  const count = (fits: (group: ParticipationGroup) => boolean) => sum(groups.filter(fits));
  return {
    came: count(({ kind, attendance }) => kind === 'sign-up' && attendance === 'came'),
    walkedIn: count(({ kind, attendance }) => kind === 'walk-in' && attendance === 'came'),
    toldAbsent: count(({ attendance }) => attendance === 'absent-told'),
    noShow: count((group) => isNoShow(group)),
    expected: count(
      ({ place, attendance, isOver }) =>
        place === 'confirmed' && attendance === 'expected' && !isOver
    )
  };
}

/** True for a line of a roster that counts as a no-show. */
export function isNoShow(line: Omit<ParticipationGroup, 'count'>): boolean {
  const { kind, attendance, place, isOver } = line;
  if (kind !== 'sign-up' || place !== 'confirmed') return false;
  return attendance === 'absent' || (attendance === 'expected' && isOver);
}

/** A help request with the moments that matter for how long people wait. */
export type AskedRequest = {
  readonly state: RequestState;
  readonly createdAt: Instant;
  readonly seenAt: Instant | null;
  /** When its first meeting was fixed; `null` without one. */
  readonly matchedAt: Instant | null;
};

export type RequestFigure = {
  readonly asked: number;
  readonly open: number;
  readonly answered: number;
  /** Middle of the times from asking to the answer; `undefined` when nobody got one yet. */
  readonly medianAnswerMs: number | undefined;
};

/**
 * How many asked for help and how long they waited for an answer: a meeting that was fixed, or the
 * desk's word that it goes another way. A request its person withdrew is neither open nor answered.
 * Source: `help_request` by `local_date`, its first `help_match`, else `seen_at` of those handed over
 * or declined.
 */
export function requestFigure(requests: readonly AskedRequest[]): RequestFigure {
  const waits = requests
    .map((request) => ({ request, answeredAt: answeredAt(request) }))
    .filter(({ answeredAt: at }) => at !== undefined)
    .map(({ request, answeredAt: at }) => (at ?? 0) - request.createdAt);
  return {
    asked: requests.length,
    open: requests.filter(({ state }) => isOpen(state)).length,
    answered: waits.length,
    medianAnswerMs: median(waits)
  };
}

function isOpen(state: RequestState): boolean {
  return state === 'received' || state === 'on-board';
}

function answeredAt({ state, seenAt, matchedAt }: AskedRequest): Instant | undefined {
  if (state === 'withdrawn' || isOpen(state)) return undefined;
  return matchedAt ?? seenAt ?? undefined;
}

/** The middle value, or the mean of the two in the middle, rounded; `undefined` for none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : Math.round((lower + upper) / 2);
}

/** Meetings that had one topic among `topicsInMeeting` topics. */
export type TopicGroup = {
  readonly topic: string;
  readonly topicsInMeeting: number;
  readonly meetings: number;
  readonly minutes: number;
};

export type TopicFigure = {
  readonly topic: string;
  readonly meetings: ShownCount;
  /** Hidden together with the number of meetings. */
  readonly minutes: ShownCount;
};

/**
 * Minutes of help by topic, most first. The minutes of a meeting with several topics are shared
 * equally, so that the column adds up to the time that was given; small numbers are hidden.
 * Source: `assistance` by `local_date` with its `assistance_topic`.
 */
export function topicFigure(groups: readonly TopicGroup[]): {
  readonly topics: readonly TopicFigure[];
  readonly totalIsSafe: boolean;
} {
  const byTopic = new Map<string, { meetings: number; minutes: number }>();
  for (const { topic, topicsInMeeting, meetings, minutes } of groups) {
    const soFar = byTopic.get(topic) ?? { meetings: 0, minutes: 0 };
    byTopic.set(topic, {
      meetings: soFar.meetings + meetings,
      minutes: soFar.minutes + minutes / topicsInMeeting
    });
  }
  const sorted = [...byTopic].sort(
    ([a, { minutes: x }], [b, { minutes: y }]) => y - x || (a < b ? -1 : 1)
  );
  const { shown, totalIsSafe } = hideSmall(sorted.map(([, { meetings }]) => meetings));
  const topics = sorted.map(([topic, { minutes }], index) => {
    const meetings = shown[index] ?? 'few';
    const shownMinutes = meetings === 'few' ? ('few' as const) : Math.round(minutes);
    return { topic, meetings, minutes: shownMinutes };
  });
  return { topics: hiddenLast(topics), totalIsSafe };
}

/** Hidden rows by name: their place in the order would tell their size. */
function hiddenLast(topics: readonly TopicFigure[]): TopicFigure[] {
  const hidden = topics.filter(({ meetings }) => meetings === 'few');
  hidden.sort((a, b) => (a.topic < b.topic ? -1 : 1));
  return [...topics.filter(({ meetings }) => meetings !== 'few'), ...hidden];
}

function sum(groups: readonly { readonly count: number }[]): number {
  return groups.reduce((total, { count }) => total + count, 0);
}
