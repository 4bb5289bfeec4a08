import * as v from 'valibot';
import { happenedAt, type OperationResult, type Scope } from '#features/sync/domain/operation.ts';
import type { RowChanges, StoredOperation } from '#features/sync/domain/stored-operation.ts';
import type { Tx } from '#server/db/transaction.ts';
import { localDateOf, type LocalDate } from '#shared/time/instant.ts';
import { AssistRecord, AssistWithdraw } from '../domain/record.ts';
import { addRecord, countRecordsOf, takeBackRecord } from './records.ts';

/** What a record needs of the rest of the product. */
export type AssistancePorts = {
  /** The supporter whose log the scope is, by the account that wrote; `undefined` for anybody else. */
  readonly supporterIn: (tx: Tx, scope: Scope, actorId: string) => Promise<string | undefined>;
  /** True when the supporter was suspended at that moment, whatever became of it since. */
  readonly wasSuspended: (tx: Tx, supporterId: string, at: number) => Promise<boolean>;
  /** True when the meeting is this supporter's own, whatever became of it. */
  readonly isOwnMatch: (tx: Tx, matchId: string, supporterId: string) => Promise<boolean>;
  /** The meeting was held with this outcome; `undefined`: its only record was taken back. */
  readonly settleMatch: (
    tx: Tx,
    changes: RowChanges,
    matchId: string,
    record: Pick<AssistRecord, 'outcome' | 'handedTo'> | undefined
  ) => Promise<void>;
  readonly keptUntil: (date: LocalDate) => LocalDate;
};

type Handler = {
  readonly type: string;
  readonly apply: (
    tx: Tx,
    operation: StoredOperation,
    changes: RowChanges
  ) => Promise<OperationResult>;
};

/** What assistance does with `assist.*`: rejected facts are kept by the protocol and have no effect. */
export function assistanceHandlers(ports: AssistancePorts): readonly Handler[] {
  return [
    { type: 'assist.record', apply: (...given) => record(ports, ...given) },
    { type: 'assist.withdraw', apply: (...given) => withdraw(ports, ...given) }
  ];
}

async function record(
  ports: AssistancePorts,
  tx: Tx,
  operation: StoredOperation,
  changes: RowChanges
): Promise<OperationResult> {
  const payload = v.safeParse(AssistRecord, parse(operation.payload));
  if (!payload.success) return { status: 'rejected', code: 'payload' };
  const supporterId = await ports.supporterIn(tx, operation.scope, operation.actorId);
  if (!supporterId) return { status: 'rejected', code: 'not-your-log' };
  if (await ports.wasSuspended(tx, supporterId, happenedAt(operation))) {
    return { status: 'rejected', code: 'suspended' };
  }

  const told = payload.output;
  if (told.matchId !== null && !(await ports.isOwnMatch(tx, told.matchId, supporterId))) {
    return { status: 'rejected', code: 'not-your-match' };
  }
  const earlier = told.matchId === null ? 0 : await countRecordsOf(tx, told.matchId);
  const localDate = localDateOf(happenedAt(operation));
  await addRecord(tx, told, {
    id: operation.opId,
    supporterId,
    happenedAt: happenedAt(operation),
    localDate,
    flagged: operation.flagged,
    deleteAfter: ports.keptUntil(localDate)
  });
  if (earlier > 0) return { status: 'conflict', code: 'second-record' };
  if (told.matchId !== null) await ports.settleMatch(tx, changes, told.matchId, told);
  return { status: 'applied' };
}

async function withdraw(
  ports: AssistancePorts,
  tx: Tx,
  operation: StoredOperation,
  changes: RowChanges
): Promise<OperationResult> {
  const payload = v.safeParse(AssistWithdraw, parse(operation.payload));
  if (!payload.success) return { status: 'rejected', code: 'payload' };
  const supporterId = await ports.supporterIn(tx, operation.scope, operation.actorId);
  if (!supporterId) return { status: 'rejected', code: 'not-your-log' };
  if (await ports.wasSuspended(tx, supporterId, happenedAt(operation))) {
    return { status: 'rejected', code: 'suspended' };
  }

  const taken = await takeBackRecord(tx, payload.output.targetOpId, supporterId);
  if (!taken) return { status: 'rejected', code: 'unknown-record' };
  if (taken.matchId !== null && (await countRecordsOf(tx, taken.matchId)) === 0) {
    await ports.settleMatch(tx, changes, taken.matchId, undefined);
  }
  return { status: 'applied' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
