import { setTimeout as wait } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import type { Db } from './database.ts';
import { engineOf } from './database.ts';
import { isLocked, isTransient } from './failures.ts';
import type { Tables } from './tables.ts';

export type Tx = Transaction<Tables>;

type Outcome = { readonly ok: boolean };
type Job = {
  readonly work: (tx: Tx) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
};

const LONGEST_BATCH = 64;
const ATTEMPTS = 5;
const LONGEST_LOCK_WAIT_MS = 5000;
const LOCK_PAUSE_MS = 100;

/**
 * Runs `work` as one transaction and answers after it is durable. A thrown error, or an answer with
 * `ok: false`, leaves nothing behind: a refused use case never stores a half.
 *
 * Lock order, so that two never wait for each other on PostgreSQL: the row that decides first (a
 * workshop, a request), then what hangs on it, the audit chain and the scope's version last.
 *
 * On SQLite the waiting jobs of one turn of the event loop share one immediate transaction, a
 * savepoint each, and one fsync; on PostgreSQL each has its own, retried when the server asks for it.
 */
export function inTransaction<Value>(db: Db, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return engineOf(db) === 'sqlite' ? inBatch(db, work) : inOwnTransaction(db, work);
}

/** Runs reads that must all see one moment. Nothing may be written in it. */
export function inSnapshot<Value>(db: Db, read: (tx: Tx) => Promise<Value>): Promise<Value> {
  const transaction = db.transaction();
  if (engineOf(db) === 'sqlite') return transaction.execute(read);
  return transaction.setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

class Refused extends Error {
  readonly outcome: unknown;

  constructor(outcome: unknown) {
    super('refused');
    this.outcome = outcome;
  }
}

async function inOwnTransaction<Value>(db: Db, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(async (tx) => {
        const value = await work(tx);
        if (isRefusal(value)) throw new Refused(value);
        return value;
      });
    } catch (failure) {
      if (failure instanceof Refused) return failure.outcome as Value;
      if (attempt === ATTEMPTS || !isTransient(failure)) throw failure;
    }
  }
}

const queues = new WeakMap<Db, Job[]>();

function inBatch<Value>(db: Db, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return new Promise<Value>((resolve, reject) => {
    const job: Job = { work, resolve: resolve as (value: unknown) => void, reject };
    const queue = queues.get(db);
    if (queue) {
      queue.push(job);
      return;
    }
    queues.set(db, [job]);
    setImmediate(() => void drain(db));
  });
}

async function drain(db: Db): Promise<void> {
  const queue = queues.get(db) ?? [];
  while (queue.length > 0) await runBatch(db, queue.splice(0, LONGEST_BATCH));
  queues.delete(db);
}

/**
 * A job's own failure undoes that job; a failed commit is every job's failure. While another process
 * holds the lock, it is asked for again and again with pauses, in which readers get their turn.
 */
async function runBatch(db: Db, jobs: readonly Job[]): Promise<void> {
  const deadline = performance.now() + LONGEST_LOCK_WAIT_MS;
  for (;;) {
    try {
      const answers = await db.transaction().execute(async (tx) => {
        const given: (() => void)[] = [];
        for (const job of jobs) given.push(await runJob(tx, job));
        return given;
      });
      for (const answer of answers) answer();
      return;
    } catch (failure) {
      if (!isLocked(failure) || performance.now() > deadline) {
        for (const job of jobs) job.reject(failure);
        return;
      }
      await wait(LOCK_PAUSE_MS);
    }
  }
}

async function runJob(tx: Tx, job: Job): Promise<() => void> {
  await sql`savepoint job`.execute(tx);
  try {
    const value = await job.work(tx);
    if (isRefusal(value)) await sql`rollback to job`.execute(tx);
    await sql`release job`.execute(tx);
    return () => job.resolve(value);
  } catch (failure) {
    if (!(await undo(tx))) throw failure;
    return () => job.reject(failure);
  }
}

/** False when the engine has already given up the whole transaction (a full disk does that). */
async function undo(tx: Tx): Promise<boolean> {
  return sql`rollback to job`
    .execute(tx)
    .then(() => sql`release job`.execute(tx))
    .then(
      () => true,
      () => false
    );
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as Partial<Outcome>).ok === false;
}
