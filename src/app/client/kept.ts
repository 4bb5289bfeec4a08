import { seal, unseal } from '#features/sync/client/sealed.ts';
import { DEVICE_KEY } from '#features/sync/client/stores.ts';
import type { FieldDb } from './field-db.ts';

/** An answer of the server kept for when there is no network, shown with its time. */
export type KeptAnswer = { readonly body: unknown; readonly keptAt: number };

/** Keeps an answer on this device, sealed. */
export async function keepAnswer(db: FieldDb, key: string, body: unknown): Promise<void> {
  const sealed = await seal(await db.vault.keyFor(DEVICE_KEY), body, key);
  await db.kept.put({ key, sealed, keptAt: Date.now() });
}

/** `undefined` when nothing was kept, or nothing that opens now. */
export async function keptAnswer(db: FieldDb, key: string): Promise<KeptAnswer | undefined> {
  const row = await db.kept.get(key);
  const dataKey = row && db.vault.keyOf(row.sealed.kid);
  if (!row || !dataKey) return undefined;
  return { body: await unseal(dataKey, row.sealed, key), keptAt: row.keptAt };
}
