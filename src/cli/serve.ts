import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Settings } from '#server/settings.ts';

const LONGEST_SHUTDOWN_MS = 20_000;
const LARGEST_BODY = '1M';
const FORWARDED_PROTOCOL = 'x-forwarded-proto';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Serves the build. Headers are set here because pages that are made at build never pass the hooks;
 * Kit adds its own Content-Security-Policy to pages made per request, and `<meta>` to the others.
 */
export async function serve(settings: Settings): Promise<Server> {
  tellKit(settings);
  const { handler } = (await import(pathToFileURL(join('build', 'handler.js')).href)) as {
    handler: Handler;
  };
  const headers = headersFor(settings);

  const server = createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (!isOurHost(request, settings)) {
      refuse(response, 421, 'This server does not answer to that name.');
      return;
    }
    if (!settings.trustProxy) request.headers[FORWARDED_PROTOCOL] = 'http';
    handler(request, response, () => refuse(response, 404, 'Not found.'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  stopWhenAsked(server);
  return server;
}

/** Kit's adapter reads its own settings (KIT_…) when the build is loaded. */
function tellKit({ origin, trustProxy }: Settings): void {
  const env = process.env;
  env['KIT_BODY_SIZE_LIMIT'] = LARGEST_BODY;
  if (origin.startsWith('https:')) env['KIT_ORIGIN'] = origin;
  else env['KIT_PROTOCOL_HEADER'] = FORWARDED_PROTOCOL;
  if (trustProxy) env['KIT_ADDRESS_HEADER'] = 'x-forwarded-for';
}

function headersFor({ origin }: Settings): [string, string][] {
  const headers: [string, string][] = [
    ['Content-Security-Policy', "frame-ancestors 'none'"],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()']
  ];
  if (origin.startsWith('https:')) headers.push(['Strict-Transport-Security', 'max-age=31536000']);
  return headers;
}

/** A page elsewhere must not reach this computer's server under a name of its own. */
function isOurHost({ headers }: IncomingMessage, { origin, port }: Settings): boolean {
  if (origin.startsWith('https:')) return true;
  const known = [new URL(origin).host, `localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`];
  return known.includes(headers.host ?? '');
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}

/**
 * Finishes the requests that run, then closes the database (hooks listen to Kit's own event). A
 * connection ends with the request on it: kept alive, it would bring the next one for ever.
 */
function stopWhenAsked(server: Server): void {
  let stopping = false;
  server.prependListener('request', (_, response) => {
    response.shouldKeepAlive &&= !stopping;
    response.once('close', () => {
      if (stopping) setImmediate(() => server.closeIdleConnections());
    });
  });
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.close(() => {
      process.emit('sveltekit:shutdown' as 'disconnect');
      setImmediate(() => process.exit(0));
    });
    server.closeIdleConnections();
    setTimeout(() => process.exit(1), LONGEST_SHUTDOWN_MS).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
