import { writeAudit } from '#features/people/server/audit.ts';
import type { AgeBand } from '#features/people/domain/person.ts';
import { likenessOf, type Likeness } from '#features/people/domain/same-person.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';

/** One of two rows that may be one person; the telephone by its last four digits. */
export type Twin = {
  readonly id: string;
  readonly kana: string;
  readonly name: string;
  readonly town: string | null;
  readonly ageBand: AgeBand;
  readonly phoneEnd: string | null;
};
export type Pair = { readonly likeness: Likeness; readonly one: Twin; readonly other: Twin };

const MOST_PAIRS = 100;

/**
 * Pairs of people who may be one, the newest first, without those a clerk found to be two. What is shown
 * is written down.
 */
export function findPairs(
  db: Db,
  { actor, now }: { readonly actor: string; readonly now: Instant }
): Promise<readonly Pair[]> {
  return inTransaction(db, async (tx) => {
    const candidates = await candidatePairs(tx);
    const pairs = candidates.flatMap((row) => {
      const one = { ...row, ageBand: row.age_band };
      const [kana, phone, town, ageBand] = [row.kana2, row.phone2, row.town2, row.age_band2];
      const likeness = likenessOf(one, { kana, phone, town, ageBand });
      const other = { ...{ id: row.id2, kana, phone, town, ageBand }, name: row.name2 };
      return likeness ? [{ likeness, one: twinOf(one), other: twinOf(other) }] : [];
    });
    const shown = pairs.slice(0, MOST_PAIRS);
    const ids = [...new Set(shown.flatMap(({ one, other }) => [one.id, other.id]))];
    await writeAudit(
      tx,
      ids.map((entityId) => ({
        ...{ at: now, actor, action: 'read', entity: 'person', entityId, why: 'same-person' }
      }))
    );
    return shown;
  });
}

/** Everybody who shares a telephone, or kana and district; how alike they are is decided in the domain. */
function candidatePairs(db: Db) {
  return db
    .selectFrom('person as one')
    .innerJoin('person as other', (join) =>
      join
        .onRef('one.id', '<', 'other.id')
        .on((eb) =>
          eb.or([
            eb('one.phone', '=', eb.ref('other.phone')),
            eb.and([
              eb('one.kana_key', '=', eb.ref('other.kana_key')),
              eb('one.town', '=', eb.ref('other.town'))
            ])
          ])
        )
    )
    .leftJoin('two_people', (join) =>
      join
        .onRef('two_people.first_id', '=', 'one.id')
        .onRef('two_people.second_id', '=', 'other.id')
    )
    .select(['one.id', 'one.kana', 'one.name', 'one.town', 'one.age_band', 'one.phone'])
    .select(['other.id as id2', 'other.kana as kana2', 'other.name as name2'])
    .select(['other.town as town2', 'other.age_band as age_band2', 'other.phone as phone2'])
    .where('two_people.first_id', 'is', null)
    .orderBy('other.created_at', 'desc')
    .orderBy('one.id')
    .execute();
}

function twinOf(row: Omit<Twin, 'phoneEnd'> & { readonly phone: string | null }): Twin {
  const { id, kana, name, town, ageBand, phone } = row;
  return { id, kana, name, town, ageBand, phoneEnd: phone?.slice(-4) ?? null };
}

/** Writes down that two who look like one person are two: they are not listed again. */
export function markTwoPeople(
  db: Db,
  asked: {
    readonly ids: readonly [string, string];
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<boolean> {
  const [first = '', second = ''] = asked.ids.toSorted();
  return inTransaction(db, async (tx) => {
    const known = await tx
      .selectFrom('person')
      .select('id')
      .where('id', 'in', [first, second])
      .execute();
    if (known.length !== 2) return false;
    await tx
      .insertInto('two_people')
      .values({ first_id: first, second_id: second })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { actor, now } = asked;
    await writeAudit(
      tx,
      [first, second].map((entityId) => ({
        ...{ at: now, actor, action: 'person.two', entity: 'person', entityId },
        why: 'not-the-same'
      }))
    );
    return true;
  });
}
