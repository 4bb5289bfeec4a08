import {
  oldestAsked,
  type FollowUpKind,
  type FollowUpWay
} from '#features/assistance/domain/follow-up.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { localDateOf, type Instant, type LocalDate } from '#shared/time/instant.ts';

type Words = { readonly ja: string; readonly en: string };

/** Somebody to be asked whether they still can. */
export type FollowUpLine = {
  readonly id: string;
  readonly kind: FollowUpKind;
  readonly way: FollowUpWay;
  readonly kana: string;
  readonly name: string;
  /** Told for those alone who asked for a call. */
  readonly phone: string | undefined;
  readonly topics: readonly string[];
  readonly helpedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly venue: Words;
  readonly token: string;
  readonly postedAt: Instant | null;
};

/**
 * Who is to be asked now, the longest due first: whoever agreed, was not asked yet and wants contact.
 * With a session, those who are on its roster, and those who wait for the next salon at its place.
 * Names are read here, so each person shown is written down.
 */
export function readFollowUps(
  db: Db,
  asked: {
    readonly sessionId?: string | undefined;
    readonly way?: FollowUpWay | undefined;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<readonly FollowUpLine[]> {
  return inTransaction(db, async (tx) => {
    const { sessionId, way, actor, now } = asked;
    const due = (await selectDue(tx, localDateOf(now)).execute()).filter(
      (row) => way === undefined || row.way === way
    );
    const shown = sessionId === undefined ? due : await atSession(tx, sessionId, due);
    const topics = await topicsOf(
      tx,
      shown.map(({ assistance_id }) => assistance_id)
    );
    await writeAudit(
      tx,
      [...new Set(shown.map(({ person_id }) => person_id))].map((entityId) => ({
        ...{ at: now, actor, action: 'read', entity: 'person', entityId, why: 'follow-up' }
      }))
    );
    return shown.map((row) => ({
      ...{ id: row.id, kind: row.kind, way: row.way, kana: row.kana, name: row.name },
      phone: row.way === 'call' ? (row.phone ?? undefined) : undefined,
      topics: topics.get(row.assistance_id) ?? [],
      ...{ helpedOn: row.local_date, dueOn: row.due_on, token: row.token },
      venue: { ja: row.name_ja, en: row.name_en },
      postedAt: row.posted_at
    }));
  });
}

function selectDue(tx: Tx, today: LocalDate) {
  return tx
    .selectFrom('follow_up')
    .innerJoin('assistance', 'assistance.id', 'follow_up.assistance_id')
    .innerJoin('help_match', 'help_match.id', 'assistance.match_id')
    .innerJoin('help_request', 'help_request.id', 'help_match.request_id')
    .innerJoin('person', 'person.id', 'help_request.person_id')
    .innerJoin('venue', 'venue.id', 'help_match.venue_id')
    .selectAll('follow_up')
    .select([
      ...(['assistance.local_date', 'help_match.venue_id', 'venue.name_ja'] as const),
      ...(['venue.name_en', 'person.id as person_id', 'person.kana'] as const),
      ...(['person.name', 'person.phone'] as const)
    ])
    .where('follow_up.due_on', '<=', today)
    .where('follow_up.due_on', '>=', oldestAsked(today))
    .where('follow_up.answer', 'is', null)
    .where('follow_up.dropped_at', 'is', null)
    .where('person.contact_stopped_at', 'is', null)
    .orderBy('follow_up.due_on')
    .orderBy('follow_up.id');
}

type Due = Awaited<ReturnType<ReturnType<typeof selectDue>['execute']>>[number];

async function atSession(tx: Tx, sessionId: string, due: readonly Due[]): Promise<Due[]> {
  const session = await tx
    .selectFrom('session')
    .innerJoin('workshop', 'workshop.id', 'session.workshop_id')
    .select('workshop.venue_id')
    .where('session.id', '=', sessionId)
    .executeTakeFirst();
  const roster = await tx
    .selectFrom('participation')
    .select('person_id')
    .where('session_id', '=', sessionId)
    .where('person_id', 'is not', null)
    .execute();
  const comes = new Set(roster.map(({ person_id }) => person_id));
  return due.filter(
    ({ person_id, way, venue_id }) =>
      comes.has(person_id) || (way === 'salon' && venue_id === session?.venue_id)
  );
}

/** The topics of each record, by its id. */
export async function topicsOf(
  db: Db,
  ids: readonly string[]
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('assistance_topic')
    .selectAll()
    .where('assistance_id', 'in', ['', ...ids])
    .orderBy('topic')
    .execute();
  const byRecord = Map.groupBy(rows, ({ assistance_id }) => assistance_id);
  return new Map([...byRecord].map(([id, all]) => [id, all.map(({ topic }) => topic)]));
}

/** Lets a question go without an answer, or notes that its card went out; done twice, it is done once. */
export function markFollowUps(
  db: Db,
  asked: {
    readonly ids: readonly string[];
    readonly as: 'dropped' | 'posted';
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { ids, as, actor, now } = asked;
    const column = as === 'dropped' ? 'dropped_at' : 'posted_at';
    const marked = await tx
      .updateTable('follow_up')
      .set({ [column]: now })
      .where('id', 'in', ['', ...ids])
      .where('answer', 'is', null)
      .where(column, 'is', null)
      .returning('id')
      .execute();
    await writeAudit(
      tx,
      marked.map(({ id }) => ({
        ...{ at: now, actor, action: as, entity: 'follow_up', entityId: id, why: 'follow-up' }
      }))
    );
    return marked.length;
  });
}
