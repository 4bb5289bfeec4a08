import { readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { openDatabase, type Db } from '#server/db/database.ts';
import { expect, test } from '#tests/support/journey.ts';
import { startPostgres } from '#tests/support/postgres.ts';
import { startServer } from '#tests/support/server.ts';
import { plantTablets, pushRequest, writeWalkIn, type LoadTablet } from './tablets.ts';

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin'
};
const prerendered = readdirSync('build/prerendered', { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.html')
);
const asset = readdirSync('build/client/_app/immutable/chunks').find((file) =>
  file.endsWith('.js')
);

test('every kind of answer carries the headers that protect the reader', async ({ town }) => {
  const asked: readonly [string, number, RequestInit?][] = [
    ['/', 200],
    ['/lessons/2-7/3', 200],
    ['/en/words', 200],
    [`/_app/immutable/chunks/${asset}`, 200],
    ['/icon.svg', 200],
    ['/manifest.webmanifest', 200],
    ['/service-worker.js', 200],
    ['/workshops', 200],
    ['/sign-in', 200],
    ['/staff', 200],
    ['/healthz', 200],
    ['/readyz', 200],
    ['/api/public/next.json', 200],
    ['/api/sync/pull', 401],
    ['/api/staff/sessions', 401],
    ['/desk', 303, { redirect: 'manual' }],
    ['/nowhere', 404],
    ['/workshops/nowhere', 404],
    ['/workshops', 405, { method: 'DELETE', headers: { origin: town.origin } }],
    ['/api/sync/push', 405],
    ['/api/sync/keys', 405],
    ['/sign-in', 403, { method: 'POST', headers: { origin: 'https://elsewhere.example' } }]
  ];
  for (const [path, status, init] of asked) {
    const answer = await fetch(town.origin + path, init);
    await answer.arrayBuffer();
    expect({ path, status: answer.status }).toEqual({ path, status });
    expect(Object.fromEntries(answer.headers), path).toMatchObject(HEADERS);
    expect(answer.headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('permissions-policy'), path).toContain('geolocation=()');
    expect(answer.headers.get('access-control-allow-origin'), path).toBeNull();
    expect(answer.headers.get('x-powered-by'), path).toBeNull();
  }
});

test('the content policy of every page allows no inline script, and no page carries one', async ({
  town
}) => {
  const pages = await Promise.all(
    ['/workshops', '/sign-in', '/receipt', '/help', '/nowhere'].map(async (path) => {
      const answer = await fetch(town.origin + path);
      return [
        path,
        answer.headers.get('content-security-policy') ?? '',
        await answer.text()
      ] as const;
    })
  );
  for (const file of prerendered) {
    const html = readFileSync(join('build/prerendered', file), 'utf8');
    const [, policy = ''] =
      /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html) ?? [];
    pages.push([file, policy, html]);
  }
  for (const [name, policy, html] of pages) {
    expect(policy, name).toMatch(/default-src 'none'/);
    expect(policy, name).toMatch(/script-src 'self'/);
    expect(policy, name).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
    expect(html, name).not.toMatch(/<[^>]+\son[a-z]+\s*=|javascript:/i);
    expect(html, name).not.toMatch(/(src|href|action)="(https?:)?\/\//i);
  }
});

test('no page asks another host for anything, nor breaks its own policy', async ({
  lookOnly,
  browser
}) => {
  const { others, troubles } = await visit(browser, lookOnly.origin, [
    '/',
    '/en',
    '/lessons',
    '/lessons/2-7/3',
    '/practice/2-7',
    '/words',
    '/about',
    '/workshops',
    '/help',
    '/receipt',
    '/sign-in',
    '/staff'
  ]);
  expect(others).toEqual([]);
  expect(troubles).toEqual([]);
});

async function visit(browser: Browser, origin: string, paths: readonly string[]) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const others: string[] = [];
  const troubles: string[] = [];
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin)
      others.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) troubles.push(message.text());
  });
  for (const path of paths) await page.goto(origin + path, { waitUntil: 'networkidle' });
  await context.close();
  return { others, troubles };
}

test('a name that is not ours is answered 421, whatever is asked', async ({ town }) => {
  const port = new URL(town.origin).port;
  for (const host of ['evil.example', `evil.example:${port}`, `localhost:1`, '']) {
    for (const path of ['/', '/api/sync/push', '/icon.svg']) {
      expect(await statusWithHost(Number(port), path, host), `${host} ${path}`).toBe(
        host === '' ? 400 : 421
      );
    }
  }
});

/** `fetch` sets Host itself; this does not. */
function statusWithHost(port: number, path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = host === '' ? {} : { host };
    httpRequest({ port, path, headers, setHost: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

test.describe('what no app of ours would send is refused with 4xx', () => {
  test('on SQLite', async ({ town }) => {
    await sendNonsense(town.origin, town.db);
    expect(town.output()).toBe(town.output().replaceAll('"status":500', ''));
  });

  test('on PostgreSQL', async () => {
    test.setTimeout(120_000);
    const postgres = await startPostgres();
    const url = postgres.url('postgres');
    const server = await startServer({ demo: false, env: { DATABASE_URL: url } });
    const db = openDatabase({ engine: 'postgres', url });
    await sendNonsense(server.origin, db);
    expect(server.output()).toBe(server.output().replaceAll('"status":500', ''));
    await db.destroy();
    await server.remove();
    await postgres.stop();
  });
});

async function sendNonsense(origin: string, db: Db): Promise<void> {
  const [tablet] = await plantTablets(db, 1);
  const wrong: string[] = [];
  for (const [name, path, init, expected] of nonsense(origin, tablet!)) {
    const answer = await fetch(origin + path, { redirect: 'manual', ...init });
    const text = await answer.text();
    if (answer.status !== expected) wrong.push(`${name}: ${answer.status}, not ${expected}`);
    if (text.length < 5) wrong.push(`${name}: says nothing`);
    if (/node_modules|SQLITE_|select .* from |\.[jt]s:\d/.test(text))
      wrong.push(`${name}: tells of inner things`);
  }
  expect(wrong).toEqual([]);
  const stored = await db.selectFrom('operation').select('op_id').execute();
  expect(stored).toEqual([]);
}

type Nonsense = readonly [name: string, path: string, init: RequestInit, status: number];

function nonsense(origin: string, tablet: LoadTablet): Nonsense[] {
  const good = writeWalkIn(tablet);
  const { init } = pushRequest(origin, tablet, [good]);
  const { authorization } = init.headers;
  const pushWith = (name: string, body: string, status = 400, headers = {}): Nonsense => [
    `push: ${name}`,
    '/api/sync/push',
    { method: 'POST', body, headers: { ...init.headers, ...headers } },
    status
  ];
  const push = (name: string, change: object, status?: number) =>
    pushWith(
      name,
      JSON.stringify({ deviceId: tablet.id, unsent: 1, ops: [good], ...change }),
      status
    );
  const operation = (name: string, change: object) => push(name, { ops: [{ ...good, ...change }] });
  const pull = (query: string): Nonsense => [
    `pull: ${query}`,
    `/api/sync/pull?${query}`,
    { headers: { authorization } },
    400
  ];
  const scope = `scope=${encodeURIComponent(tablet.scope)}`;
  const wrongMethod = (path: string, method: string): Nonsense => [
    `${method} ${path}`,
    path,
    { method, headers: { authorization, origin } },
    405
  ];
  return [
    ...['', '{', 'null', '[]', '"x"', '12', '[[[[', '{"__proto__":{}}', '\u0000'].map((body) =>
      pushWith(`body ${body}`, body)
    ),
    pushWith('deep', '['.repeat(50_000)),
    pushWith('over-long', JSON.stringify({ ...good, payload: 'x'.repeat(300_000) }), 413),
    pushWith('much too long', 'x'.repeat(2_000_000), 413),
    pushWith('no JSON type', init.body, 415, { 'content-type': 'text/plain', origin }),
    pushWith('a form', 'a=b', 415, { 'content-type': 'application/x-www-form-urlencoded', origin }),
    pushWith('forged origin', init.body, 403, { origin: 'https://elsewhere.example' }),
    pushWith('null origin', init.body, 403, { origin: 'null' }),
    pushWith('foreign site', init.body, 403, { 'sec-fetch-site': 'cross-site' }),
    pushWith('no credential', init.body, 401, { authorization: '' }),
    pushWith('another secret', init.body, 401, { authorization: `${authorization}x` }),
    pushWith('odd credential', init.body, 401, { authorization: `Bearer ${'x'.repeat(5000)}` }),
    push('unknown key', { admin: true }),
    push('no list', { ops: {} }),
    push('too many', { ops: Array.from({ length: 101 }, () => good) }),
    push('unsent as text', { unsent: '1' }),
    push('unsent below none', { unsent: -1 }),
    push('unsent huge', { unsent: 1e300 }),
    push('unsent beyond the column', { unsent: 2 ** 40 }),
    push('another device', { deviceId: good.opId }, 403),
    operation('unknown key', { hidden: 1 }),
    operation('opId', { opId: 'x' }),
    operation('seq 0', { seq: 0 }),
    operation('seq 1.5', { seq: 1.5 }),
    operation('version beyond the column', { v: 2 ** 40 }),
    operation('scope', { scope: 'session:' }),
    operation('type', { type: 'attend.checkin; drop table' }),
    operation('payload as object', { payload: {} }),
    operation('payload with NUL', { payload: 'a\u0000b' }),
    operation('payload too long', { payload: 'x'.repeat(16 * 1024 + 1) }),
    operation('clientAt as date', { clientAt: '2026-12-01' }),
    operation('clientAt unsafe', { clientAt: 2 ** 60 }),
    operation('offset NaN', { clockOffsetMs: null }),
    ...['', 'scope=x', `${scope}&cursor=x`, `${scope}&limit=0`, `${scope}&limit=501`].map(pull),
    ...[`${scope}&limit=-1`, `${scope}&more=1`, `${scope}&cursor=1.%20`].map(pull),
    ...['GET', 'PUT', 'DELETE', 'PATCH'].map((method) => wrongMethod('/api/sync/push', method)),
    wrongMethod('/api/sync/pull', 'POST'),
    wrongMethod('/api/public/next.json', 'POST'),
    [
      'enrol without sign-in',
      '/api/sync/enrol',
      { method: 'POST', body: '{"name":"A"}', headers: { 'content-type': 'application/json' } },
      401
    ],
    ['sessions without sign-in', '/api/staff/sessions', {}, 401],
    ['a malformed address', '/workshops/%E0%A4%A', {}, 400],
    ['NUL in an address', '/workshops/%00', {}, 404],
    ['NUL in a query', '/sign-in/first?token=%00', {}, 404],
    ['no such API', '/api/sync/nothing', {}, 404]
  ];
}
