import { writeAudit } from '#features/people/server/audit.ts';
import type { AgeBand, Need } from '#features/people/domain/person.ts';
import type { KnownAnswers } from '#features/workshops/domain/entry.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { searchKeyOf } from '#shared/text/kana.ts';
import type { Instant } from '#shared/time/instant.ts';

/** Somebody who may be the one whose form is being typed. */
export type KnownPerson = {
  readonly id: string;
  readonly kana: string;
  readonly name: string;
  readonly town: string | null;
  readonly ageBand: AgeBand;
  /** The last four digits: enough to ask on the telephone, and not the number. */
  readonly phoneEnd: string | null;
  readonly contactStopped: boolean;
  /** Their sign-up to this workshop, when one stands. */
  readonly signUpId: string | null;
  /** Same kana and telephone: the sign-up will hang on this person. */
  readonly willBeJoined: boolean;
};

type Asked = { readonly workshopId: string; readonly actor: string; readonly now: Instant };

const MOST_SHOWN = 10;
const AFTER_EVERY_LETTER = '\u{10FFFF}';

/**
 * People whose kana begins so, in the order of the kana; small, voiced, half-width letters and katakana
 * count as their plain ones. What is shown of them is written down.
 */
export function findByKana(
  db: Db,
  { beginning, ...asked }: Asked & { readonly beginning: string }
): Promise<readonly KnownPerson[]> {
  const key = searchKeyOf(beginning);
  return inTransaction(db, async (tx) => {
    const rows = await beginsWith(tx, key, asked.workshopId).execute();
    return show(tx, rows, { ...asked, why: 'search' });
  });
}

/** As a range, which the index on `kana_key` answers on both engines. */
export function beginsWith(db: Db, key: string, workshopId: string) {
  return known(db, workshopId)
    .where('kana_key', '>=', key)
    .where('kana_key', '<', `${key}${AFTER_EVERY_LETTER}`)
    .orderBy('kana_key')
    .orderBy('created_at', 'desc')
    .limit(MOST_SHOWN);
}

/**
 * People with the same kana or the same telephone, and the one with `personId`; what is shown of them is
 * written down.
 */
export function findMaybeSame(
  db: Db,
  typed: Asked & {
    readonly kana?: string;
    readonly phone: string | undefined;
    readonly personId?: string | undefined;
  }
): Promise<readonly KnownPerson[]> {
  const { kana, phone, personId, ...asked } = typed;
  const key = kana === undefined ? undefined : searchKeyOf(kana);
  return inTransaction(db, async (tx) => {
    const rows = await known(tx, asked.workshopId)
      .where((eb) =>
        eb.or([
          ...(key === undefined ? [] : [eb('kana_key', '=', key)]),
          ...(phone === undefined ? [] : [eb('phone', '=', phone)]),
          ...(personId === undefined ? [] : [eb('person.id', '=', personId)])
        ])
      )
      .orderBy('created_at', 'desc')
      .limit(MOST_SHOWN)
      .execute();
    const isJoined = (row: PersonLine) =>
      phone !== undefined && row.kana_key === key && row.phone === phone;
    return show(tx, rows, { ...asked, why: 'same-person' }, isJoined);
  });
}

/** Everything a chosen person told before, the telephone number too; it is written down. */
export function readKnownAnswers(
  db: Db,
  { personId, ...asked }: Asked & { readonly personId: string }
): Promise<(KnownAnswers & { readonly signUpId: string | null }) | undefined> {
  return inTransaction(db, async (tx) => {
    const row = await known(tx, asked.workshopId)
      .select(['person.phone_family', 'person.way'])
      .where('person.id', '=', personId)
      .executeTakeFirst();
    if (!row) return undefined;
    const last = await tx
      .selectFrom('sign_up')
      .select('needs')
      .where('person_id', '=', personId)
      .orderBy('created_at', 'desc')
      .executeTakeFirst();
    const mailed = await tx
      .selectFrom('sign_up')
      .select('mail_address')
      .where('person_id', '=', personId)
      .where('mail_address', 'is not', null)
      .orderBy('created_at', 'desc')
      .executeTakeFirst();
    await show(tx, [row], { ...asked, why: 'chosen' });
    const { kana, name, phone, town, age_band, phone_family, way, sign_up_id } = row;
    return {
      ...{ kana, name, phone, town, way },
      ageBand: age_band,
      phoneFamily: phone_family,
      mail: mailed?.mail_address ?? null,
      needs: JSON.parse(last?.needs ?? '[]') as Need[],
      signUpId: sign_up_id
    };
  });
}

function known(db: Db, workshopId: string) {
  return db.selectFrom('person').select((eb) => [
    'person.id',
    'person.kana',
    'person.kana_key',
    'person.name',
    'person.town',
    'person.age_band',
    'person.phone',
    'person.contact_stopped_at',
    eb
      .selectFrom('sign_up')
      .select((signUp) => signUp.fn.min<string | null>('sign_up.id').as('id'))
      .whereRef('sign_up.person_id', '=', 'person.id')
      .where('sign_up.workshop_id', '=', workshopId)
      .where('sign_up.status', '!=', 'cancelled')
      .as('sign_up_id')
  ]);
}

type PersonLine = Awaited<ReturnType<ReturnType<typeof known>['execute']>>[number];

async function show(
  tx: Tx,
  rows: readonly PersonLine[],
  { actor, now, why }: Asked & { readonly why: 'search' | 'same-person' | 'chosen' },
  isJoined: (row: PersonLine) => boolean = () => false
): Promise<readonly KnownPerson[]> {
  await writeAudit(
    tx,
    rows.map(({ id }) => ({ at: now, actor, action: 'read', entity: 'person', entityId: id, why }))
  );
  return rows.map((row) => ({
    id: row.id,
    kana: row.kana,
    name: row.name,
    town: row.town,
    ageBand: row.age_band,
    phoneEnd: row.phone?.slice(-4) ?? null,
    contactStopped: row.contact_stopped_at !== null,
    signUpId: row.sign_up_id,
    willBeJoined: isJoined(row)
  }));
}
