import type { Operation } from '../../../src/features/sync/domain/operation.ts';

/** Where a tablet of the measure belongs, and who it is. One session, its own device. */
export type Target = {
  readonly scope: string;
  readonly deviceId: string;
  readonly secret: string;
  readonly accountId: string;
  /** The session's database at the CouchDB of the measure; only PouchDB goes there. */
  readonly couch: string;
};

/**
 * One tablet of some maker's. Every promise resolves when what it did is durable on this disk, and for
 * `push` when the server has answered everything that waited; it rejects when there is no network.
 */
export type Tablet = {
  readonly pull: () => Promise<unknown>;
  /** Writes check-ins of these people here, one transaction each; nothing is sent. */
  readonly write: (entityIds: readonly string[]) => Promise<unknown>;
  readonly push: () => Promise<unknown>;
  /** How many of the session's rows lie here. */
  readonly held: () => Promise<number>;
  readonly remove: () => Promise<unknown>;
};

export type OpenTablet = (name: string, target: Target) => Promise<Tablet>;

const network = { isDown: false };

/** The network of every tablet here, which the measure takes away and gives back. */
export const reach: typeof fetch = (address, init) =>
  network.isDown ? Promise.reject(new TypeError('no network')) : fetch(address, init);

/** What the measure does with a page's tablet; times are milliseconds of the page's own clock. */
export class TabletPage {
  readonly #openTablet: OpenTablet;
  #tablet: Tablet | undefined;

  constructor(openTablet: OpenTablet) {
    this.#openTablet = openTablet;
  }

  async open(name: string, target: Target): Promise<void> {
    this.#tablet = await this.#openTablet(name, target);
  }

  pull(): Promise<number> {
    return timed(() => this.#opened.pull());
  }

  async write(entityIds: readonly string[]): Promise<void> {
    await this.#opened.write(entityIds);
  }

  push(): Promise<number> {
    return timed(() => this.#opened.push());
  }

  /** Writes without a network, tries to send in vain, and is timed from when the network is back. */
  async drain(entityIds: readonly string[]): Promise<number> {
    network.isDown = true;
    await this.#opened.write(entityIds);
    const failed = await this.#opened.push().then(
      () => false,
      () => true
    );
    network.isDown = false;
    if (!failed) throw new Error('something was sent without a network');
    return timed(async () => {
      await this.#opened.push();
      await this.#opened.pull();
    });
  }

  held(): Promise<number> {
    return this.#opened.held();
  }

  async remove(): Promise<void> {
    await this.#opened.remove();
    this.#tablet = undefined;
  }

  get #opened(): Tablet {
    if (!this.#tablet) throw new Error('no tablet is open');
    return this.#tablet;
  }
}

export function provide(openTablet: OpenTablet): void {
  Object.assign(globalThis, { tabletPage: new TabletPage(openTablet) });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

type Page = {
  readonly rows: readonly { readonly id: string; readonly kind: string; readonly body: string }[];
  readonly cursor: string;
  readonly more: boolean;
};

/** One part of a pull from our server, taken as it comes: no schema, no clock. */
export function fetchRows({ scope, ...device }: Target, cursor: string): Promise<Page> {
  const query = new URLSearchParams({ scope, cursor });
  return askOurs(device, `/api/sync/pull?${query}`, {}) as Promise<Page>;
}

/** Sends up to 100 operations to our server. @returns how many it answered. */
export async function sendOperations(
  { deviceId, secret }: Target,
  ops: readonly Operation[],
  unsent: number
): Promise<number> {
  const body = JSON.stringify({ deviceId, unsent, ops });
  const answer = await askOurs({ deviceId, secret }, '/api/sync/push', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body
  });
  return (answer as { readonly results: readonly unknown[] }).results.length;
}

async function askOurs(
  { deviceId, secret }: Pick<Target, 'deviceId' | 'secret'>,
  address: string,
  init: {
    readonly method?: 'POST';
    readonly headers?: Record<string, string>;
    readonly body?: string;
  }
): Promise<unknown> {
  const response = await reach(address, {
    ...init,
    headers: { ...init.headers, authorization: `Bearer ${deviceId}.${secret}` }
  });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/** A check-in as our client writes it. */
export function checkIn(
  { scope, deviceId, accountId }: Target,
  entityId: string,
  opId: string,
  seq: number
): Operation {
  return {
    opId,
    v: 1,
    deviceId,
    seq,
    scope,
    type: 'attend.checkin',
    entityId,
    payload: JSON.stringify({ by: 'number', late: false }),
    clientAt: Date.now(),
    clockOffsetMs: 0,
    actorId: accountId
  };
}

export const MOST_PER_PUSH = 100;
