import { writeAudit } from '#features/people/server/audit.ts';
import { venueCodeOfSession } from '#features/sync/server/venue-keys.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';

type KeyCard = {
  readonly sessionId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly code: string;
};

type KeyCards = {
  readonly workshop: {
    readonly id: string;
    readonly code: string;
    readonly title: { readonly ja: string; readonly en: string };
    readonly venue: { readonly ja: string; readonly en: string };
  };
  readonly cards: readonly KeyCard[];
};

type Asked = {
  readonly workshopId: string;
  /** `undefined`: a card for every date. */
  readonly sessionId: string | undefined;
  readonly actor: string;
  readonly now: Instant;
};

/** The keys of a workshop's dates, to be printed; who looked is written down. */
export function readKeyCards(db: Db, asked: Asked): Promise<KeyCards | undefined> {
  const { workshopId, sessionId, actor, now } = asked;
  return inTransaction(db, async (tx) => {
    const workshop = await findWorkshop(tx, workshopId);
    const sessions = await tx
      .selectFrom('session')
      .select(['id', 'starts_at', 'ends_at', 'delete_after'])
      .where('workshop_id', '=', workshopId)
      .$if(sessionId !== undefined, (query) => query.where('id', '=', sessionId ?? ''))
      .orderBy('starts_at')
      .execute();
    if (!workshop || sessions.length === 0) return undefined;

    const cards: KeyCard[] = [];
    for (const { id, starts_at, ends_at, delete_after } of sessions) {
      const code = await venueCodeOfSession(tx, { id, deleteAfter: delete_after }, now);
      cards.push({ sessionId: id, startsAt: starts_at, endsAt: ends_at, code });
    }
    await writeAudit(
      tx,
      cards.map(({ sessionId: entityId }) => ({
        ...{ at: now, actor, action: 'read' as const },
        ...{ entity: 'session' as const, entityId, why: 'key-card' }
      }))
    );
    return { workshop, cards };
  });
}

async function findWorkshop(db: Db, id: string): Promise<KeyCards['workshop'] | undefined> {
  const row = await db
    .selectFrom('workshop')
    .innerJoin('venue', 'venue.id', 'workshop.venue_id')
    .select(['workshop.id', 'code', 'title_ja', 'title_en', 'venue.name_ja', 'venue.name_en'])
    .where('workshop.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...{ id: row.id, code: row.code },
    title: { ja: row.title_ja, en: row.title_en },
    venue: { ja: row.name_ja, en: row.name_en }
  };
}
