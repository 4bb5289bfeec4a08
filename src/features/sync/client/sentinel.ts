import * as v from 'valibot';
import { forget, keep, readKept } from '#shared/client/kept.ts';

/**
 * A note outside of IndexedDB about what stands in it: a browser opens a broken database silently
 * empty, and only somebody who remembers can tell. It holds numbers alone, nothing about people.
 */
const Note = v.strictObject({ deviceId: v.string(), seq: v.number() });
export type Note = v.InferOutput<typeof Note>;

const KEY = 'engawa.device';

export function readNote(): Note | undefined {
  if (typeof localStorage === 'undefined') return undefined;
  const kept = readKept(KEY);
  if (kept === null) return undefined;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Note), kept);
  return parsed.success ? parsed.output : undefined;
}

/** Notes the last number written; call it after the write is durable. A lower one changes nothing. */
export function noteSeq(deviceId: string, seq: number): void {
  if (typeof localStorage === 'undefined') return;
  const known = readNote();
  if (known?.deviceId === deviceId && known.seq >= seq) return;
  keep(KEY, JSON.stringify({ deviceId, seq }));
}

export function forgetNote(): void {
  if (typeof localStorage !== 'undefined') forget(KEY);
}
