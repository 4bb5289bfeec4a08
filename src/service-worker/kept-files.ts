const CACHE = 'engawa-kept-files';
const HASHED = '/_app/immutable/';

/**
 * Hashed files of the version before, kept while older lesson pages or open tabs may still ask for
 * them. Their names change with their content, so an old one is never wrong.
 */
export async function keepHashedFiles(
  precacheName: string,
  current: readonly string[]
): Promise<void> {
  const [from, to] = await Promise.all([caches.open(precacheName), caches.open(CACHE)]);
  for (const request of await from.keys()) {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(HASHED) || current.includes(pathname)) continue;
    const response = await from.match(request);
    if (response) await to.put(request, response);
  }
}

/** The QR reader's code is too large to give to every learner: a tablet keeps it once it has asked for it. */
function isReaderCode({ url }: Request): boolean {
  return new URL(url).pathname.endsWith('.wasm');
}

export async function answerHashedFile(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;

  const response = await fetch(request);
  if (response.ok && isReaderCode(request)) await cache.put(request, response.clone());
  return response;
}

export function isHashedFile(url: URL): boolean {
  return url.pathname.startsWith(HASHED);
}

export async function forgetKeptFiles(): Promise<void> {
  await caches.delete(CACHE);
}
