import type { Db } from '#server/db/database.ts';
import { newId } from '#shared/ids.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { GuardKind, StoppedPlace } from '../domain/guard.ts';

export type StoppedText = {
  readonly place: StoppedPlace;
  readonly kinds: readonly GuardKind[];
  readonly stoppedAt: Instant;
  /** `applicant`, or the account that wrote it. */
  readonly writtenBy: string;
};

const LONGEST_LIST = 50;

export async function addStoppedText(
  db: Db,
  stopped: {
    readonly place: StoppedPlace;
    readonly kinds: readonly GuardKind[];
    readonly writtenBy: string;
    readonly now: Instant;
    readonly deleteAfter: LocalDate;
  }
): Promise<void> {
  await db
    .insertInto('stopped_text')
    .values({
      id: newId(),
      place: stopped.place,
      kinds: JSON.stringify(stopped.kinds),
      written_by: stopped.writtenBy,
      stopped_at: stopped.now,
      delete_after: stopped.deleteAfter
    })
    .execute();
}

/** The newest first. */
export async function listStoppedTexts(db: Db): Promise<readonly StoppedText[]> {
  const rows = await db
    .selectFrom('stopped_text')
    .select(['place', 'kinds', 'stopped_at', 'written_by'])
    .orderBy('stopped_at', 'desc')
    .orderBy('id')
    .limit(LONGEST_LIST)
    .execute();
  return rows.map(({ place, kinds, stopped_at, written_by }) => ({
    place,
    kinds: JSON.parse(kinds) as GuardKind[],
    stoppedAt: stopped_at,
    writtenBy: written_by
  }));
}
