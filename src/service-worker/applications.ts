import { putAway, takeOut } from '#shared/client/drawer.ts';
import {
  forgetAt,
  type Entries,
  type KeptApplication
} from '#features/workshops/domain/kept-application.ts';

const PAGES = /^(?<english>\/en)?\/workshops(?:\/(?<code>[^/.]+)(?<form>\/apply)?)?\/?$/;

/**
 * Where a page of signing up goes on without a network: a form at its own workshop, the others at the
 * list. @returns `undefined` for every other address
 */
export function offlineFormOf({ origin, pathname }: URL): string | undefined {
  const { english = '', code = '', form } = PAGES.exec(pathname)?.groups ?? {};
  if (!PAGES.test(pathname)) return undefined;
  return `${origin}${english}/apply${form ? `?code=${code.toUpperCase()}` : ''}`;
}

/**
 * Sends one screen of the form. Without a network, or when the answer is lost, the screen is kept and
 * the form goes on by itself; an application that the server took leaves nothing here.
 */
export async function postApplication(request: Request, url: URL): Promise<Response> {
  const entries = await entriesOf(request.clone());
  const key = entries.find(([name]) => name === 'key')?.[1] ?? '';
  try {
    const response = await fetch(request);
    if (response.type === 'opaqueredirect') await takeOut('unsent', key);
    return response;
  } catch (failure) {
    if (!(failure instanceof TypeError)) throw failure;
  }
  const form = offlineFormOf(url) ?? '';
  const [, code = ''] = form.split('code=');
  const now = Date.now();
  const kept: KeptApplication = {
    ...{ key, code, entries, state: 'typing' },
    language: form.includes('/en/apply') ? 'en' : 'ja',
    keptAt: now,
    forgetAt: forgetAt(undefined, now)
  };
  if (key && (await putAway('unsent', kept))) {
    return Response.redirect(`${form}&key=${encodeURIComponent(key)}`, 303);
  }
  return Response.error();
}

/** The fields of our own form; nothing of what is no form. */
async function entriesOf(request: Request): Promise<Entries> {
  try {
    const form = await request.formData();
    return [...form].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : []
    );
  } catch (failure) {
    if (failure instanceof TypeError) return [];
    throw failure;
  }
}
