import type { Cookies } from '@sveltejs/kit';
import type { Settings } from '#server/settings.ts';

type CookieKind = 'auth' | 'receipt';

const NAMES: Readonly<Record<CookieKind, string>> = { auth: 'engawa', receipt: 'engawa-receipt' };

/** On https the `__Host-` prefix ties a cookie to this host; plain http is this computer only. */
function nameOf(kind: CookieKind, settings: Settings): string {
  return isHttps(settings) ? `__Host-${NAMES[kind]}` : NAMES[kind];
}

export function readCookie(
  cookies: Cookies,
  kind: CookieKind,
  settings: Settings
): string | undefined {
  return cookies.get(nameOf(kind, settings));
}

/** A cookie that ends with the browser's session unless `maxAgeSeconds` is given. */
export function writeCookie(
  cookies: Cookies,
  kind: CookieKind,
  value: string,
  settings: Settings,
  maxAgeSeconds?: number
): void {
  cookies.set(nameOf(kind, settings), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(settings),
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds })
  });
}

export function dropCookie(cookies: Cookies, kind: CookieKind, settings: Settings): void {
  cookies.delete(nameOf(kind, settings), { path: '/', secure: isHttps(settings) });
}

function isHttps(settings: Settings): boolean {
  return settings.origin.startsWith('https:');
}
