import { isHttpError, isRedirect, type Cookies } from '@sveltejs/kit';
import type { Application } from '#app/server/application.ts';
import { city } from '#city/current.ts';
import type { Account } from '#features/people/server/accounts.ts';
import type { Db } from '#server/db/database.ts';
import { createLogger } from '#server/log.ts';
import { readSettings } from '#server/settings.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { Instant } from '#shared/time/instant.ts';

/** An application around a test's own database and clock; `env` as the server would be started with. */
export function applicationFor(
  db: Db,
  now: () => Instant,
  env: Readonly<Record<string, string>> = {}
): Application {
  const settings = readSettings({ LOG_LEVEL: 'silent', ...env });
  if (!settings.ok) throw new Error(settings.error.sentence);
  return { settings: settings.value, city, db, log: createLogger('silent'), now };
}

type Asked = {
  readonly path: string;
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  readonly params?: Readonly<Record<string, string>>;
  readonly account?: Account;
  readonly language?: Language;
  /** What the browser holds; changed as a browser would change it. */
  readonly jar?: Map<string, string>;
};

/**
 * What Kit hands to a `load` or an action for such a request, so that a page can be asked without a
 * browser; `handle` in hooks.server.ts is not passed. Its type fits every route's own event.
 */
export function askedOf(app: Application, asked: Asked): never {
  const url = new URL(asked.path, app.settings.origin);
  const event = {
    url,
    params: asked.params ?? {},
    locals: { app, account: asked.account, language: asked.language ?? 'ja', requestId: 'test' },
    cookies: cookiesOver(asked.jar ?? new Map<string, string>()),
    request: new Request(
      url,
      asked.form ? { method: 'POST', body: formOf(asked.form) } : { method: 'GET' }
    ),
    getClientAddress: () => '127.0.0.1',
    setHeaders: () => undefined,
    parent: () => Promise.resolve({}),
    depends: () => undefined
  };
  return event as never;
}

function formOf(fields: NonNullable<Asked['form']>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form;
}

function cookiesOver(jar: Map<string, string>): Pick<Cookies, 'get' | 'set' | 'delete'> {
  return {
    get: (name) => jar.get(name),
    set: (name, value) => void jar.set(name, value),
    delete: (name) => void jar.delete(name)
  };
}

export type Answer =
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'error'; readonly status: number }
  | { readonly kind: 'value'; readonly value: unknown };

/** What a `load` or an action answered; what Kit throws for redirects and errors is an answer too. */
export async function answerOf(work: () => unknown): Promise<Answer> {
  try {
    return { kind: 'value', value: await work() };
  } catch (thrown) {
    if (isRedirect(thrown)) return { kind: 'redirect', to: thrown.location };
    if (isHttpError(thrown)) return { kind: 'error', status: thrown.status };
    throw thrown;
  }
}
