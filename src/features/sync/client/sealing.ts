import type { HandoverFile } from '../domain/handover.ts';

const ITERATIONS = 600_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;

type Sealed = Pick<HandoverFile, 'salt' | 'iv' | 'sealed'>;

/** Seals a text with AES-GCM under a key that only these digits open. */
export async function seal(text: string, digits: string): Promise<Sealed> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await keyOf(digits, salt);
  const clear = new TextEncoder().encode(text);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, clear);
  return { salt: base64(salt), iv: base64(iv), sealed: base64(new Uint8Array(sealed)) };
}

/** @returns `undefined` when the digits are wrong or a byte of it was changed. */
export async function unseal(file: Sealed, digits: string): Promise<string | undefined> {
  const key = await keyOf(digits, bytes(file.salt));
  const opened = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv: bytes(file.iv) }, key, bytes(file.sealed))
    .catch((failure: unknown) => {
      if (failure instanceof DOMException && failure.name === 'OperationError') return undefined;
      throw failure;
    });
  return opened && new TextDecoder().decode(opened);
}

/** Proves that the holder of this credential wrote the text, without giving the credential away. */
export async function prove(text: string, secret: string): Promise<string> {
  const encoder = new TextEncoder();
  const hash = hex(await crypto.subtle.digest('SHA-256', encoder.encode(secret)));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(hash), algorithm, false, [
    'sign'
  ]);
  return hex(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
}

/** Even digits: 250 of a byte's 256 values are ten times 25. */
export function randomDigits(count: number): string {
  let digits = '';
  while (digits.length < count) {
    for (const byte of crypto.getRandomValues(new Uint8Array(count)))
      if (byte < 250 && digits.length < count) digits += String(byte % 10);
  }
  return digits;
}

async function keyOf(digits: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(digits),
    'PBKDF2',
    false,
    ['deriveKey']
  );
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt']
  );
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function base64(data: Uint8Array): string {
  return btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(''));
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
