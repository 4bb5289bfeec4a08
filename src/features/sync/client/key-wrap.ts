import { AES_KEY, toUtf8, type Bytes } from '#shared/crypto/sealing.ts';
import type { DataKey } from './sealed.ts';
import type { KeyRow, LockRow } from './stores.ts';

const HASH = 'SHA-256';
const PIN_BITS = 256;
const IV_BYTES = 12;

/**
 * What PIN and device come to together: PBKDF2 of the PIN, beside what the device's own key makes of the
 * salt. Neither alone is of use; the venue's secret is added for each scope.
 *
 * Source: docs/decisions/0028-keys.md
 */
export async function pinSecret(
  pin: string,
  { salt, iterations, deviceKey }: Pick<LockRow, 'salt' | 'iterations' | 'deviceKey'>
): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', toUtf8(pin), 'PBKDF2', false, ['deriveBits']);
  const [ofPin, ofDevice] = await Promise.all([
    crypto.subtle.deriveBits({ name: 'PBKDF2', hash: HASH, salt, iterations }, typed, PIN_BITS),
    crypto.subtle.sign('HMAC', deviceKey, salt)
  ]);
  const both = new Uint8Array([...new Uint8Array(ofPin), ...new Uint8Array(ofDevice)]);
  return crypto.subtle.importKey('raw', both, 'HKDF', false, ['deriveKey']);
}

export function makeDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: HASH }, false, ['sign']);
}

/** Extractable until it is wrapped; opened again it is not. */
export function makeDataKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey(AES_KEY, true, ['encrypt', 'decrypt']);
}

type Wrapping = { readonly secret: CryptoKey; readonly venueCode: string };

async function wrapKey(
  { kid, key, scope }: Pick<KeyRow, 'kid' | 'scope'> & { readonly key: CryptoKey },
  { secret, venueCode }: Wrapping
): Promise<KeyRow> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const wrapping = await wrappingKey(secret, venueCode, scope);
  const wrapped = await crypto.subtle.wrapKey('raw', key, wrapping, { name: 'AES-GCM', iv });
  return { kid, scope, iv, wrapped: new Uint8Array(wrapped) };
}

/** `undefined` when PIN, device or venue are others than it was wrapped with. */
export async function unwrapKey(
  { scope, iv, wrapped }: KeyRow,
  { secret, venueCode }: Wrapping
): Promise<CryptoKey | undefined> {
  const wrapping = await wrappingKey(secret, venueCode, scope);
  try {
    return await crypto.subtle.unwrapKey(
      ...(['raw', wrapped, wrapping, { name: 'AES-GCM', iv }, AES_KEY] as const),
      false,
      ['encrypt', 'decrypt']
    );
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'OperationError') return undefined;
    throw failure;
  }
}

/** Wraps a key that was just made; from then on nothing hands its bytes out. */
export async function underLock(
  { kid, key }: DataKey,
  scope: KeyRow['scope'],
  secret: CryptoKey,
  venueCode: string
): Promise<{ readonly key: DataKey; readonly row: KeyRow }> {
  const row = await wrapKey({ kid, key, scope }, { secret, venueCode });
  const closed = await unwrapKey(row, { secret, venueCode });
  if (!closed) throw new Error('a key that was just wrapped does not open');
  return { key: { kid, key: closed }, row };
}

function wrappingKey(secret: CryptoKey, venueCode: string, scope: string): Promise<CryptoKey> {
  const salt: Bytes = toUtf8(venueCode);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: HASH, salt, info: toUtf8(`engawa key ${scope}`) },
    secret,
    AES_KEY,
    false,
    ['wrapKey', 'unwrapKey']
  );
}
