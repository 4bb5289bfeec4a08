import { DRAWER, namesOfDatabases } from './drawer.ts';
import { forget, forgetAllBut, keep, readKept } from './kept.ts';
import { LOAN_KEY } from './loan-mark.ts';

/** When a person's things went last; pages that are open elsewhere see it change. */
export const FORGOTTEN_KEY = 'engawa.forgottenAt';
/** The server was not reached yet: its cookies on this device are still to go. */
const COOKIES_LEFT_KEY = 'engawa.cookiesLeft';

/** Public pages and files of the app, the same for everybody: the next person reads offline as well. */
const PUBLIC_CACHES = /^(workbox-precache|engawa-pack-|engawa-kept-files)/;
const PATIENCE_MS = 4000;

/**
 * Removes what a person left on this device; the mark of a loan device and the lessons stay. The next
 * page asks the server for the cookies (`forgetCookiesLeft`), so that nobody waits for a network here.
 */
export async function forgetPerson(): Promise<void> {
  forgetAllBut([LOAN_KEY]);
  keep(FORGOTTEN_KEY, String(Date.now()));
  keep(COOKIES_LEFT_KEY, 'yes');
  await Promise.all([forgetDatabases(), forgetPrivateCaches()]);
}

/** Cookies that no script sees go by the server. Without a network they wait for the next time. */
export async function forgetCookiesLeft(): Promise<void> {
  if (readKept(COOKIES_LEFT_KEY) === null) return;
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch('/api/public/forget', { method: 'POST', signal });
    if (answer.status === 204) forget(COOKIES_LEFT_KEY);
  } catch (failure) {
    if (!(failure instanceof TypeError || failure instanceof DOMException)) throw failure;
  }
}

async function forgetDatabases(): Promise<void> {
  const names = new Set([DRAWER, ...((await namesOfDatabases()) ?? [])]);
  for (const name of names) await deleteDatabase(name);
}

/** Records of a reception or a supporter, which must not be lost; public pages keep only a drawer. */
export async function holdsRecords(): Promise<boolean> {
  return (await namesOfDatabases())?.some((name) => name !== DRAWER) ?? false;
}

/** A page that is still open elsewhere delays it; the browser goes on once that page is gone. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onblocked = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(`could not delete ${name}`));
  });
}

async function forgetPrivateCaches(): Promise<void> {
  if (!('caches' in window)) return;
  const others = (await caches.keys()).filter((name) => !PUBLIC_CACHES.test(name));
  await Promise.all(others.map((name) => caches.delete(name)));
}
