import { base, build, files, prerendered, version } from '$service-worker';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { isPackRequest, type PackState } from '#features/lessons/domain/pack.ts';
import { offlineFormOf, postApplication } from './applications.ts';
import { answerHashedFile, forgetKeptFiles, isHashedFile, keepHashedFiles } from './kept-files.ts';
import { LessonPack } from './pack.ts';

/**
 * What the app does without a network.
 *
 * - Installed at once: the first pages, `/offline`, the empty shells of the field, scripts and styles.
 * - Lessons, practice, words, drills, stamps, the つづきの札 and the card to show are a pack per language,
 *   filled when a page asks for it.
 * - An application form that meets no network goes on at `/apply`, which keeps what was typed.
 * - Nothing else is kept: no answer of `/api`, `/desk`, `/receipt` or `/workshops` ever gets here.
 * - A new version waits until a page says SKIP_WAITING, which a person decided.
 */
const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;

const isFirstPage = (path: string) => /^(\/en)?(\/|\/offline|\/apply|\/about(\/.+)?)?$/.test(path);
const shells = prerendered.filter((path) => path.endsWith('/shell'));
const hashed = build.filter((path) => !path.endsWith('.wasm'));
const pack = new LessonPack(version, prerendered);

const precache = new PrecacheController();
precache.addToCacheList([
  ...hashed.map((url) => ({ url, revision: null })),
  ...[...prerendered.filter(isFirstPage), ...shells, ...files].map((url) => ({
    url,
    revision: version
  }))
]);

worker.addEventListener('install', (event) => {
  event.waitUntil(precache.install(event));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(activate(event));
});

worker.addEventListener('message', (event) => {
  const request: unknown = event.data;
  if ((request as { type?: unknown } | null)?.type === 'SKIP_WAITING') void worker.skipWaiting();
  if (!isPackRequest(request)) return;

  const answer = request.type === 'pack.fill' ? fill : look;
  event.waitUntil(answer(request.language));
});

registerRoute(
  new PrecacheRoute(precache, {
    cleanURLs: false,
    directoryIndex: '',
    // What the page of the form reads itself.
    ignoreURLParametersMatching: [/^(code|key|another)$/]
  })
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && isHashedFile(url),
  ({ request }) => answerHashedFile(request)
);
for (const shell of shells) {
  const area = shell.slice(0, -'/shell'.length);
  registerRoute(
    new NavigationRoute(precache.createHandlerBoundToURL(shell), {
      allowlist: [new RegExp(`^${area}([/?]|$)`)]
    })
  );
}
registerRoute(new NavigationRoute(({ request, url }) => openPage(request, url)));
registerRoute(
  ({ request, url }) => request.mode === 'navigate' && offlineFormOf(url) !== undefined,
  ({ request, url }) => postApplication(request, url),
  'POST'
);

async function activate(event: ExtendableEvent): Promise<void> {
  await keepHashedFiles(precache.strategy.cacheName, hashed);
  await precache.activate(event);
  await worker.clients.claim();
}

/** Lessons from the pack first; every other page from the network, or the page that says there is none. */
async function openPage(request: Request, url: URL): Promise<Response> {
  const path = decodeURI(url.pathname);
  const page = pack.includes(path) ? await pack.answer(path) : await fromNetwork(request);
  if (page) return page;

  const form = offlineFormOf(url);
  if (form) return Response.redirect(form, 302);
  const sorry = path === '/en' || path.startsWith('/en/') ? '/en/offline' : '/offline';
  return (await precache.matchPrecache(base + sorry)) ?? Response.error();
}

async function fromNetwork(request: Request): Promise<Response | undefined> {
  try {
    return await fetch(request);
  } catch (failure) {
    if (failure instanceof TypeError) return undefined;
    throw failure;
  }
}

async function look(language: PackState['language']): Promise<void> {
  await tell(await pack.look(language));
}

async function fill(language: PackState['language']): Promise<void> {
  const state = await pack.fill(language, (soFar) => void tell(soFar));
  await tell(state);
  if (state.missing.length === 0 && (await pack.forgetOlder())) await forgetKeptFiles();
}

async function tell(state: PackState): Promise<void> {
  for (const client of await worker.clients.matchAll()) client.postMessage(state);
}
