import {
  error,
  redirect,
  type Handle,
  type HandleServerError,
  type RequestEvent,
  type ServerInit
} from '@sveltejs/kit';
import { building } from '$app/environment';
import { access } from '#app/server/access.ts';
import { closeApplication, openApplication, type Application } from '#app/server/application.ts';
import { readCookie } from '#app/server/cookies.ts';
import { startSchedule } from '#app/server/schedule.ts';
import { holdsAny } from '#features/people/domain/role.ts';
import type { Account } from '#features/people/server/accounts.ts';
import { findSignedIn } from '#features/people/server/auth-session.ts';
import { isUnavailable } from '#server/db/failures.ts';
import { readSettings } from '#server/settings.ts';
import { newId } from '#shared/ids.ts';
import type { Language } from '#shared/i18n/language.ts';

let application: Application | undefined;

/** Opens the database of a running server; pages that are made at build have none. */
export const init: ServerInit = () => {
  if (building) return;
  const settings = readSettings(process.env);
  if (!settings.ok) throw new Error(settings.error.sentence);

  const opened = openApplication(settings.value);
  application = opened;
  const stopSchedule = startSchedule(opened);
  process.once('sveltekit:shutdown' as 'disconnect', () => {
    stopSchedule();
    void closeApplication(opened);
  });
};

export const handle: Handle = async ({ event, resolve }) => {
  refuseNul(event);
  event.locals.requestId = newId();
  event.locals.language = languageOf(event);
  if (application) {
    event.locals.app = application;
    event.locals.account = await accountOf(event, application);
  }
  refuseForeignWrites(event);
  refuseUnlessAllowed(event);

  const language = event.locals.language;
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => withoutHydrationMarks(html.replace('%engawa.lang%', language))
  });
  return event.locals.unavailable ? asUnavailable(response) : response;
};

/** What broke goes to the log under the id that the person sees; no text of it reaches the page. */
export const handleError: HandleServerError = ({ error: failure, event, status, message }) => {
  const id = event.locals.requestId;
  if (status === 404) return { message };

  const unavailable = isUnavailable(failure);
  event.locals.unavailable = unavailable;
  application?.log.error(
    { id, route: event.route.id, status, unavailable, error: describe(failure) },
    'request failed'
  );
  return { message: unavailable ? 'unavailable' : 'broken', id };
};

/**
 * Svelte marks every branch with a comment so that the browser can take the page over. A page that
 * no framework takes over is a third smaller without them, and slow phones draw it sooner.
 */
function withoutHydrationMarks(html: string): string {
  return html.includes('__sveltekit_') ? html : html.replace(/<!--[[\]!\d-]*-->/g, '');
}

/** Kit answers every unforeseen failure with 500; a database that is away is 503 and worth a retry. */
function asUnavailable(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('retry-after', '5');
  return new Response(response.body, { status: 503, headers });
}

/** No address of ours holds a NUL, and PostgreSQL refuses one in any text: there is no such page. */
function refuseNul({ url }: RequestEvent): void {
  if (url.href.includes('%00')) error(404, 'not found');
}

function languageOf(event: RequestEvent): Language {
  if (event.params['lang'] === 'en' || /^\/en(\/|$)/.test(event.url.pathname)) return 'en';
  const isStaffPage = /^\/(desk|staff|supporter|supporters\/me|sign-in)(\/|$)/.test(
    event.url.pathname
  );
  return !building && isStaffPage && event.cookies.get('lang') === 'en' ? 'en' : 'ja';
}

async function accountOf(
  event: RequestEvent,
  { db, settings, now }: Application
): Promise<Account | undefined> {
  const token = readCookie(event.cookies, 'auth', settings);
  return token ? findSignedIn(db, token, now()) : undefined;
}

/** Kit checks the origin of forms; this holds JSON to the same rule. */
function refuseForeignWrites({ request, url }: RequestEvent): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (
    (origin !== null && origin !== url.origin) ||
    (site !== null && site !== 'same-origin' && site !== 'none')
  ) {
    error(403, 'forbidden');
  }
}

function refuseUnlessAllowed(event: RequestEvent): void {
  if (event.route.id === null) return;
  const needed = access[event.route.id];
  if (needed === 'public' || needed === 'device') return;
  if (needed === undefined) error(403, 'forbidden');

  const { account } = event.locals;
  if (!account) {
    if (event.request.method === 'GET' && !event.url.pathname.startsWith('/api/')) {
      redirect(303, `/sign-in?next=${encodeURIComponent(event.url.pathname + event.url.search)}`);
    }
    error(401, 'sign in first');
  }
  if (needed !== 'signed-in' && !holdsAny(account.roles, needed)) error(403, 'forbidden');
}

/** Name, code and place of a failure, without values that a query may carry. */
function describe(failure: unknown): Record<string, unknown> {
  if (!(failure instanceof Error)) return { type: typeof failure };
  const { code, errcode } = failure as { code?: unknown; errcode?: unknown };
  return { type: failure.name, code, errcode, stack: failure.stack };
}
