import { sql } from 'kysely';
import * as v from 'valibot';
import type { City } from '#city/city.ts';
import { noteGoneOn } from '#features/assistance/domain/record.ts';
import { FACT_ROW, Fact } from '#features/sync/domain/fact.ts';
import { happenedAt } from '#features/sync/domain/operation.ts';
import type { RowChanges } from '#features/sync/domain/stored-operation.ts';
import type { Tx } from '#server/db/transaction.ts';
import {
  fiscalYearOf,
  instantOf,
  localDateOf,
  type Instant,
  type LocalDate
} from '#shared/time/instant.ts';
import { deleteAfter } from './retention.ts';

const EMPTY = '{}';

/**
 * Empties the facts of supporters' logs whose time is over, corrected and withdrawn ones too, and takes
 * the notes out of those whose notes' time is over; supporters' phones lose them with the next pull.
 * @returns how many facts were changed
 */
export async function eraseAssistance(
  tx: Tx,
  changes: RowChanges,
  city: City,
  today: LocalDate
): Promise<number> {
  const years = city.rules.retentionFiscalYears.assistance;
  const facts = await readConcerned(tx, instantOf(`${fiscalYearOf(today) - years}-04-01`));
  let changed = 0;
  for (const fact of facts) {
    const date = localDateOf(fact.at);
    const isOver = deleteAfter(city, 'assistance', date) < today;
    const payload = isOver
      ? EMPTY
      : noteGoneOn(date) <= today
        ? withoutNote(fact.payload)
        : undefined;
    if (payload === undefined || payload === fact.payload) continue;
    changed += 1;
    await tx.updateTable('operation').set({ payload }).where('op_id', '=', fact.id).execute();
    await tx.updateTable('server_fact').set({ payload }).where('id', '=', fact.id).execute();
    await changeOnDevices(tx, changes, fact, isOver ? undefined : payload);
  }
  return changed;
}

type Kept = {
  readonly id: string;
  readonly scope: string;
  readonly payload: string;
  readonly at: number;
};

/** Those from before `over`, and those with a note. */
async function readConcerned(tx: Tx, over: Instant): Promise<readonly Kept[]> {
  const withNote = '%"note"%';
  const operations = await tx
    .selectFrom('operation')
    .select(['op_id as id', 'scope', 'payload', 'client_at', 'clock_offset_ms'])
    .where('type', 'like', 'assist.%')
    .where('payload', '!=', EMPTY)
    .where((eb) =>
      eb.or([
        eb('payload', 'like', withNote),
        sql<boolean>`operation.client_at + operation.clock_offset_ms < ${over}`
      ])
    )
    .execute();
  const written = await tx
    .selectFrom('server_fact')
    .select(['id', 'scope', 'payload', 'happened_at as at'])
    .where('type', 'like', 'assist.%')
    .where('payload', '!=', EMPTY)
    .where((eb) => eb.or([eb('payload', 'like', withNote), eb('happened_at', '<', over)]))
    .execute();
  return [
    ...operations.map(({ client_at, clock_offset_ms, ...row }) => ({
      ...row,
      at: happenedAt({ clientAt: client_at, clockOffsetMs: clock_offset_ms })
    })),
    ...written
  ];
}

/** A note stands in a record, or in the record of a correction; a payload that cannot be read has none. */
function withoutNote(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), (key, value: unknown) =>
      key === 'note' ? undefined : value
    );
  } catch (failure) {
    if (failure instanceof SyntaxError) return EMPTY;
    throw failure;
  }
}

async function changeOnDevices(
  tx: Tx,
  changes: RowChanges,
  { id, scope }: Kept,
  payload: string | undefined
): Promise<void> {
  const row = await tx
    .selectFrom('sync_row')
    .select('body')
    .where('scope', '=', scope)
    .where('id', '=', id)
    .where('deleted', '=', 0)
    .executeTakeFirst();
  if (!row) return;
  if (payload === undefined) changes.remove(scope, FACT_ROW, id);
  else changes.put(scope, FACT_ROW, id, { ...v.parse(Fact, JSON.parse(row.body)), payload });
}
