import {
  AES_KEY,
  fromBase64Url,
  fromUtf8,
  openBytes,
  sealBytes,
  toBase64Url,
  toUtf8,
  type Bytes
} from '#shared/crypto/sealing.ts';
import type { HandoverFile } from '../domain/handover.ts';

const ITERATIONS = 600_000;
const SALT_BYTES = 16;
const ABOUT = 'engawa handover';

type SealedText = Pick<HandoverFile, 'salt' | 'iv' | 'sealed'>;

/** Seals a text with AES-GCM under a key that only these digits open. */
export async function sealWithDigits(text: string, digits: string): Promise<SealedText> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const { iv, data } = await sealBytes(await keyOf(digits, salt), toUtf8(text), ABOUT);
  return { salt: toBase64Url(salt), iv: toBase64Url(iv), sealed: toBase64Url(data) };
}

/** @returns `undefined` when the digits are wrong or a byte of it was changed. */
export async function openWithDigits(
  file: SealedText,
  digits: string
): Promise<string | undefined> {
  const key = await keyOf(digits, fromBase64Url(file.salt));
  const sealed = { iv: fromBase64Url(file.iv), data: fromBase64Url(file.sealed) };
  const opened = await openBytes(key, sealed, ABOUT).catch((failure: unknown) => {
    if (failure instanceof DOMException && failure.name === 'OperationError') return undefined;
    throw failure;
  });
  return opened && fromUtf8(opened);
}

/** Proves that the holder of this credential wrote the text, without giving the credential away. */
export async function prove(text: string, secret: string): Promise<string> {
  const hash = hex(await crypto.subtle.digest('SHA-256', toUtf8(secret)));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', toUtf8(hash), algorithm, false, ['sign']);
  return hex(await crypto.subtle.sign('HMAC', key, toUtf8(text)));
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

async function keyOf(digits: string, salt: Bytes): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', toUtf8(digits), 'PBKDF2', false, [
    'deriveKey'
  ]);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS },
    typed,
    AES_KEY,
    false,
    ['encrypt', 'decrypt']
  );
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
