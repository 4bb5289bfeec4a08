import { FOLLOW_UP_ROW } from '#features/assistance/domain/follow-up-fact.ts';
import { COURSES_ROW } from '#features/attendance/domain/course-operation.ts';
import { NEXT_DATE_ROW } from '#features/attendance/domain/next-date.ts';
import { sessionIdOf, type Scope } from '#features/sync/domain/operation.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import { lockWorkshopOfSession } from '#features/workshops/server/workshop-lock.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import { nextDatesAfter } from './next-dates.ts';
import { followUpsAt } from './session-follow-ups.ts';

/** A row of a pack that no use case writes: it follows from the rest, and from the day of the session. */
type PackRow = { readonly kind: string; readonly body: string };

type Pack = ReadonlyMap<string, PackRow>;

const followedKinds = [COURSES_ROW, FOLLOW_UP_ROW, NEXT_DATE_ROW];

/**
 * Brings the rows of a session that follow from the rest up to date, before a device pulls it. Where
 * nothing has changed, nothing is written.
 */
export async function refreshSessionPack(db: Db, scope: Scope, now: Instant): Promise<void> {
  const sessionId = sessionIdOf(scope);
  if (sessionId === undefined) return;
  const known = await readPack(db, scope);
  if (isSame(known, await wantedPack(db, sessionId, known, now))) return;

  await inTransaction(db, async (tx) => {
    await lockWorkshopOfSession(tx, sessionId);
    const held = await readPack(tx, scope);
    const wanted = await wantedPack(tx, sessionId, held, now);
    const changes = new ScopeChanges();
    for (const [id, { kind, body }] of wanted) {
      if (held.get(id)?.body !== body) changes.put(scope, kind, id, JSON.parse(body));
    }
    for (const [id, { kind }] of held) {
      if (!wanted.has(id)) changes.remove(scope, kind, id);
    }
    await changes.flush(tx);
  });
}

function isSame(held: ReadonlyMap<string, PackRow>, wanted: ReadonlyMap<string, PackRow>): boolean {
  return (
    held.size === wanted.size && [...wanted].every(([id, { body }]) => held.get(id)?.body === body)
  );
}

async function readPack(db: Db, scope: Scope): Promise<Pack> {
  const rows = await db
    .selectFrom('sync_row')
    .select(['id', 'kind', 'body'])
    .where('scope', '=', scope)
    .where('kind', 'in', followedKinds)
    .where('deleted', '=', 0)
    .execute();
  return new Map(rows.map(({ id, kind, body }) => [id, { kind, body }]));
}

/** A partner's tablets are not told whom the city's supporters helped before, and with what. */
async function wantedPack(db: Db, sessionId: string, held: Pack, now: Instant): Promise<Pack> {
  const session = await db
    .selectFrom('session')
    .innerJoin('workshop', 'workshop.id', 'session.workshop_id')
    .select(['workshop.kind', 'workshop.host', 'session.local_date'])
    .where('session.id', '=', sessionId)
    .executeTakeFirst();
  if (!session) return new Map();
  const wanted = new Map<string, PackRow>();
  if (session.kind === 'training') wanted.set(COURSES_ROW, { kind: COURSES_ROW, body: '{}' });
  for (const date of await nextDatesAfter(db, sessionId, now))
    wanted.set(date.sessionId, { kind: NEXT_DATE_ROW, body: JSON.stringify(date) });
  if (session.host === 'partner') return wanted;
  for (const { card, isToAsk } of await followUpsAt(db, {
    id: sessionId,
    date: session.local_date
  })) {
    const id = card.followUpId;
    if (isToAsk || held.has(id))
      wanted.set(id, { kind: FOLLOW_UP_ROW, body: JSON.stringify(card) });
  }
  return wanted;
}
