import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { Scope } from '../domain/operation.ts';
import './tables.ts';

/** How many people a device was given of a scope and still holds; `undefined` when it holds none. */
export async function heldPeople(
  db: Db,
  deviceId: string,
  scope: Scope
): Promise<number | undefined> {
  const row = await db
    .selectFrom('device_holding')
    .select('people')
    .where('device_id', '=', deviceId)
    .where('scope', '=', scope)
    .where('until', 'is', null)
    .executeTakeFirst();
  return row?.people;
}

/** Writes down that a device is being given a scope's rows, before they leave. */
export async function noteHolding(
  tx: Tx,
  holding: {
    readonly deviceId: string;
    readonly scope: Scope;
    readonly people: number;
    readonly now: Instant;
    readonly deleteAfter: LocalDate;
  }
): Promise<void> {
  const { deviceId, scope, people, now, deleteAfter } = holding;
  const { numUpdatedRows } = await tx
    .updateTable('device_holding')
    .set((eb) => ({
      people: eb.case().when('people', '<', people).then(people).else(eb.ref('people')).end()
    }))
    .where('device_id', '=', deviceId)
    .where('scope', '=', scope)
    .where('until', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  await tx
    .insertInto('device_holding')
    .values({
      ...{ device_id: deviceId, scope, since: now, until: null, people },
      delete_after: deleteAfter
    })
    .onConflict((conflict) =>
      conflict.columns(['device_id', 'scope', 'since']).doUpdateSet({ until: null, people })
    )
    .execute();
}

/** A device says what it holds: everything else is gone from it. */
export async function endHoldings(
  tx: Tx,
  deviceId: string,
  stillHeld: readonly Scope[],
  now: Instant
): Promise<void> {
  await tx
    .updateTable('device_holding')
    .set({ until: now })
    .where('device_id', '=', deviceId)
    .where('until', 'is', null)
    .$if(stillHeld.length > 0, (query) => query.where('scope', 'not in', stillHeld))
    .execute();
}
