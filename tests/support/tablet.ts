import { isHttpError } from '@sveltejs/kit';
import { openFieldDb, type FieldDb } from '#app/client/field-db.ts';
import type { Application } from '#app/server/application.ts';
import type { Account } from '#features/people/server/accounts.ts';
import { enrolThisDevice } from '#features/sync/client/enrolment.ts';
import type { ExchangeFailure } from '#features/sync/client/exchange.ts';
import { forgetDevice } from '#features/sync/client/forget-device.ts';
import { forward } from '#features/sync/client/handover.ts';
import { recordOperation } from '#features/sync/client/outbox.ts';
import { report } from '#features/sync/client/report.ts';
import { noteSeq } from '#features/sync/client/sentinel.ts';
import { chooseFirstPin } from '#features/sync/client/scope-keys.ts';
import { pull, push, type SyncOutcome } from '#features/sync/client/sync.ts';
import type { Operation, Scope } from '#features/sync/domain/operation.ts';
import { newId } from '#shared/ids.ts';
import { POST as cardRoute } from '../../src/routes/api/staff/card/+server.ts';
import { POST as enrolRoute } from '../../src/routes/api/sync/enrol/+server.ts';
import { POST as codeRoute } from '../../src/routes/api/sync/enrol/code/+server.ts';
import { POST as keysRoute } from '../../src/routes/api/sync/keys/+server.ts';
import { GET as pullRoute } from '../../src/routes/api/sync/pull/+server.ts';
import { POST as carryRoute } from '../../src/routes/api/sync/carry/+server.ts';
import { POST as pushRoute } from '../../src/routes/api/sync/push/+server.ts';
import { POST as reportRoute } from '../../src/routes/api/sync/report/+server.ts';
import { GET as sessionsRoute } from '../../src/routes/api/sync/sessions/+server.ts';
import { PIN_ITERATIONS } from './model-town.ts';
import { PIN } from './vault.ts';

const routes: Readonly<Record<string, unknown>> = {
  '/api/staff/card': cardRoute,
  '/api/sync/enrol': enrolRoute,
  '/api/sync/enrol/code': codeRoute,
  '/api/sync/carry': carryRoute,
  '/api/sync/keys': keysRoute,
  '/api/sync/push': pushRoute,
  '/api/sync/pull': pullRoute,
  '/api/sync/report': reportRoute,
  '/api/sync/sessions': sessionsRoute
};

const surroundings = { appVersion: 'test', storage: 'kept' } as const;

/** One tablet with the app's own client code, speaking to the real routes; its network can be cut. */
export class Tablet {
  db: FieldDb = openFieldDb(`tablet-${newId()}`, PIN_ITERATIONS);
  /** Addresses that are not reached just now. */
  cut: RegExp | undefined;
  readonly #app: Application;
  readonly #account: Account | undefined;

  /** `account`: who is signed in on it. */
  constructor(app: Application, account?: Account) {
    this.#app = app;
    this.#account = account;
  }

  readonly fetch = async (address: string, init: RequestInit): Promise<Response> => {
    if (this.cut?.test(address)) throw new TypeError('network');
    const url = new URL(address, this.#app.settings.origin);
    const event = {
      ...{ url, request: new Request(url, { ...init, signal: null }) },
      locals: { app: this.#app, account: this.#account, requestId: 'test', language: 'ja' },
      getClientAddress: () => '127.0.0.1'
    };
    const route = routes[url.pathname] as (event: unknown) => Promise<Response>;
    return Promise.resolve(route(event)).catch((thrown: unknown) => {
      if (!isHttpError(thrown)) throw thrown;
      return Response.json(thrown.body, { status: thrown.status });
    });
  };

  /** Enrols it by the desk's code, and chooses its PIN where it has none. */
  async enrol(code: string): Promise<ExchangeFailure | undefined> {
    const failure = await enrolThisDevice(this.db, this.fetch, { code });
    if (failure || (await this.db.lock.get('this'))) return failure;
    const noPin = await chooseFirstPin(this.db, this.fetch, PIN);
    if (noPin) throw new Error(`first PIN: ${noPin.kind}`);
    return undefined;
  }

  /** Writes a check-in that happens at `at` by the server's clock. */
  async write(scope: Scope, entityId: string, at: number): Promise<Operation> {
    const payload = { by: 'kana', late: false };
    const fact = { scope, type: 'attend.checkin', entityId, payload };
    const offset = (await this.db.device.get('this'))?.clockOffsetMs ?? 0;
    const written = await recordOperation(this.db, fact, at - offset);
    noteSeq(written.deviceId, written.seq);
    return written;
  }

  /** What the loop of the app does once. */
  async meet(scope: Scope): Promise<SyncOutcome> {
    const told = await report(this.db, this.fetch, surroundings);
    if (!told) return { kind: 'not-enrolled' };
    if (!told.ok) return told.error;
    const { state } = told.value;
    if (state !== 'active') return forgetDevice(this.db, this.fetch, state, surroundings);
    for (const send of [push, forward]) {
      const sent = await send(this.db, this.fetch);
      if (sent.kind !== 'done') return sent;
    }
    return pull(this.db, this.fetch, scope);
  }

  /** The names of its tables that hold anything. */
  async holds(): Promise<readonly string[]> {
    const counted = await Promise.all(
      this.db.tables.map(async (table) => ({ name: table.name, rows: await table.count() }))
    );
    return counted.filter(({ rows }) => rows > 0).map(({ name }) => name);
  }

  /** The browser opens its storage empty, without a word. */
  async loseStorage(): Promise<void> {
    await this.db.delete();
    this.db = openFieldDb(`tablet-${newId()}`, PIN_ITERATIONS);
  }
}
