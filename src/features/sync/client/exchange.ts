import * as v from 'valibot';
import {
  DeviceReportAnswer,
  EnrolResponse,
  KeysResponse,
  PullResponse,
  PushResponse,
  READER_HEADER,
  type DeviceReport,
  type FormerSelf,
  type KeysRequest,
  type PushRequest
} from '../domain/exchange.ts';
import { CarryResponse, type Carried } from '../domain/handover.ts';
import type { Scope } from '../domain/operation.ts';

/**
 * Why an exchange brought nothing. In every case the queue is left as it was.
 *
 * - `offline`: no answer, or one that is not ours (the sign-in page of somebody's Wi-Fi).
 * - `busy`: the server asks to wait (429, 5xx). `too-large`: send fewer at a time.
 * - `signed-out`: the device's credential is not known (any more). `refused`: a bug on one side.
 */
export type ExchangeFailure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly status: number };

export type Exchanged<Value> =
  | {
      readonly ok: true;
      readonly value: Value;
      readonly sentAt: number;
      readonly answeredAt: number;
    }
  | { readonly ok: false; readonly error: ExchangeFailure };

/** The network as sync sees it; the browser's `fetch`, or a function of a test. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export type Credential = { readonly deviceId: string; readonly secret: string };
/** What reading takes: the credential, and the secret that the PIN opens. */
type Reading = { readonly device: Credential; readonly reader: string };

const LONGEST_EXCHANGE_MS = 20_000;

export function pushOperations(
  fetch: Fetch,
  credential: Credential,
  request: PushRequest
): Promise<Exchanged<PushResponse>> {
  return exchange(fetch, '/api/sync/push', PushResponse, {
    method: 'POST',
    headers: { ...authorization(credential), 'content-type': 'application/json' },
    body: JSON.stringify(request)
  });
}

export function pullScope(
  fetch: Fetch,
  { device, reader }: Reading,
  scope: Scope,
  cursor: string
): Promise<Exchanged<PullResponse>> {
  const query = new URLSearchParams({ scope, cursor });
  return exchange(fetch, `/api/sync/pull?${query}`, PullResponse, {
    headers: { ...authorization(device), [READER_HEADER]: reader }
  });
}

/** Asks for what opens the sessions of this device; refused (403) for a device that was revoked. */
export function askKeys(
  fetch: Fetch,
  credential: Credential,
  request: KeysRequest
): Promise<Exchanged<KeysResponse>> {
  return exchange(fetch, '/api/sync/keys', KeysResponse, {
    method: 'POST',
    headers: { ...authorization(credential), 'content-type': 'application/json' },
    body: JSON.stringify(request)
  });
}

/** Brings what other devices handed to this one. */
export function carryOperations(
  fetch: Fetch,
  credential: Credential,
  ops: readonly Carried[]
): Promise<Exchanged<CarryResponse>> {
  return exchange(fetch, '/api/sync/carry', CarryResponse, {
    method: 'POST',
    headers: { ...authorization(credential), 'content-type': 'application/json' },
    body: JSON.stringify({ ops })
  });
}

/** Tells what this device holds; the answer says how the desk has it. */
export function reportDevice(
  fetch: Fetch,
  credential: Credential,
  told: DeviceReport
): Promise<Exchanged<DeviceReportAnswer>> {
  return exchange(fetch, '/api/sync/report', DeviceReportAnswer, {
    method: 'POST',
    headers: { ...authorization(credential), 'content-type': 'application/json' },
    body: JSON.stringify(told)
  });
}

/** Enrols this device, for whoever is signed in by a name, or by the desk's code; needs the network. */
export function enrol(
  fetch: Fetch,
  request: ({ readonly name: string } | { readonly code: string }) & {
    readonly before?: FormerSelf;
  }
): Promise<Exchanged<EnrolResponse>> {
  const address = 'code' in request ? '/api/sync/enrol/code' : '/api/sync/enrol';
  return exchange(fetch, address, EnrolResponse, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request)
  });
}

async function exchange<Value>(
  fetch: Fetch,
  address: string,
  schema: v.GenericSchema<unknown, Value>,
  init: RequestInit
): Promise<Exchanged<Value>> {
  const sentAt = Date.now();
  const answer = await fetch(address, {
    ...init,
    signal: AbortSignal.timeout(LONGEST_EXCHANGE_MS)
  }).then(
    async (response) => ({ status: response.status, body: await readBody(response) }),
    () => undefined
  );
  if (!answer) return { ok: false, error: { kind: 'offline' } };
  if (answer.status === 401) return { ok: false, error: { kind: 'signed-out' } };
  if (answer.status === 413) return { ok: false, error: { kind: 'too-large' } };
  if (answer.status === 429 || answer.status >= 500) return { ok: false, error: { kind: 'busy' } };

  const parsed = v.safeParse(schema, answer.body);
  if (parsed.success) return { ok: true, value: parsed.output, sentAt, answeredAt: Date.now() };
  const isOurs = typeof answer.body === 'object' && answer.status >= 400;
  return {
    ok: false,
    error: isOurs ? { kind: 'refused', status: answer.status } : { kind: 'offline' }
  };
}

/** A body that is not JSON, or breaks off, is `undefined`: no answer of ours. */
function readBody(response: Response): Promise<unknown> {
  return response.json().catch(() => undefined);
}

export function authorization({ deviceId, secret }: Credential): Record<string, string> {
  return { authorization: `Bearer ${deviceId}.${secret}` };
}
