import { isHttpError } from '@sveltejs/kit';
import { vi } from 'vitest';
import { openFieldDb, type FieldDb } from '#app/client/field-db.ts';
import type { Application } from '#app/server/application.ts';
import { type Account, findAccount } from '#features/people/server/accounts.ts';
import { enrolThisDevice } from '#features/sync/client/enrolment.ts';
import { recordOperation } from '#features/sync/client/outbox.ts';
import { chooseFirstPin, openFromServer } from '#features/sync/client/scope-keys.ts';
import { pull, push, type SyncOutcome } from '#features/sync/client/sync.ts';
import type { PullResponse, PushRequest, PushResponse } from '#features/sync/domain/exchange.ts';
import { sessionScope, type Operation, type Scope } from '#features/sync/domain/operation.ts';
import type { Db } from '#server/db/database.ts';
import { newId } from '#shared/ids.ts';
import { type Instant } from '#shared/time/instant.ts';
import { POST as enrolRoute } from '../../src/routes/api/sync/enrol/+server.ts';
import { POST as keysRoute } from '../../src/routes/api/sync/keys/+server.ts';
import { GET as pullRoute } from '../../src/routes/api/sync/pull/+server.ts';
import { POST as pushRoute } from '../../src/routes/api/sync/push/+server.ts';
import { CLASS_BEGINS, makeAccount, makeClass, makeParticipation } from './day.ts';
import { applicationFor } from './requests.ts';
import { PIN } from './vault.ts';

/** What is proved here does not hang on how long a PIN takes to try. */
export const PIN_ITERATIONS = 1;

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
  kept: ReadonlyMap<string, readonly unknown[]>;
  storageWasLost: boolean;
  revokedAt: Instant | undefined;
  needsEnrolment: boolean;
};

export type PulledBy = {
  readonly device: Device;
  readonly asked: string;
  readonly answer: PullResponse;
};

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

  private constructor(db: Db, sessionId: string, people: readonly string[]) {
    this.db = db;
    this.scope = sessionScope(sessionId);
    this.people = people;
    this.#app = applicationFor(db, () => this.now);
  }

  /** One session with two applicants; tablets of staff, and last one of a supporter, who has no right to it. */
  static async open(db: Db, tablets: number, accounts: Accounts): Promise<SyncWorld> {
    vi.setSystemTime(CLASS_BEGINS);
    const { sessionId } = await makeClass(db);
    const people = [
      await makeParticipation(db, sessionId, 'さとう はな'),
      await makeParticipation(db, sessionId, 'いとう けんじ')
    ];
    const world = new SyncWorld(db, sessionId, people);
    for (let index = 0; index < tablets; index++)
      await world.#addDevice(`T${index + 1}`, accounts.reception);
    await world.#addDevice('S', accounts.supporter);
    return world;
  }

  async close(): Promise<void> {
    for (const { db } of this.devices) await db.delete();
  }

  async #addDevice(name: string, account: Account): Promise<void> {
    const device: Device = {
      name,
      account,
      db: openFieldDb(`model-${newId()}`, PIN_ITERATIONS),
      skewMs: 0,
      ledger: [],
      seen: new Set(),
      kept: new Map(),
      storageWasLost: false,
      revokedAt: undefined,
      needsEnrolment: false
    };
    this.devices.push(device);
    await this.enrol(device);
    await keepStorage(device);
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
    if (!(await device.db.device.get('this')) || !device.db.vault.isOpen) return undefined;
    this.#clockOf(device);
    const fact = { scope: this.scope, type, entityId, payload };
    const operation = await recordOperation(device.db, fact, Date.now());
    device.ledger.push(operation);
    return operation;
  }

  /** What the loop of the app does once: sends, and when that is done asks for what is new. */
  async sync(
    device: Device,
    plan: { push: NetworkFault; pull: NetworkFault; meanwhile?: () => Promise<unknown> }
  ): Promise<SyncOutcome> {
    this.#clockOf(device);
    let left = 2;
    const meanwhile = () => (left-- > 0 ? plan.meanwhile?.() : undefined);
    const pushed = await push(device.db, this.#way(device, plan.push, meanwhile));
    device.needsEnrolment ||= pushed.kind === 'restarted' || pushed.kind === 'not-enrolled';
    if (pushed.kind !== 'done') return pushed;
    return pull(device.db, this.#way(device, plan.pull, meanwhile), this.scope);
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

  tick(): void {
    this.now += 1000;
  }

  #clockOf({ skewMs }: Device): void {
    vi.setSystemTime(this.now + skewMs);
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
    const route = { push: pushRoute, pull: pullRoute, enrol: enrolRoute, keys: keysRoute }[
      url.pathname.split('/').at(-1) as 'push'
    ];
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
      this.pulls.push({ device, asked: address, answer: (await answer.json()) as PullResponse });
    }
  }
}

export async function keepStorage(device: Device): Promise<void> {
  const tables = device.db.tables.map(
    async (table) => [table.name, await table.toArray()] as const
  );
  device.kept = new Map<string, unknown[]>(await Promise.all(tables));
}

export type Accounts = { readonly reception: Account; readonly supporter: Account };

export async function makeModelAccounts(db: Db): Promise<Accounts> {
  const make = async (role: 'reception' | 'supporter') => {
    const account = await findAccount(db, await makeAccount(db, role));
    if (!account) throw new Error('no account');
    return account;
  };
  return { reception: await make('reception'), supporter: await make('supporter') };
}
