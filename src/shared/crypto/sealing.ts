/** AES-GCM and key agreement as browser and server both have them (WebCrypto); no key is kept here. */

export type Bytes = Uint8Array<ArrayBuffer>;

/** What AES-GCM made of something; `data` ends with the tag that tells a change or a wrong key. */
export type SealedBytes = { readonly iv: Bytes; readonly data: Bytes };

export const AES_KEY = { name: 'AES-GCM', length: 256 } as const;
export const AGREEMENT = { name: 'ECDH', namedCurve: 'P-256' } as const;
const IV_BYTES = 12;

/** Seals under `key`; it opens only when the same `about` is said again. */
export async function sealBytes(key: CryptoKey, plain: Bytes, about: string): Promise<SealedBytes> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: toUtf8(about) },
    key,
    plain
  );
  return { iv, data: new Uint8Array(data) };
}

/** Rejects with an `OperationError` for a wrong key, another `about` or changed bytes. */
export async function openBytes(
  key: CryptoKey,
  { iv, data }: SealedBytes,
  about: string
): Promise<Bytes> {
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv, additionalData: toUtf8(about) },
    key,
    data
  );
  return new Uint8Array(plain);
}

/** The key that both sides of a meeting of two key pairs come to, bound to the one-time public key. */
export async function agreeOnKey(
  ownPrivate: CryptoKey,
  otherPublic: CryptoKey,
  oneTimePublic: Bytes,
  use: 'encrypt' | 'decrypt'
): Promise<CryptoKey> {
  const agreed = await crypto.subtle.deriveBits(
    { name: 'ECDH', public: otherPublic },
    ownPrivate,
    256
  );
  const material = await crypto.subtle.importKey('raw', agreed, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: oneTimePublic, info: toUtf8('engawa operation') },
    material,
    AES_KEY,
    false,
    [use]
  );
}

export function importPublicKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, AGREEMENT, false, []);
}

export function toUtf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

export function fromUtf8(bytes: Bytes): string {
  return new TextDecoder().decode(bytes);
}

export function toBase64Url(bytes: Bytes): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Throws for what is no base64url. */
export function fromBase64Url(text: string): Bytes {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
