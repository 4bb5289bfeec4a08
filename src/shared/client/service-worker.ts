import { Workbox } from 'workbox-window';
import { err, ok, type Result } from '../result.ts';
import { offerUpdate } from './update-prompt.ts';

/** A tablet at a reception stays open for days: it looks for a new version by itself. */
const LOOK_FOR_UPDATE_MS = 60 * 60 * 1000;

export type ServiceWorkerFailure =
  { readonly type: 'not-available' } | { readonly type: 'refused'; readonly cause: unknown };

/**
 * Registers the service worker once the page is loaded, so that it never competes with it.
 *
 * - A waiting version is offered by the page's update prompt, and only while `mayAsk` agrees.
 * - Error `not-available`: plain http, an old browser, a browser inside another app, or development.
 * - Error `refused`: the browser does not allow it just now (blocked storage, no network at first).
 */
export async function registerServiceWorker(
  mayAsk: () => boolean = noFormIsTouched()
): Promise<Result<Workbox, ServiceWorkerFailure>> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return err({ type: 'not-available' });

  await pageIsLoaded();
  const workbox = new Workbox('/service-worker.js');
  workbox.addEventListener('waiting', () => offerUpdate(workbox, mayAsk));
  try {
    await workbox.register({ immediate: true });
  } catch (cause) {
    return err({ type: 'refused', cause });
  }
  keepLookingForUpdates(workbox);
  return ok(workbox);
}

/** Says no from the first letter typed into a form on, for as long as that form stands on the page. */
function noFormIsTouched(): () => boolean {
  const touched = new Set<HTMLFormElement>();
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof Element ? target.closest('form') : null;
    if (form) touched.add(form);
  });
  return () =>
    document.querySelector('dialog[open]') === null &&
    ![...touched].some(({ isConnected }) => isConnected);
}

function pageIsLoaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    window.addEventListener('load', () => resolve(), { once: true });
  });
}

function keepLookingForUpdates(workbox: Workbox): void {
  const look = () => {
    if (navigator.onLine) workbox.update().catch(stayWithThisVersion);
  };
  setInterval(look, LOOK_FOR_UPDATE_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look();
  });
}

/** The server cannot be reached: the version at hand goes on, and the next look may find it. */
function stayWithThisVersion(failure: unknown): void {
  if (!(failure instanceof TypeError || failure instanceof DOMException)) throw failure;
}
