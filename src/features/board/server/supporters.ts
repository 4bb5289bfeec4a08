import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { DateWish, Limits } from '../domain/help-slot.ts';
import type { Strengths } from '../domain/fit.ts';
import { newCardCode } from './card-code.ts';
import type { SupporterRow } from './tables.ts';

/** A supporter as the board knows them; name and login belong to the account. */
export type Supporter = Strengths &
  Limits & {
    readonly id: string;
    readonly accountId: string;
    readonly state: SupporterRow['state'];
    readonly restReason: SupporterRow['rest_reason'];
    readonly promiseUntil: LocalDate | null;
    readonly cardCode: string;
  };

export type NewSupporter = Strengths &
  Omit<Limits, 'dates'> & {
    readonly accountId: string;
    /** The last day of the agreement they come with; `null`: they agree first, and rest until then. */
    readonly promiseUntil: LocalDate | null;
    readonly now: Instant;
  };

/** @returns the new supporter's id. Throws a unique violation when the account has one already. */
export async function addSupporter(tx: Tx, supporter: NewSupporter): Promise<string> {
  const id = newId();
  const hasPromised = supporter.promiseUntil !== null;
  await tx
    .insertInto('supporter')
    .values({
      id,
      account_id: supporter.accountId,
      state: hasPromised ? 'active' : 'resting',
      rest_reason: hasPromised ? null : 'promise',
      promise_until: supporter.promiseUntil,
      phone_families: JSON.stringify(supporter.phoneFamilies),
      topics: JSON.stringify(supporter.topics),
      venues: JSON.stringify(supporter.venues),
      times: JSON.stringify(supporter.times),
      languages: JSON.stringify(supporter.languages),
      dates: '[]',
      monthly_limit: supporter.monthlyLimit,
      card_code: newCardCode(),
      created_at: supporter.now,
      suspended_at: null
    })
    .execute();
  return id;
}

export function findSupporterOf(db: Db, accountId: string): Promise<Supporter | undefined> {
  return findBy(db, 'account_id', accountId);
}

export function findSupporter(db: Db, id: string): Promise<Supporter | undefined> {
  return findBy(db, 'id', id);
}

export function findSupporterByCard(db: Db, cardCode: string): Promise<Supporter | undefined> {
  return findBy(db, 'card_code', cardCode);
}

/** Reads a supporter and holds their row until the transaction ends. */
export async function lockSupporter(tx: Tx, id: string): Promise<Supporter | undefined> {
  await tx
    .updateTable('supporter')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('id', '=', id)
    .execute();
  return findSupporter(tx, id);
}

/** From `at` on the supporter's facts are refused; those written before are kept and flagged. */
export async function suspendSupporter(tx: Tx, supporterId: string, at: Instant): Promise<void> {
  await setState(tx, supporterId, { state: 'suspended', suspended_at: at, rest_reason: null });
}

export async function restSupporter(
  tx: Tx,
  supporterId: string,
  reason: NonNullable<SupporterRow['rest_reason']>
): Promise<void> {
  await setState(tx, supporterId, { state: 'resting', suspended_at: null, rest_reason: reason });
}

export async function wakeSupporter(tx: Tx, supporterId: string): Promise<void> {
  await setState(tx, supporterId, { state: 'active', suspended_at: null, rest_reason: null });
}

export async function setPromiseUntil(
  tx: Tx,
  supporterId: string,
  until: LocalDate
): Promise<void> {
  await tx
    .updateTable('supporter')
    .set({ promise_until: until })
    .where('id', '=', supporterId)
    .execute();
}

/** The days on which the supporter is away, or free beyond the week's times. */
export async function setDates(
  tx: Tx,
  supporterId: string,
  dates: readonly DateWish[]
): Promise<void> {
  await tx
    .updateTable('supporter')
    .set({ dates: JSON.stringify(dates) })
    .where('id', '=', supporterId)
    .execute();
}

/** Supporters who are active though their year is over, by the server's day. */
export async function listOverdue(tx: Tx, today: LocalDate): Promise<readonly Supporter[]> {
  const rows = await tx
    .selectFrom('supporter')
    .selectAll()
    .where('state', '=', 'active')
    .where((eb) => eb.or([eb('promise_until', 'is', null), eb('promise_until', '<', today)]))
    .orderBy('id')
    .execute();
  return rows.map(supporterOf);
}

async function setState(
  tx: Tx,
  supporterId: string,
  change: Pick<SupporterRow, 'state' | 'suspended_at' | 'rest_reason'>
): Promise<void> {
  await tx.updateTable('supporter').set(change).where('id', '=', supporterId).execute();
}

async function findBy(
  db: Db,
  column: 'id' | 'account_id' | 'card_code',
  value: string
): Promise<Supporter | undefined> {
  const row = await db
    .selectFrom('supporter')
    .selectAll()
    .where(column, '=', value)
    .executeTakeFirst();
  return row && supporterOf(row);
}

/** A supporter as the board knows them, from their row. */
export function supporterOf(row: SupporterRow): Supporter {
  return {
    id: row.id,
    accountId: row.account_id,
    state: row.state,
    restReason: row.rest_reason,
    promiseUntil: row.promise_until,
    cardCode: row.card_code,
    topics: JSON.parse(row.topics) as string[],
    phoneFamilies: JSON.parse(row.phone_families) as string[],
    venues: JSON.parse(row.venues) as string[],
    times: JSON.parse(row.times) as string[],
    languages: JSON.parse(row.languages) as string[],
    dates: JSON.parse(row.dates) as DateWish[],
    monthlyLimit: row.monthly_limit
  };
}
