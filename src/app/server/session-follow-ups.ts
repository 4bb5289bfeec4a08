import { oldestAsked } from '#features/assistance/domain/follow-up.ts';
import { tabletAsWriter, type FollowUpCard } from '#features/assistance/domain/follow-up-fact.ts';
import type { FollowUpPorts } from '#features/assistance/server/follow-up-operations.ts';
import type { Topic } from '#features/board/domain/request.ts';
import { sessionIdOf } from '#features/sync/domain/operation.ts';
import { readFacts } from '#features/sync/server/facts.ts';
import type { Db } from '#server/db/database.ts';
import type { LocalDate } from '#shared/time/instant.ts';
import { topicsOf } from './desk/follow-up-list.ts';

/** Who on a roster may be asked, and where an answer at that session goes. */
export const followUpPorts: FollowUpPorts = {
  isAskedAt: async (tx, scope, followUpId) =>
    (await selectOnRoster(tx, sessionIdOf(scope) ?? '')
      .where('follow_up.id', '=', followUpId)
      .executeTakeFirst()) !== undefined,
  factsOf: readFacts
};

/** A question in a session's pack; `isToAsk`: nobody has answered it yet. */
type SessionFollowUp = { readonly card: FollowUpCard; readonly isToAsk: boolean };

/**
 * The questions of those on a roster that are due on its day, and those that a tablet has had an answer
 * to, so that a slip of the finger can be mended. Nothing of who was helped, where or by whom.
 */
export async function followUpsAt(
  db: Db,
  session: { readonly id: string; readonly date: LocalDate }
): Promise<readonly SessionFollowUp[]> {
  const rows = await selectOnRoster(db, session.id)
    .where('follow_up.due_on', '<=', session.date)
    .where('follow_up.due_on', '>=', oldestAsked(session.date))
    .where('follow_up.dropped_at', 'is', null)
    .where('person.contact_stopped_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('follow_up.answer', 'is', null),
        eb('follow_up.answered_by', 'like', `${tabletAsWriter('')}%`)
      ])
    )
    .orderBy('follow_up.id')
    .execute();
  if (rows.length === 0) return [];
  const topics = await topicsOf(
    db,
    rows.map(({ assistance_id }) => assistance_id)
  );
  return rows.map((row) => ({
    card: {
      followUpId: row.id,
      participationId: row.participation_id,
      topics: [...(topics.get(row.assistance_id) ?? [])] as Topic[]
    },
    isToAsk: row.answer === null
  }));
}

function selectOnRoster(db: Db, sessionId: string) {
  return db
    .selectFrom('participation')
    .innerJoin('person', 'person.id', 'participation.person_id')
    .innerJoin('help_request', 'help_request.person_id', 'person.id')
    .innerJoin('help_match', 'help_match.request_id', 'help_request.id')
    .innerJoin('assistance', 'assistance.match_id', 'help_match.id')
    .innerJoin('follow_up', 'follow_up.assistance_id', 'assistance.id')
    .select([
      'follow_up.id',
      'follow_up.assistance_id',
      'follow_up.answer',
      'participation.id as participation_id'
    ])
    .where('participation.session_id', '=', sessionId);
}
