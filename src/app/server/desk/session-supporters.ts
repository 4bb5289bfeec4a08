import { writeAudit } from '#features/people/server/audit.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';

export type SessionSupporter = { readonly accountId: string; readonly name: string };

/** Who helps on each date, by the session's id. */
export async function readSessionSupporters(
  db: Db,
  sessionIds: readonly string[]
): Promise<ReadonlyMap<string, readonly SessionSupporter[]>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('session_supporter')
    .innerJoin('account', 'account.id', 'session_supporter.account_id')
    .select(['session_supporter.session_id', 'account.id', 'account.name'])
    .where('session_id', 'in', sessionIds)
    .orderBy('account.name')
    .execute();
  const grouped = Map.groupBy(rows, ({ session_id }) => session_id);
  return new Map(
    [...grouped].map(([id, people]) => [
      id,
      people.map((row) => ({ accountId: row.id, name: row.name }))
    ])
  );
}

/** The supporters who may be asked to help on a date. */
export async function listSupporterAccounts(db: Db): Promise<readonly SessionSupporter[]> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .select(['account.id', 'account.name'])
    .where('account_role.role', '=', 'supporter')
    .where('account.suspended_at', 'is', null)
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
    if (!known) return false;
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
