import {
  type Bundle,
  bundleAddress,
  bundlesOf,
  packOf,
  packStateOf,
  pagesOf,
  type Pack,
  type PackState
} from '#features/lessons/domain/pack.ts';
import { languages, type Language } from '#shared/i18n/language.ts';

const PREFIX = 'engawa-pack-';
const FETCHES_AT_ONCE = 2;
const STATE_EVERY_BUNDLES = 2;

/**
 * The lesson pages of one version, each lesson fetched once and kept until the next version is whole. What is
 * missing is looked up every time, so filling may stop anywhere and go on later.
 */
export class LessonPack {
  readonly #cacheName: string;
  readonly #packs: ReadonlyMap<Language, Pack>;
  readonly #known: ReadonlySet<string>;
  readonly #running = new Map<Language, Promise<PackState>>();

  constructor(version: string, prerendered: readonly string[]) {
    this.#cacheName = PREFIX + version;
    this.#packs = new Map(languages.map((language) => [language, packOf(prerendered, language)]));
    this.#known = new Set([...this.#packs.values()].flatMap(pagesOf));
  }

  includes(path: string): boolean {
    return this.#known.has(path);
  }

  /** A page of this version, wherever it is: kept, else from the network (and kept), else an older one. */
  async answer(path: string): Promise<Response | undefined> {
    const cache = await caches.open(this.#cacheName);
    const kept = await cache.match(path);
    if (kept) return kept;

    const page = await fetchPage(path);
    if (page !== undefined) {
      await keep(cache, path, page.clone());
      return page;
    }
    return caches.match(path);
  }

  async look(language: Language): Promise<PackState> {
    const cache = await caches.open(this.#cacheName);
    return this.#stateOf(language, await pathsIn(cache));
  }

  /** Fetches what is missing; `tell` hears how far it is. A second call joins the first. */
  fill(language: Language, tell: (state: PackState) => void): Promise<PackState> {
    const running =
      this.#running.get(language) ??
      this.#fill(language, tell).finally(() => this.#running.delete(language));
    this.#running.set(language, running);
    return running;
  }

  async #fill(language: Language, tell: (state: PackState) => void): Promise<PackState> {
    const cache = await caches.open(this.#cacheName);
    const here = await pathsIn(cache);
    const missing = bundlesOf(this.#packOf(language)).filter(
      ({ pages }) => !pages.every((path) => here.has(path))
    );

    let trouble: PackState['trouble'];
    let sinceTold = 0;
    const fetchNext = async (): Promise<void> => {
      for (let bundle = missing.shift(); bundle && !trouble; bundle = missing.shift()) {
        const pages = await fetchBundle(language, bundle);
        if (pages === undefined) trouble = 'no-network';
        else if (!(await keepAll(cache, pages, here))) trouble = 'no-space';
        if (++sinceTold % STATE_EVERY_BUNDLES === 0) tell(this.#stateOf(language, here));
      }
    };
    await Promise.all(Array.from({ length: FETCHES_AT_ONCE }, fetchNext));

    const state = this.#stateOf(language, here);
    if (trouble) return { ...state, trouble };
    return state;
  }

  /** Older versions go once this one is whole in every language that an older one held. */
  async forgetOlder(): Promise<boolean> {
    const older = (await caches.keys()).filter(
      (name) => name.startsWith(PREFIX) && name !== this.#cacheName
    );
    const here = await pathsIn(await caches.open(this.#cacheName));
    for (const name of older) {
      const needed = await pathsIn(await caches.open(name));
      for (const path of needed) if (this.#known.has(path) && !here.has(path)) return false;
    }
    await Promise.all(older.map((name) => caches.delete(name)));
    return true;
  }

  #stateOf(language: Language, here: ReadonlySet<string>): PackState {
    return packStateOf(this.#packOf(language), language, (path) => here.has(path));
  }

  #packOf(language: Language): Pack {
    return this.#packs.get(language) ?? { common: [], lessons: new Map() };
  }
}

/** `no-cache`: an unchanged page costs a short answer (304), never an outdated one. */
async function fetchPage(path: string): Promise<Response | undefined> {
  try {
    const response = await fetch(path, { cache: 'no-cache' });
    return response.ok && !response.redirected ? response : undefined;
  } catch (failure) {
    if (failure instanceof TypeError) return undefined;
    throw failure;
  }
}

/**
 * The pages of a bundle as the server would answer them one by one; `undefined` without a network, or
 * when the server has another version, whose bundle may hold other pages.
 */
async function fetchBundle(
  language: Language,
  { name, pages }: Bundle
): Promise<ReadonlyMap<string, Response> | undefined> {
  const answer = await fetchPage(bundleAddress(language, name));
  const texts = await answer?.json().then(
    (json: unknown) => json as Readonly<Record<string, string>>,
    () => undefined
  );
  if (!answer || !texts || !pages.every((path) => typeof texts[path] === 'string'))
    return undefined;

  const headers = new Headers(answer.headers);
  for (const name of ['content-length', 'content-encoding', 'etag']) headers.delete(name);
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Map(pages.map((path) => [path, new Response(texts[path], { headers })]));
}

/** @returns false when the device has no space left. */
async function keepAll(
  cache: Cache,
  pages: ReadonlyMap<string, Response>,
  here: Set<string>
): Promise<boolean> {
  for (const [path, page] of pages) {
    if (!(await keep(cache, path, page))) return false;
    here.add(path);
  }
  return true;
}

/** @returns false when the device has no space left. */
async function keep(cache: Cache, path: string, page: Response): Promise<boolean> {
  try {
    await cache.put(path, page);
    return true;
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'QuotaExceededError') return false;
    throw failure;
  }
}

async function pathsIn(cache: Cache): Promise<Set<string>> {
  return new Set((await cache.keys()).map(({ url }) => decodeURI(new URL(url).pathname)));
}
