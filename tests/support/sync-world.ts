import { isHttpError } from '@sveltejs/kit';
import { vi } from 'vitest';
import type { FieldDb } from '#app/client/field-db.ts';
import type { Application } from '#app/server/application.ts';
import type { Account } from '#features/people/server/accounts.ts';
import { enrolThisDevice } from '#features/sync/client/enrolment.ts';
import { forgetDevice } from '#features/sync/client/forget-device.ts';
import { contentsToHandOver, forward, keepHandedOver } from '#features/sync/client/handover.ts';
import { recordOperation } from '#features/sync/client/outbox.ts';
import { report } from '#features/sync/client/report.ts';
import { noteSeq } from '#features/sync/client/sentinel.ts';
import { chooseFirstPin, openFromServer } from '#features/sync/client/scope-keys.ts';
import { pull, push, type SyncOutcome } from '#features/sync/client/sync.ts';
import type { PullResponse, PushRequest, PushResponse } from '#features/sync/domain/exchange.ts';
import { sessionScope, type Operation, type Scope } from '#features/sync/domain/operation.ts';
import type { Db } from '#server/db/database.ts';
import { type Instant } from '#shared/time/instant.ts';
import { POST as carryRoute } from '../../src/routes/api/sync/carry/+server.ts';
import { POST as enrolRoute } from '../../src/routes/api/sync/enrol/+server.ts';
import { POST as keysRoute } from '../../src/routes/api/sync/keys/+server.ts';
import { GET as pullRoute } from '../../src/routes/api/sync/pull/+server.ts';
import { POST as pushRoute } from '../../src/routes/api/sync/push/+server.ts';
import { POST as reportRoute } from '../../src/routes/api/sync/report/+server.ts';
import { CLASS_BEGINS } from './day.ts';
import {
  openModelDb,
  storedIn,
  type ModelTown,
  type PreparedTablet,
  type Stored
} from './model-town.ts';
import { applicationFor } from './requests.ts';
import { PIN } from './vault.ts';

/** What the way to the server does with one exchange. */
export const faults = [
  'none',
  'lost-request',
  'lost-answer',
  'twice',
  'cut-answer',
  'portal',
  'fails-after',
  500,
  429,
  413
] as const;
export type NetworkFault = (typeof faults)[number];

export type Device = {
  readonly name: string;
  readonly account: Account;
  db: FieldDb;
  /** How far its clock is wrong. */
  skewMs: number;
  /** Written and said to be so, in order, but for what a loss of storage took. */
  ledger: Operation[];
  /** Own facts that stood on its screen. */
  seen: Set<string>;
  /** A state of its storage that may come back. */
  kept: Stored;
  /** What stands outside of its IndexedDB. */
  readonly notes: Map<string, string>;
  storageWasLost: boolean;
  /** Confirmed facts that it lost, and the id under which; somebody must be told of them. */
  readonly lost: Map<string, string>;
  revokedAt: Instant | undefined;
  needsEnrolment: boolean;
};

export type PulledBy = {
  readonly name: string;
  /** At that moment; enrolled anew, it may again. */
  readonly entitled: boolean;
  readonly answer: PullResponse;
};

/** Whether it may hold the session now. */
export function isEntitled({ account, revokedAt }: Device): boolean {
  return account.roles.includes('reception') && revokedAt === undefined;
}

/** A server with real routes and a database, the tablets around it, and the way between that fails. */
export class SyncWorld {
  readonly db: Db;
  readonly scope: Scope;
  readonly people: readonly string[];
  readonly devices: Device[] = [];
  /** All first and repeated answers to each operation. */
  readonly answers = new Map<string, PushResponse['results'][number][]>();
  readonly pulls: PulledBy[] = [];
  now: Instant = CLASS_BEGINS;

  readonly #app: Application;
  readonly #sent: { readonly address: string; readonly init: RequestInit }[] = [];

  private constructor({ db, sessionId, people }: ModelTown) {
    this.db = db;
    this.scope = sessionScope(sessionId);
    this.people = people;
    this.#app = applicationFor(db, () => this.now);
  }

  /** A new town's tablets of staff, and last one of a supporter, who has no right to the session. */
  static async prepare(town: ModelTown, tablets: number): Promise<void> {
    const world = new SyncWorld(town);
    for (let index = 0; index <= tablets; index++) {
      const isLast = index === tablets;
      const name = isLast ? 'S' : `T${index + 1}`;
      const account = isLast ? town.accounts.supporter : town.accounts.reception;
      const device = deviceOf({ name, account, db: openModelDb(), stored: new Map() });
      await world.enrol(device);
      town.tablets.push({ name, account, db: device.db, stored: await storedIn(device.db) });
    }
    await town.keepAsItIs();
  }

  /** `tablets` of staff, and the supporter's. */
  static async open(town: ModelTown, tablets: number): Promise<SyncWorld> {
    vi.setSystemTime(CLASS_BEGINS);
    await town.putBack();
    const world = new SyncWorld(town);
    const others = town.tablets.slice(0, tablets);
    for (const prepared of [...others, town.tablets.at(-1)!])
      world.devices.push(deviceOf(prepared));
    return world;
  }

  /** A database that took the place of a prepared one goes. */
  async close(town: ModelTown): Promise<void> {
    for (const { name, db } of this.devices) {
      const prepared = town.tablets.find((tablet) => tablet.name === name)!;
      if (db === prepared.db) continue;
      // One name is one storage: only the last that was opened on it is used again.
      if (db.name !== prepared.db.name) await prepared.db.delete();
      prepared.db = db;
    }
  }

  async enrol(device: Device): Promise<void> {
    this.#clockOf(device);
    const failure = await enrolThisDevice(device.db, this.#way(device, 'none'), {
      name: device.name
    });
    if (failure) throw new Error(`enrolment: ${failure.kind}`);
    if (!(await device.db.lock.get('this'))) {
      const noPin = await chooseFirstPin(device.db, this.#way(device, 'none'), PIN);
      if (noPin) throw new Error(`first PIN: ${noPin.kind}`);
    }
    device.needsEnrolment = false;
    device.revokedAt = undefined; // staff enrol it as a device of its own
  }

  /** What staff do with a locked tablet: the PIN, then the network for the venue's secret, or the card. */
  async open({ db }: Device): Promise<void> {
    if (db.vault.isOpen || !(await db.lock.get('this'))) return;
    const { kind } = await db.vault.unlock(PIN);
    if (kind !== 'open') throw new Error(`the right PIN: ${kind}`);
    const closed = await db.vault.closedScopes();
    const failure = await openFromServer(db, this.#plainWay, closed);
    const card = await this.db
      .selectFrom('venue_key')
      .select('code')
      .where('session_id', '=', this.scope.slice('session:'.length))
      .executeTakeFirst();
    if (failure && card && closed.includes(this.scope))
      await db.vault.openWith(this.scope, card.code);
  }

  readonly #plainWay = (address: string, init: RequestInit) =>
    this.#serve(undefined, address, init);

  /** @returns the operation, `undefined` on a device that must be enrolled first. */
  async record(
    device: Device,
    type: string,
    entityId: string,
    payload: unknown
  ): Promise<Operation | undefined> {
    if (!device.db.vault.isOpen || !(await device.db.device.get('this'))) return undefined;
    this.#clockOf(device);
    const fact = { scope: this.scope, type, entityId, payload };
    const operation = await recordOperation(device.db, fact, Date.now());
    noteSeq(operation.deviceId, operation.seq);
    device.ledger.push(operation);
    // Written over a lost one under its number, before anybody counted: nobody can tell any more.
    for (const [opId, deviceId] of device.lost)
      if (deviceId === operation.deviceId) device.lost.delete(opId);
    return operation;
  }

  /** What the loop of the app does once: sends, and when that is done asks for what is new. */
  async sync(
    device: Device,
    plan: { push: NetworkFault; pull: NetworkFault; meanwhile?: () => Promise<unknown> }
  ): Promise<SyncOutcome> {
    let left = 2;
    const meanwhile = () => (left-- > 0 ? plan.meanwhile?.() : undefined);
    const sent = await this.send(device, plan.push, meanwhile);
    return sent.kind === 'done' ? this.ask(device, plan.pull, meanwhile) : sent;
  }

  /** Sends its own, then what other devices handed to it. */
  async send(device: Device, fault: NetworkFault, meanwhile?: () => unknown): Promise<SyncOutcome> {
    this.#clockOf(device);
    const pushed = await push(device.db, this.#way(device, fault, meanwhile));
    device.needsEnrolment ||= pushed.kind === 'restarted' || pushed.kind === 'not-enrolled';
    return pushed.kind === 'done' ? forward(device.db, this.#way(device, fault)) : pushed;
  }

  ask(device: Device, fault: NetworkFault, meanwhile?: () => unknown): Promise<SyncOutcome> {
    this.#clockOf(device);
    return pull(device.db, this.#way(device, fault, meanwhile), this.scope);
  }

  /** Tells what it holds; taken out of use, as a former self that came back is, it hands in and forgets. */
  async report(device: Device, fault: NetworkFault): Promise<void> {
    this.#clockOf(device);
    const way = this.#way(device, fault);
    const told = await report(device.db, way, surroundings);
    if (!told?.ok || told.value.state === 'active') return;
    const { kind } = await forgetDevice(device.db, way, told.value.state, surroundings);
    device.needsEnrolment ||= kind === 'retired';
    device.storageWasLost = true; // its list of refusals went too
    device.seen.clear();
  }

  /** What waits on one tablet goes to another without a server. */
  async handOver(giving: Device, taking: Device): Promise<void> {
    if (giving === taking || !taking.db.vault.isOpen) return;
    if (!(await taking.db.device.get('this'))) return;
    await keepHandedOver(taking.db, await contentsToHandOver(giving.db));
  }

  /** An old request comes (again) long after its time; nobody waits for the answer. */
  async deliverLate(pick: number): Promise<void> {
    const old = this.#sent[pick % Math.max(1, this.#sent.length)];
    if (old) await this.#serve(undefined, old.address, old.init);
  }

  async revoke(device: Device): Promise<void> {
    const state = await device.db.device.get('this');
    if (!state) return;
    device.revokedAt = this.now;
    await this.db
      .updateTable('device')
      .set({ revoked_at: this.now })
      .where('id', '=', state.deviceId)
      .execute();
  }

  /** How often the server has changed what the tablets hold. */
  async version(): Promise<number> {
    const known = this.db.selectFrom('scope').select('version').where('id', '=', this.scope);
    return (await known.executeTakeFirst())?.version ?? 0;
  }

  tick(): void {
    this.now += 1000;
  }

  /** Its clock, and what its browser keeps outside of IndexedDB. */
  #clockOf({ skewMs, notes }: Device): void {
    vi.setSystemTime(this.now + skewMs);
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => notes.get(key) ?? null,
      setItem: (key: string, value: string) => void notes.set(key, value),
      removeItem: (key: string) => void notes.delete(key)
    });
  }

  #way(device: Device, fault: NetworkFault, meanwhile?: () => unknown) {
    return async (address: string, init: RequestInit): Promise<Response> => {
      if (address.includes('push')) this.#sent.push({ address, init });
      if (fault === 'lost-request') throw new TypeError('network');
      if (fault === 'portal') return new Response('<html>Wi-Fi</html>');
      if (typeof fault === 'number') return new Response('{}', { status: fault });

      if (fault === 'twice') await this.#serve(device, address, init);
      const answer = await this.#serve(device, address, init);
      await meanwhile?.();
      if (fault === 'lost-answer') throw new TypeError('network');
      if (fault === 'fails-after') return new Response('', { status: 502 });
      if (fault !== 'cut-answer') return answer;
      const text = await answer.text();
      return new Response(text.slice(0, text.length / 2));
    };
  }

  async #serve(device: Device | undefined, address: string, init: RequestInit): Promise<Response> {
    const url = new URL(address, this.#app.settings.origin);
    const request = new Request(url, { ...init, signal: null });
    const locals = { app: this.#app, account: device?.account, requestId: 'test', language: 'ja' };
    const event = { url, request, locals } as never;
    const route = routes[url.pathname.split('/').at(-1) as 'push'];
    const answer = await Promise.resolve(route(event)).catch((thrown: unknown) => {
      if (!isHttpError(thrown)) throw thrown;
      return Response.json(thrown.body, { status: thrown.status });
    });
    if (answer.status === 200) await this.#note(device, address, init, answer.clone());
    return answer;
  }

  async #note(device: Device | undefined, address: string, init: RequestInit, answer: Response) {
    if (address.includes('push')) {
      const { ops } = JSON.parse(init.body as string) as PushRequest;
      const { results } = (await answer.json()) as PushResponse;
      for (const result of results) {
        if (!ops.some(({ opId }) => opId === result.opId)) throw new Error('not asked');
        const known = this.answers.get(result.opId);
        if (known) known.push(result);
        else this.answers.set(result.opId, [result]);
      }
    } else if (device && address.includes('pull')) {
      const pulled = (await answer.json()) as PullResponse;
      this.pulls.push({ name: device.name, entitled: isEntitled(device), answer: pulled });
    }
  }
}

const routes = {
  ...{ push: pushRoute, pull: pullRoute, enrol: enrolRoute, keys: keysRoute },
  ...{ carry: carryRoute, report: reportRoute }
} as const;
const surroundings = { appVersion: 'test', storage: 'kept' } as const;

function deviceOf({ name, account, db, stored }: PreparedTablet): Device {
  return {
    ...{ name, account, db, skewMs: 0, ledger: [], seen: new Set(), kept: stored },
    ...{ notes: new Map(), storageWasLost: false, lost: new Map() },
    ...{ revokedAt: undefined, needsEnrolment: false }
  };
}

export async function keepStorage(device: Device): Promise<void> {
  device.kept = await storedIn(device.db);
}
