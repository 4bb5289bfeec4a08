import { factOf, type Fact } from '#features/sync/domain/fact.ts';
import {
  happenedAt,
  supporterScope,
  type OperationResult,
  type Scope
} from '#features/sync/domain/operation.ts';
import type { RowChanges, StoredOperation } from '#features/sync/domain/stored-operation.ts';
import type { Tx } from '#server/db/transaction.ts';
import { localDateOf, type LocalDate } from '#shared/time/instant.ts';
import type { FollowUpWay } from '../domain/follow-up.ts';
import { foldLog, isCorrectionOf, outcomeOf, type LogEntry } from '../domain/log-fold.ts';
import { readAssist, type AssistFact, type Told } from '../domain/operation.ts';
import type { AssistRecord } from '../domain/record.ts';
import { keepFollowUps } from './follow-ups.ts';
import { dropEntry, keepRecord, keepTally } from './records.ts';

/** What a record needs of the rest of the product. */
export type AssistancePorts = {
  /** The supporter whose log the scope is, by the account that wrote; `undefined` for anybody else. */
  readonly supporterIn: (tx: Tx, scope: Scope, actorId: string) => Promise<string | undefined>;
  /** True when the supporter was suspended at that moment, whatever became of it since. */
  readonly wasSuspended: (tx: Tx, supporterId: string, at: number) => Promise<boolean>;
  /** Until the transaction ends, nobody else writes in this log. */
  readonly lockLog: (tx: Tx, supporterId: string) => Promise<void>;
  readonly factsOf: (tx: Tx, scope: Scope) => Promise<readonly Fact[]>;
  /** True when the meeting is this supporter's own, whatever became of it. */
  readonly isOwnMatch: (tx: Tx, matchId: string, supporterId: string) => Promise<boolean>;
  /** The meeting was held with this outcome; `undefined`: its only record was taken back. */
  readonly settleMatch: (
    tx: Tx,
    changes: RowChanges,
    matchId: string,
    record: Pick<AssistRecord, 'outcome' | 'handedTo'> | undefined
  ) => Promise<void>;
  /** True when it is known who was helped, so that they can be asked later. */
  readonly isPersonKnown: (tx: Tx, matchId: string) => Promise<boolean>;
  readonly newToken: () => string;
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

const types = ['assist.record', 'assist.tally', 'assist.correct', 'assist.withdraw'] as const;

/** What assistance does with `assist.*`: rejected facts are kept by the protocol and have no effect. */
export function assistanceHandlers(ports: AssistancePorts): readonly Handler[] {
  return types.map((type) => ({
    type,
    apply: async (tx, operation, changes) => {
      const supporterId = await ports.supporterIn(tx, operation.scope, operation.actorId);
      if (!supporterId) {
        // What cannot be read is refused for that, whoever wrote it.
        const code = readAssist(operation) ? 'not-your-log' : 'payload';
        return { status: 'rejected', code };
      }
      if (await ports.wasSuspended(tx, supporterId, happenedAt(operation))) {
        return { status: 'rejected', code: 'suspended' };
      }
      return takeAssist(ports, tx, changes, {
        supporterId,
        fact: factOf(operation, { flagged: operation.flagged })
      });
    }
  }));
}

/**
 * Takes one fact of a supporter's log, whoever wrote it down: the log is folded with and without it, and
 * the rows, the meeting and the questions follow what it says now.
 */
export async function takeAssist(
  ports: AssistancePorts,
  tx: Tx,
  changes: RowChanges,
  { supporterId, fact }: { readonly supporterId: string; readonly fact: Fact }
): Promise<OperationResult> {
  const assist = readAssist(fact);
  if (!assist) return { status: 'rejected', code: 'payload' };
  await ports.lockLog(tx, supporterId);
  const facts = await ports.factsOf(tx, supporterScope(supporterId));
  const before = foldLog(facts);
  const refused = await whyRefused(ports, tx, { supporterId, assist, before });
  if (refused) return { status: 'rejected', code: refused };

  const after = foldLog([...facts, fact]);
  const id = assist.type === 'told' ? fact.opId : assist.target;
  const entry = after.find((one) => one.id === id);
  if (!entry) return { status: 'rejected', code: 'unknown-record' };
  await keepEntry(ports, tx, supporterId, entry);
  const isSecond = await followMeeting(ports, tx, changes, { entry, before, after, assist });
  return isSecond ? { status: 'conflict', code: 'second-record' } : { status: 'applied' };
}

async function whyRefused(
  ports: AssistancePorts,
  tx: Tx,
  given: {
    readonly supporterId: string;
    readonly assist: AssistFact;
    readonly before: readonly LogEntry[];
  }
): Promise<string | undefined> {
  const { assist, supporterId, before } = given;
  if (assist.type === 'told') {
    const matchId = matchOf(assist.told);
    if (matchId === null || (await ports.isOwnMatch(tx, matchId, supporterId))) return undefined;
    return 'not-your-match';
  }
  const target = before.find(({ id }) => id === assist.target);
  if (!target || target.isWithdrawn) return 'unknown-record';
  if (
    assist.type === 'correct' &&
    !isCorrectionOf(target.steps[0]?.told ?? target.told, assist.told)
  ) {
    return 'other-meeting';
  }
  return undefined;
}

async function keepEntry(
  ports: AssistancePorts,
  tx: Tx,
  supporterId: string,
  { id, at, told, isWithdrawn, flagged }: LogEntry
): Promise<void> {
  if (isWithdrawn) return dropEntry(tx, id);
  const localDate = localDateOf(at);
  const deleteAfter = ports.keptUntil(localDate);
  const frame = { id, supporterId, happenedAt: at, localDate, flagged, deleteAfter };
  if (told.kind === 'tally') return keepTally(tx, told.tally, frame);

  await keepRecord(tx, told.record, frame);
  const way = await followUpWay(ports, tx, told.record);
  await keepFollowUps(tx, { id, localDate, deleteAfter, way, newToken: ports.newToken });
}

async function followUpWay(
  ports: AssistancePorts,
  tx: Tx,
  { askAgain, matchId }: AssistRecord
): Promise<FollowUpWay | undefined> {
  if (askAgain === undefined || matchId === null) return undefined;
  return (await ports.isPersonKnown(tx, matchId)) ? askAgain : undefined;
}

/** @returns true when the meeting had a record already. */
async function followMeeting(
  ports: AssistancePorts,
  tx: Tx,
  changes: RowChanges,
  given: {
    readonly entry: LogEntry;
    readonly before: readonly LogEntry[];
    readonly after: readonly LogEntry[];
    readonly assist: AssistFact;
  }
): Promise<boolean> {
  const matchId = matchOf(given.entry.told);
  if (matchId === null) return false;
  const [was, is] = [outcomeOf(given.before, matchId), outcomeOf(given.after, matchId)];
  const isSame = was?.outcome === is?.outcome && was?.handedTo === is?.handedTo;
  if (!isSame) await ports.settleMatch(tx, changes, matchId, is);
  return given.assist.type === 'told' && was !== undefined;
}

function matchOf(told: Told): string | null {
  return told.kind === 'record' ? told.record.matchId : null;
}
