import { writeAudit } from '#features/people/server/audit.ts';
import type { InsuranceKind } from '#features/supporters/domain/insurance.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';

export type SessionSupporter = { readonly accountId: string; readonly name: string };

/** Somebody who helps on a date; `insurance` is `null` until it is noted. */
export type InsuredSupporter = SessionSupporter & { readonly insurance: InsuranceKind | null };

/** Who helps on each date, by the session's id. */
export async function readSessionSupporters(
  db: Db,
  sessionIds: readonly string[]
): Promise<ReadonlyMap<string, readonly InsuredSupporter[]>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('session_supporter')
    .innerJoin('account', 'account.id', 'session_supporter.account_id')
    .leftJoin('session_insurance', (join) =>
      join
        .onRef('session_insurance.session_id', '=', 'session_supporter.session_id')
        .onRef('session_insurance.account_id', '=', 'session_supporter.account_id')
    )
    .select(['session_supporter.session_id', 'account.id', 'account.name'])
    .select('session_insurance.kind as insurance')
    .where('session_supporter.session_id', 'in', sessionIds)
    .orderBy('account.name')
    .execute();
  const grouped = Map.groupBy(rows, ({ session_id }) => session_id);
  return new Map(
    [...grouped].map(([id, people]) => [
      id,
      people.map(({ id: accountId, name, insurance }) => ({ accountId, name, insurance }))
    ])
  );
}

/** The supporters who may be asked to help on a date: nobody who is suspended or rests. */
export async function listSupporterAccounts(db: Db): Promise<readonly SessionSupporter[]> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .leftJoin('supporter', 'supporter.account_id', 'account.id')
    .select(['account.id', 'account.name'])
    .where('account_role.role', '=', 'supporter')
    .where('account.suspended_at', 'is', null)
    .where((eb) => eb.or([eb('supporter.state', 'is', null), eb('supporter.state', '=', 'active')]))
    .orderBy('account.name')
    .execute();
  return rows.map(({ id, name }) => ({ accountId: id, name }));
}

/** Puts a supporter down for a date, or takes them off; done twice, it is done once. */
export function setSessionSupporter(
  db: Db,
  asked: {
    readonly sessionId: string;
    readonly accountId: string;
    readonly helps: boolean;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<boolean> {
  const { sessionId, accountId, helps, actor, now } = asked;
  return inTransaction(db, async (tx) => {
    const known = await tx
      .selectFrom('session')
      .innerJoin('account', (join) => join.on('account.id', '=', accountId))
      .select('session.id')
      .where('session.id', '=', sessionId)
      .executeTakeFirst();
    if (!known || (helps && (await isSuspended(tx, accountId)))) return false;
    const row = { session_id: sessionId, account_id: accountId };
    await (helps
      ? tx
          .insertInto('session_supporter')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      : tx
          .deleteFrom('session_supporter')
          .where('session_id', '=', sessionId)
          .where('account_id', '=', accountId)
          .execute());
    const action = helps ? 'supporter.add' : 'supporter.remove';
    await writeAudit(tx, [
      { at: now, actor, action, entity: 'session', entityId: sessionId, why: 'desk' }
    ]);
    return true;
  });
}

async function isSuspended(tx: Tx, accountId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('supporter')
    .select('id')
    .where('account_id', '=', accountId)
    .where('state', '=', 'suspended')
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes what covers a supporter on a date. @returns false when they are not down for it */
export function noteInsurance(
  db: Db,
  noted: {
    readonly sessionId: string;
    readonly accountId: string;
    readonly kind: InsuranceKind;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<boolean> {
  const { sessionId, accountId, kind, actor, now } = noted;
  return inTransaction(db, async (tx) => {
    const helps = await tx
      .selectFrom('session_supporter')
      .select('session_id')
      .where('session_id', '=', sessionId)
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    if (!helps) return false;
    const told = { kind, noted_by: actor, noted_at: now };
    await tx
      .insertInto('session_insurance')
      .values({ session_id: sessionId, account_id: accountId, ...told })
      .onConflict((conflict) => conflict.columns(['session_id', 'account_id']).doUpdateSet(told))
      .execute();
    await writeAudit(tx, [
      { at: now, actor, action: 'insurance', entity: 'session', entityId: sessionId, why: kind }
    ]);
    return true;
  });
}
