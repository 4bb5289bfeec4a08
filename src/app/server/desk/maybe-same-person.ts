import { writeAudit } from '#features/people/server/audit.ts';
import type { AgeBand } from '#features/people/domain/person.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { searchKeyOf } from '#shared/text/kana.ts';
import type { Instant } from '#shared/time/instant.ts';

/** Somebody who may be the one whose form is being typed. */
export type MaybeSame = {
  readonly kana: string;
  readonly name: string;
  readonly town: string | null;
  readonly ageBand: AgeBand;
  /** The last four digits: enough to ask on the telephone, and not the number. */
  readonly phoneEnd: string | null;
  /** Has a sign-up to this workshop that stands. */
  readonly isSignedUp: boolean;
  /** Same kana and telephone: the sign-up will hang on this person. */
  readonly willBeJoined: boolean;
};

const MOST_SHOWN = 10;

/** People with the same kana, or the same telephone; what is shown of them is written down. */
export function findMaybeSame(
  db: Db,
  typed: {
    readonly workshopId: string;
    readonly kana: string;
    readonly phone: string | undefined;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<readonly MaybeSame[]> {
  const { workshopId, actor, now, phone } = typed;
  const key = searchKeyOf(typed.kana);

  return inTransaction(db, async (tx) => {
    const rows = await tx
      .selectFrom('person')
      .select((eb) => [
        'id',
        'kana',
        'kana_key',
        'name',
        'town',
        'age_band',
        'phone',
        eb
          .selectFrom('sign_up')
          .select((signUp) => signUp.cast<number>(signUp.fn.countAll(), 'integer').as('count'))
          .whereRef('sign_up.person_id', '=', 'person.id')
          .where('sign_up.workshop_id', '=', workshopId)
          .where('sign_up.status', '!=', 'cancelled')
          .as('sign_ups')
      ])
      .where((eb) => eb.or([eb('kana_key', '=', key), ...(phone ? [eb('phone', '=', phone)] : [])]))
      .orderBy('created_at', 'desc')
      .limit(MOST_SHOWN)
      .execute();
    await writeAudit(
      tx,
      rows.map(({ id }) => ({
        at: now,
        actor,
        action: 'read',
        entity: 'person',
        entityId: id,
        why: 'same-person'
      }))
    );
    return rows.map((row) => ({
      kana: row.kana,
      name: row.name,
      town: row.town,
      ageBand: row.age_band,
      phoneEnd: row.phone?.slice(-4) ?? null,
      isSignedUp: (row.sign_ups ?? 0) > 0,
      willBeJoined: phone !== undefined && row.kana_key === key && row.phone === phone
    }));
  });
}
