import {
  fromUtf8,
  openBytes,
  sealBytes,
  toUtf8,
  type SealedBytes
} from '#shared/crypto/sealing.ts';

/** A key that rows on this device are sealed with; `kid` tells which of them it was. */
export type DataKey = { readonly kid: string; readonly key: CryptoKey };

/** A value as it lies on this device. */
export type Sealed = SealedBytes & { readonly kid: string };

export async function seal({ kid, key }: DataKey, value: unknown, about: string): Promise<Sealed> {
  return { kid, ...(await sealBytes(key, toUtf8(JSON.stringify(value)), about)) };
}

export async function unseal(key: CryptoKey, sealed: Sealed, about: string): Promise<unknown> {
  return JSON.parse(fromUtf8(await openBytes(key, sealed, about))) as unknown;
}
