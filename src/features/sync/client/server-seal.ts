import {
  AGREEMENT,
  agreeOnKey,
  fromBase64Url,
  importPublicKey,
  sealBytes,
  toBase64Url,
  toUtf8
} from '#shared/crypto/sealing.ts';
import type { ServerKey } from '../domain/exchange.ts';
import type { OperationContent, ServerSeal } from '../domain/sealed-operation.ts';

/** Seals contents that nobody but the server opens, this device included. */
export type ServerSealer = (content: OperationContent, about: string) => Promise<ServerSeal>;

/** One agreed key for as long as the device is open; made anew, with another pair, after each lock. */
export async function sealerTo({ kid, publicKey }: ServerKey): Promise<ServerSealer> {
  const oneTime = await crypto.subtle.generateKey(AGREEMENT, false, ['deriveBits']);
  const rawEpk = new Uint8Array(await crypto.subtle.exportKey('raw', oneTime.publicKey));
  const server = await importPublicKey(fromBase64Url(publicKey));
  const key = await agreeOnKey(oneTime.privateKey, server, rawEpk, 'encrypt');
  const epk = toBase64Url(rawEpk);

  return async (content, about) => {
    const { iv, data } = await sealBytes(key, toUtf8(JSON.stringify(content)), about);
    return { kid, epk, iv: toBase64Url(iv), data: toBase64Url(data) };
  };
}
