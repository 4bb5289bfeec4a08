import { writeAudit } from '#features/people/server/audit.ts';
import type { SignUpStatus } from '#features/workshops/domain/place.ts';
import { isReceiptNumber, toReceiptDigits } from '#features/workshops/domain/receipt.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { isKana, searchKeyOf } from '#shared/text/kana.ts';
import type { Instant } from '#shared/time/instant.ts';

/** A sign-up whose next date is still to come, as the clerk at the telephone sees it. */
export type ComingSignUp = {
  readonly id: string;
  readonly workshopId: string;
  readonly kana: string;
  readonly name: string;
  readonly town: string | null;
  /** The last four digits, to ask who is calling. */
  readonly phoneEnd: string | null;
  readonly status: SignUpStatus;
  readonly code: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly startsAt: Instant;
  readonly dates: number;
};

const MOST_SHOWN = 12;

/**
 * Who may be calling: by the first kana of the name, or by the number of the receipt. The soonest date
 * first; each person shown is written down.
 */
export function findComing(
  db: Db,
  asked: { readonly typed: string; readonly actor: string; readonly now: Instant }
): Promise<readonly ComingSignUp[]> {
  const digits = toReceiptDigits(asked.typed);
  const key = isKana(asked.typed) ? searchKeyOf(asked.typed) : '';
  if (key === '' && !isReceiptNumber(digits)) return Promise.resolve([]);

  return inTransaction(db, async (tx) => {
    const rows = await selectComing(tx, asked.now)
      .where('sign_up.status', '!=', 'cancelled')
      .$if(key !== '', (query) => query.where((eb) => eb('person.kana_key', 'like', `${key}%`)))
      .$if(key === '', (query) => query.where('sign_up.receipt_number', '=', digits))
      .limit(MOST_SHOWN)
      .execute();
    await writeAudit(
      tx,
      [...new Set(rows.map(({ person_id }) => person_id))].map((entityId) => ({
        ...{ at: asked.now, actor: asked.actor, action: 'read', entity: 'person', entityId },
        why: 'absence'
      }))
    );
    return rows.map(comingOf);
  });
}

/** The one that was just written down, for the sentence and the way back. */
export async function findOneComing(
  db: Db,
  signUpId: string,
  now: Instant
): Promise<ComingSignUp | undefined> {
  return inTransaction(db, async (tx) => {
    const row = await selectComing(tx, now).where('sign_up.id', '=', signUpId).executeTakeFirst();
    return row && comingOf(row);
  });
}

function selectComing(tx: Tx, now: Instant) {
  return tx
    .selectFrom('sign_up')
    .innerJoin('person', 'person.id', 'sign_up.person_id')
    .innerJoin('workshop', 'workshop.id', 'sign_up.workshop_id')
    .innerJoin('session', 'session.workshop_id', 'workshop.id')
    .select((eb) => [
      'sign_up.id',
      'sign_up.workshop_id',
      'sign_up.person_id',
      'sign_up.status',
      'person.kana',
      'person.name',
      'person.town',
      'person.phone',
      'workshop.code',
      'workshop.title_ja',
      'workshop.title_en',
      eb.fn.min<number>('session.starts_at').as('starts_at'),
      eb.cast<number>(eb.fn.count('session.id'), 'integer').as('dates')
    ])
    .where('session.state', '=', 'planned')
    .where('session.ends_at', '>', now)
    .groupBy([
      'sign_up.id',
      'person.id',
      'workshop.id',
      'sign_up.workshop_id',
      'sign_up.person_id',
      'sign_up.status',
      'person.kana',
      'person.name',
      'person.town',
      'person.phone',
      'workshop.code',
      'workshop.title_ja',
      'workshop.title_en'
    ])
    .orderBy('starts_at')
    .orderBy('person.kana')
    .orderBy('sign_up.id');
}

type Row = Awaited<ReturnType<ReturnType<typeof selectComing>['executeTakeFirstOrThrow']>>;

function comingOf(row: Row): ComingSignUp {
  return {
    id: row.id,
    workshopId: row.workshop_id,
    kana: row.kana,
    name: row.name,
    town: row.town,
    phoneEnd: row.phone?.slice(-4) ?? null,
    status: row.status,
    code: row.code,
    title: { ja: row.title_ja, en: row.title_en },
    startsAt: row.starts_at,
    dates: row.dates
  };
}
