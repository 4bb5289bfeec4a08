import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Db } from '#server/db/database.ts';
import {
  AGREEMENT,
  agreeOnKey,
  fromBase64Url,
  fromUtf8,
  importPublicKey,
  openBytes,
  toBase64Url,
  type Bytes
} from '#shared/crypto/sealing.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { ServerKey } from '../domain/exchange.ts';
import { OperationContent, sealedAbout, type SealedOperation } from '../domain/sealed-operation.ts';
import './tables.ts';

/** What devices seal their operations to; made when the first one asks. */
export async function serverKeyOf(db: Db, now: Instant): Promise<ServerKey> {
  const known = await findServerKey(db);
  if (known) return known;

  const pair = await crypto.subtle.generateKey(AGREEMENT, true, ['deriveBits']);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  await db
    .insertInto('server_key')
    .values({
      kid: createHash('sha256').update(publicKey).digest('base64url'),
      only: 1,
      public_key: toBase64Url(publicKey),
      private_key: toBase64Url(privateKey),
      made_at: now
    })
    .onConflict((conflict) => conflict.column('only').doNothing())
    .execute();
  const made = await findServerKey(db);
  if (!made) throw new Error('no server key after it was made');
  return made;
}

async function findServerKey(db: Db): Promise<ServerKey | undefined> {
  const row = await db.selectFrom('server_key').select(['kid', 'public_key']).executeTakeFirst();
  return row && { kid: row.kid, publicKey: row.public_key };
}

/** What opened of sealed operations; one that was not sealed to this server, or is no operation, is missing. */
export type OpenedSeals = ReadonlyMap<SealedOperation, OperationContent>;

/** Opens all at once, with one key agreement for each one-time key, which a device uses until it is locked. */
export async function openSeals(
  db: Db,
  operations: readonly SealedOperation[]
): Promise<OpenedSeals> {
  const own = operations.length > 0 ? await readPrivateKey(db) : undefined;
  if (!own) return new Map();

  const agreed = new Map<string, Promise<CryptoKey>>();
  const open = async (operation: SealedOperation): Promise<OperationContent | undefined> => {
    const { kid, epk, iv, data } = operation.sealed;
    if (own.kid !== kid) return undefined;
    try {
      const key = agreed.get(epk) ?? agreeWith(own.key, fromBase64Url(epk));
      agreed.set(epk, key);
      const sealed = { iv: fromBase64Url(iv), data: fromBase64Url(data) };
      const plain = await openBytes(await key, sealed, sealedAbout(operation));
      const content = v.safeParse(OperationContent, JSON.parse(fromUtf8(plain)));
      return content.success ? content.output : undefined;
    } catch (failure) {
      if (failure instanceof DOMException || failure instanceof SyntaxError) return undefined;
      throw failure;
    }
  };
  const contents = await Promise.all(operations.map(open));
  return new Map(
    operations.flatMap((operation, index) => {
      const content = contents[index];
      return content ? [[operation, content]] : [];
    })
  );
}

async function agreeWith(privateKey: CryptoKey, epk: Bytes): Promise<CryptoKey> {
  return agreeOnKey(privateKey, await importPublicKey(epk), epk, 'decrypt');
}

async function readPrivateKey(db: Db): Promise<{ kid: string; key: CryptoKey } | undefined> {
  const row = await db.selectFrom('server_key').select(['kid', 'private_key']).executeTakeFirst();
  if (!row) return undefined;
  const key = await crypto.subtle.importKey(
    ...(['pkcs8', fromBase64Url(row.private_key), AGREEMENT, false] as const),
    ['deriveBits']
  );
  return { kid: row.kid, key };
}
