import { lookAtAll, lookFor, putAway, takeOut } from '#shared/client/drawer.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { KeptApplication, KnownWorkshops } from '../domain/kept-application.ts';

/** Pages that are open elsewhere hear that an application was taken, changed or given up. */
export type Told = { readonly key: string; readonly became: 'taken' | 'changed' | 'given-up' };

const CHANNEL = 'engawa-kept-applications';
const PATIENCE_MS = 8_000;

/** The newest first; what is past its time is removed by the looking. */
export async function keptApplications(now: Instant): Promise<readonly KeptApplication[]> {
  const all = await lookAtAll<KeptApplication>('unsent');
  for (const { key, forgetAt } of all) if (forgetAt <= now) await takeOut('unsent', key);
  return all
    .filter(({ forgetAt }) => forgetAt > now)
    .sort((one, other) => other.keptAt - one.keptAt);
}

/**
 * Keeps an application, in the place of what it was before where its key is a new one.
 * @returns false where this browser keeps nothing.
 */
export async function keepApplication(
  kept: KeptApplication,
  keyBefore = kept.key
): Promise<boolean> {
  const isKept = await putAway('unsent', kept);
  if (isKept && keyBefore !== kept.key) await takeOut('unsent', keyBefore);
  tell({ key: kept.key, became: 'changed' });
  return isKept;
}

export async function forgetApplication(key: string, became: 'taken' | 'given-up'): Promise<void> {
  await takeOut('unsent', key);
  tell({ key, became });
}

/** @returns how to stop listening. */
export function listen(hear: (told: Told) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => hear(data as Told);
  return () => channel.close();
}

function tell(told: Told): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(told);
  channel.close();
}

/** The classes as this device saw them last. */
export function knownWorkshops(): Promise<KnownWorkshops | undefined> {
  return lookFor<KnownWorkshops>('known', 'workshops');
}

/** Asks for the classes and keeps them. @returns nothing without a network. */
export async function fetchWorkshops(): Promise<KnownWorkshops | undefined> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch('/api/public/workshops.json', { signal });
    if (!response.ok) return undefined;
    const known = (await response.json()) as KnownWorkshops;
    await putAway('known', known);
    return known;
  } catch (failure) {
    if (isNoNetwork(failure)) return undefined;
    throw failure;
  }
}

/** Not reached, not in time, or an answer that is not ours (a Wi-Fi's sign-in page). */
export function isNoNetwork(failure: unknown): boolean {
  return (
    failure instanceof TypeError ||
    failure instanceof DOMException ||
    failure instanceof SyntaxError
  );
}
