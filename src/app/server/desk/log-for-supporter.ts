import type { City } from '#city/city.ts';
import type { Told } from '#features/assistance/domain/operation.ts';
import { takeAssist } from '#features/assistance/server/operations.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { supporterScope } from '#features/sync/domain/operation.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import { addServerFact, findServerFact } from '#features/sync/server/server-facts.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { localDateOf, type Instant } from '#shared/time/instant.ts';
import { assistancePorts } from '../assistance.ts';
import { deleteAfter } from '../retention.ts';

export type LogForSupporter = {
  readonly supporterId: string;
  readonly told: Told;
  readonly happenedAt: Instant;
  /** Made with the form: sent twice, it is one record. */
  readonly key: string;
  readonly actor: string;
  readonly now: Instant;
};

export type LogForError = {
  readonly type:
    | 'unknown-supporter'
    | 'in-the-future'
    | 'too-long-ago'
    | 'suspended-then'
    | 'not-your-match'
    | 'other-content'
    | 'unknown-record'
    | 'payload';
};

const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Writes down what a supporter tells the desk, on their behalf: a fact of their log like any other, with
 * who typed it. The supporter's phone shows it and may correct it.
 */
export function logForSupporter(
  db: Db,
  city: City,
  told: LogForSupporter
): Promise<Result<{ readonly id: string }, LogForError>> {
  return inTransaction(db, async (tx) => {
    const { supporterId, happenedAt, key, actor, now } = told;
    const supporter = await findSupporter(tx, supporterId);
    if (!supporter) return err({ type: 'unknown-supporter' });
    if (!KEY.test(key)) return err({ type: 'payload' });
    if (happenedAt > now) return err({ type: 'in-the-future' });
    const kept = deleteAfter(city, 'assistance', localDateOf(happenedAt));
    if (kept < localDateOf(now)) return err({ type: 'too-long-ago' });
    if (supporter.suspended_at !== null && happenedAt > supporter.suspended_at) {
      return err({ type: 'suspended-then' });
    }
    const payload = bodyOf(told.told);
    const known = await findServerFact(tx, supporterScope(supporterId), key);
    if (known) {
      const isSame = known.payload === JSON.stringify(payload) && known.at === happenedAt;
      return isSame ? ok({ id: known.opId }) : err({ type: 'other-content' });
    }
    const fact = { type: `assist.${told.told.kind}`, entityId: key, payload, at: happenedAt };
    return writeFact(tx, { supporterId, fact, actor, now, deleteAfter: kept });
  });
}

/**
 * Writes what should have stood in a record or tally, on the supporter's behalf; the first words stay
 * kept, and the help stays on its day.
 */
export function correctForSupporter(
  db: Db,
  city: City,
  asked: Omit<LogForSupporter, 'happenedAt'> & { readonly recordId: string }
): Promise<Result<{ readonly id: string }, LogForError>> {
  return inTransaction(db, async (tx) => {
    const { supporterId, recordId, told, key, actor, now } = asked;
    if (!(await findSupporter(tx, supporterId))) return err({ type: 'unknown-supporter' });
    if (!KEY.test(key)) return err({ type: 'payload' });
    const payload = { targetOpId: recordId, [told.kind]: bodyOf(told) };
    const known = await findServerFact(tx, supporterScope(supporterId), key);
    if (known) {
      const isSame = known.payload === JSON.stringify(payload);
      return isSame ? ok({ id: known.opId }) : err({ type: 'other-content' });
    }
    const fact = { type: 'assist.correct', entityId: key, payload, at: now };
    const kept = deleteAfter(city, 'assistance', localDateOf(now));
    return writeFact(tx, { supporterId, fact, actor, now, deleteAfter: kept });
  });
}

function bodyOf(told: Told): unknown {
  return told.kind === 'record' ? told.record : told.tally;
}

/** Takes a record back that was a mistake, in the supporter's log, by its id. */
export function withdrawForSupporter(
  db: Db,
  city: City,
  asked: {
    readonly supporterId: string;
    readonly recordId: string;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<Result<{ readonly id: string }, LogForError>> {
  return inTransaction(db, async (tx) => {
    const { supporterId, recordId, actor, now } = asked;
    if (!(await findSupporter(tx, supporterId))) return err({ type: 'unknown-supporter' });
    const fact = {
      ...{ type: 'assist.withdraw', entityId: newId(), at: now },
      payload: { targetOpId: recordId }
    };
    const kept = deleteAfter(city, 'assistance', localDateOf(now));
    return writeFact(tx, { supporterId, fact, actor, now, deleteAfter: kept });
  });
}

type Written = {
  readonly supporterId: string;
  readonly fact: {
    readonly type: string;
    readonly entityId: string;
    readonly payload: unknown;
    readonly at: Instant;
  };
  readonly actor: string;
  readonly now: Instant;
  readonly deleteAfter: string;
};

/** A refusal leaves nothing behind: the transaction is rolled back with it. */
async function writeFact(
  tx: Tx,
  { supporterId, fact, actor, now, deleteAfter: kept }: Written
): Promise<Result<{ readonly id: string }, LogForError>> {
  const changes = new ScopeChanges();
  const scope = supporterScope(supporterId);
  // The log as it stood is folded before the fact joins it.
  const written = { ...fact, scope, by: actor, deleteAfter: kept, id: newId() };
  const taken = await takeAssist(assistancePorts, tx, changes, {
    supporterId,
    fact: {
      ...{ opId: written.id, type: fact.type, entityId: fact.entityId, at: fact.at },
      ...{ payload: JSON.stringify(fact.payload), deviceId: '', deviceName: '' },
      ...{ conflict: null, flagged: false }
    }
  });
  if (taken.status === 'rejected') return err({ type: refusalOf(taken.code) });
  const { opId } = await addServerFact(tx, changes, written);
  await writeAudit(tx, [
    {
      ...{ at: now, actor, action: fact.type, entity: 'supporter', entityId: supporterId },
      why: 'on-behalf'
    }
  ]);
  await changes.flush(tx);
  return ok({ id: opId });
}

const refusals = ['not-your-match', 'unknown-record'] as const;

function refusalOf(code: string): LogForError['type'] {
  return refusals.find((known) => known === code) ?? 'payload';
}

function findSupporter(tx: Tx, id: string) {
  return tx
    .selectFrom('supporter')
    .select(['id', 'suspended_at'])
    .where('id', '=', id)
    .executeTakeFirst();
}
