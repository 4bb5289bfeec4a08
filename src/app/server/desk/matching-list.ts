import type { MatchReason, OpenReason } from '#features/board/domain/matching.ts';
import type { Topic } from '#features/board/domain/request.ts';
import { findProposal } from '#features/board/server/proposals.ts';
import { BY_RULE, type ConfirmError } from '#app/server/confirm-match.ts';
import type { PhoneFamily } from '#features/people/domain/person.ts';
import type { Db } from '#server/db/database.ts';
import { DAY_MS, type Instant } from '#shared/time/instant.ts';
import { readSupporterNames } from './supporter-names.ts';

/** A request as the list of matches shows it; who asks is read on the request's own page. */
export type MatchingRequest = {
  readonly id: string;
  readonly number: string;
  readonly topic: Topic;
  readonly phoneFamily: PhoneFamily;
  readonly waitedDays: number;
};

export type MatchingLine = {
  readonly id: string;
  readonly request: MatchingRequest;
  readonly supporterName: string;
  readonly venueId: string;
  readonly startsAt: Instant;
  readonly reasons: readonly MatchReason[];
  /** `null` while nobody decided. */
  readonly outcome: 'confirmed' | ConfirmError['type'] | null;
};

export type MatchingList = {
  readonly madeAt: Instant;
  readonly lines: readonly MatchingLine[];
  readonly open: readonly { readonly request: MatchingRequest; readonly why: OpenReason }[];
};

/** The last proposal with what the desk needs to decide; requests that are gone meanwhile are left out. */
export async function readMatchingList(db: Db, now: Instant): Promise<MatchingList | undefined> {
  const proposal = await findProposal(db);
  if (!proposal) return undefined;
  const requests = await readRequests(
    db,
    [
      ...proposal.pairs.map(({ request_id }) => request_id),
      ...proposal.open.map(({ requestId }) => requestId)
    ],
    now
  );
  const names = await readSupporterNames(
    db,
    proposal.pairs.map(({ supporter_id }) => supporter_id)
  );
  return {
    madeAt: proposal.madeAt,
    lines: proposal.pairs.flatMap((pair) => {
      const request = requests.get(pair.request_id);
      if (!request) return [];
      const line: MatchingLine = {
        id: pair.id,
        request,
        supporterName: names.get(pair.supporter_id) ?? '',
        venueId: pair.venue_id,
        startsAt: pair.starts_at,
        reasons: pair.reasons,
        outcome: pair.outcome as MatchingLine['outcome']
      };
      return [line];
    }),
    open: proposal.open.flatMap(({ requestId, why }) => {
      const request = requests.get(requestId);
      return request ? [{ request, why }] : [];
    })
  };
}

/** The meetings to come that the rule confirmed; each may be undone on its request's page. */
export function readByRule(db: Db, now: Instant) {
  return db
    .selectFrom('help_match')
    .innerJoin('help_request', 'help_request.id', 'help_match.request_id')
    .innerJoin('supporter', 'supporter.id', 'help_match.supporter_id')
    .innerJoin('account', 'account.id', 'supporter.account_id')
    .select([
      'help_match.id',
      'help_request.id as requestId',
      'help_request.number',
      'account.name as supporterName',
      'help_match.starts_at as startsAt',
      'help_match.ends_at as endsAt'
    ])
    .where('help_match.confirmed_by', '=', BY_RULE)
    .where('help_match.state', '=', 'confirmed')
    .where('help_match.ends_at', '>', now)
    .orderBy('help_match.starts_at')
    .execute();
}

async function readRequests(
  db: Db,
  ids: readonly string[],
  now: Instant
): Promise<ReadonlyMap<string, MatchingRequest>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('help_request')
    .select(['id', 'number', 'topic', 'phone_family', 'created_at'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map(({ id, number, topic, phone_family, created_at }) => [
      id,
      {
        id,
        number,
        topic: topic as Topic,
        phoneFamily: phone_family,
        waitedDays: Math.floor((now - created_at) / DAY_MS)
      }
    ])
  );
}
