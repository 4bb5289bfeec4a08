import { getContext, setContext } from 'svelte';
import { rowsOf } from '#features/sync/client/chunks.ts';
import {
  carriedOperationsOf,
  ownOperationsOf,
  recordOperation
} from '#features/sync/client/outbox.ts';
import { noteSeq } from '#features/sync/client/sentinel.ts';
import { SyncLoop, type Ended } from '#features/sync/client/sync-loop.svelte.ts';
import { forgetOver } from '#features/sync/client/sync.ts';
import type { Scope } from '#features/sync/domain/operation.ts';
import type { FieldStore } from '#features/sync/domain/scope-view.ts';
import type { DeviceState } from '#features/sync/client/stores.ts';
import { LiveQuery } from '#shared/client/live-query.svelte.ts';
import { openFieldDb, type FieldDb } from './field-db.ts';
import { Gate } from './gate.svelte.ts';
import { surroundings } from './this-device.ts';

const KEY = Symbol('field');

/** What every field screen shares: the device's one database and what it says of itself. */
export class Field {
  readonly db: FieldDb;
  readonly store: FieldStore;
  readonly gate: Gate;
  /** How the desk took this device out of use, said on whatever screen comes next. */
  ended: Ended | undefined = $state();
  readonly #device: LiveQuery<{ readonly device: DeviceState | undefined } | undefined>;
  readonly #unsent: LiveQuery<number>;
  readonly #refused: LiveQuery<number>;

  constructor(db: FieldDb = openFieldDb()) {
    this.db = db;
    this.store = storeOf(db);
    this.gate = new Gate(db);
    void forgetOver(db, Date.now());
    db.on('close', () => void startAnewWhenEmpty(db));
    this.#device = new LiveQuery(async () => ({ device: await db.device.get('this') }), undefined);
    this.#unsent = new LiveQuery(
      async () => (await db.outbox.count()) + (await db.carried.count()),
      0
    );
    this.#refused = new LiveQuery(() => db.refused.count(), 0);
  }

  /** `undefined` until the database has answered; then whether this device is enrolled. */
  get enrolment(): { readonly device: DeviceState | undefined } | undefined {
    return this.#device.current;
  }

  /** Facts that wait here, this device's own and those handed to it. */
  get unsent(): number {
    return this.#unsent.current;
  }

  /** What keeps this device and the server together while a screen is open; `scope`: what it shows. */
  loopFor(scope: Scope | undefined): SyncLoop {
    return new SyncLoop(this.db, scope, surroundings, (how) => (this.ended = how));
  }

  /** Operations that staff must look at (「確認が必要」). */
  get refused(): number {
    return this.#refused.current;
  }
}

export function setField(field: Field): void {
  setContext(KEY, field);
}

export function useField(): Field {
  return getContext<Field>(KEY);
}

/**
 * A browser may take its storage away under an open page, or only break the connection. Taken away,
 * nothing on screen is so any more; begun anew, the page tells what happened.
 */
async function startAnewWhenEmpty(db: FieldDb): Promise<void> {
  if (!(await db.device.get('this'))) location.reload();
}

function storeOf(db: FieldDb): FieldStore {
  return {
    rowsOf: (scope) => rowsOf(db, scope),
    // Both are asked at once: a live query follows no read that comes after the opening of a seal.
    waitingOf: async (scope) =>
      (await Promise.all([ownOperationsOf(db, scope), carriedOperationsOf(db, scope)])).flat(),
    lastPulledAt: async (scope) => (await db.scope.get(scope))?.lastPulledAt ?? 0,
    deviceName: async () => (await db.device.get('this'))?.name ?? '',
    deviceId: async () => (await db.device.get('this'))?.deviceId ?? '',
    record: async (operation) => {
      const written = await recordOperation(db, operation, Date.now());
      noteSeq(written.deviceId, written.seq);
      return written;
    }
  };
}
