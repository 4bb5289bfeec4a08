import { toBase64Url } from '#shared/crypto/sealing.ts';
import type { KeysRequest, KeysResponse } from '../domain/exchange.ts';
import type { Scope } from '../domain/operation.ts';
import { askKeys, type Exchanged, type ExchangeFailure, type Fetch } from './exchange.ts';
import { sealInPlace } from './seal-in-place.ts';
import type { HeldKey } from './vault.ts';
import type { SyncDb } from './sync-db.ts';

/** What stands between a device and its keys. */
type KeyFailure = ExchangeFailure | { readonly kind: 'not-enrolled' };

/** The key for a scope's rows: opened, or made with the venue's secret that the server tells. */
export async function keyToHold(
  db: SyncDb,
  fetch: Fetch,
  scope: Scope
): Promise<HeldKey | KeyFailure> {
  if (!db.vault.knowsVenueOf(scope)) {
    const failure = await openFromServer(db, fetch, [scope]);
    // Refused, it is told by the pull itself what it may hold no more.
    if (failure && failure.kind !== 'refused') return failure;
  }
  return db.vault.keyToHold(scope);
}

/** Opens what the PIN alone does not: asks the server for the venues' secrets. */
export async function openFromServer(
  db: SyncDb,
  fetch: Fetch,
  scopes: readonly Scope[]
): Promise<KeyFailure | undefined> {
  const answer = await ask(db, fetch, { scopes: [...scopes], reader: db.vault.reader });
  if (!answer.ok) return answer.error;
  await db.vault.keepServerKey(answer.value.serverKey);
  for (const { scope, code } of answer.value.venueCodes) {
    db.vault.keepVenueCode(scope, code);
    await db.vault.openWith(scope, code);
  }
  return undefined;
}

/** The first PIN of a device: what lay open until now is sealed where it lies. Needs the network. */
export async function chooseFirstPin(
  db: SyncDb,
  fetch: Fetch,
  pin: string
): Promise<KeyFailure | undefined> {
  const held = await db.scope.toCollection().primaryKeys();
  const reader = makeReader();
  const answer = await ask(db, fetch, { scopes: held, reader });
  if (!answer.ok) return answer.error;
  for (const { scope, code } of answer.value.venueCodes) db.vault.keepVenueCode(scope, code);
  await db.vault.setUp(pin, { reader, serverKey: answer.value.serverKey });
  await sealInPlace(db);
  return undefined;
}

async function ask(
  db: SyncDb,
  fetch: Fetch,
  request: KeysRequest
): Promise<
  | Exchanged<KeysResponse>
  | { readonly ok: false; readonly error: { readonly kind: 'not-enrolled' } }
> {
  const device = await db.device.get('this');
  if (!device) return { ok: false, error: { kind: 'not-enrolled' } };
  return askKeys(fetch, device, request);
}

function makeReader(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
}
