import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { openDatabase } from '#server/db/database.ts';
import { startPostgres } from '#tests/support/postgres.ts';
import { startServer } from '#tests/support/server.ts';
import {
  drain,
  expectAllThereOnce,
  expectNothingHalf,
  keepSending,
  plantTablets,
  pushRequest,
  sendOldest,
  writeWalkIn
} from './tablets.ts';

const TABLETS = 4;
const KILLS = 3;

test('killed in the middle of its work, the server has everything it acknowledged, once', async () => {
  test.setTimeout(120_000);
  let server = await startServer({ demo: false });
  const db = openDatabase({ engine: 'sqlite', file: join(server.dataDir, 'engawa.sqlite') });
  const tablets = await plantTablets(db, TABLETS);

  for (let kill = 0; kill < KILLS; kill++) {
    const before = tablets.map(({ acknowledged }) => acknowledged.size);
    let sending = true;
    const senders = tablets.map((tablet) => keepSending(server.origin, tablet, () => sending));
    await expect
      .poll(() => tablets.every(({ acknowledged }, i) => acknowledged.size > (before[i] ?? 0) + 6))
      .toBe(true);
    await wait(Math.random() * 40);
    await server.kill();
    sending = false;
    await Promise.all(senders);

    server = await server.restart();
    await expectAllThereOnce(db, tablets);
    await expectNothingHalf(db);
  }
  await drain(server.origin, tablets);
  await expectAllThereOnce(db, tablets);
  expect(tablets.some(({ statuses }) => statuses.includes(0))).toBe(true);
  await db.destroy();
  await server.remove();
});

test('PostgreSQL stopped at once in the middle of the work: 503 meanwhile, and nothing is lost', async () => {
  test.setTimeout(180_000);
  const postgres = await startPostgres();
  const url = postgres.url('postgres');
  const server = await startServer({ demo: false, env: { DATABASE_URL: url } });
  let db = openDatabase({ engine: 'postgres', url });
  const tablets = await plantTablets(db, TABLETS);
  await db.destroy();

  let sending = true;
  const senders = tablets.map((tablet) => keepSending(server.origin, tablet, () => sending));
  await expect.poll(() => tablets.every(({ acknowledged }) => acknowledged.size > 6)).toBe(true);
  await postgres.crash();
  await expect.poll(() => tablets.every(({ statuses }) => statuses.includes(503))).toBe(true);

  const page = await fetch(`${server.origin}/workshops`, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(503);
  expect(page.headers.get('retry-after')).toBe('5');
  expect((await page.text()).replace(/<rt>.*?<\/rt>|<[^>]+>/g, '')).toContain('もう一度');
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(503);
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
  expect((await fetch(`${server.origin}/lessons`)).status).toBe(200);

  await postgres.start();
  await expect.poll(() => tablets.every(({ statuses }) => statuses.at(-1) === 200)).toBe(true);
  sending = false;
  await Promise.all(senders);
  await drain(server.origin, tablets);

  const seen = new Set(tablets.flatMap(({ statuses }) => statuses));
  expect([...seen].sort()).toEqual([200, 503]); // the server itself was always there, and never 500
  db = openDatabase({ engine: 'postgres', url });
  await expectAllThereOnce(db, tablets);
  await expectNothingHalf(db);
  await db.destroy();
  await server.remove();
  await postgres.stop();
});

test('asked to stop, the server finishes what runs, takes nothing new and ends with 0', async () => {
  const server = await startServer({ demo: false });
  const db = openDatabase({ engine: 'sqlite', file: join(server.dataDir, 'engawa.sqlite') });
  const [tablet] = await plantTablets(db, 1);
  const operation = writeWalkIn(tablet!);
  const { init } = pushRequest(server.origin, tablet!, [operation]);
  const half = Math.floor(init.body.length / 2);

  const socket = connect(Number(new URL(server.origin).port), 'localhost');
  let answer = '';
  socket.on('data', (data: Buffer) => (answer += data.toString()));
  socket.write(
    [
      'POST /api/sync/push HTTP/1.1',
      `Host: ${new URL(server.origin).host}`,
      ...Object.entries(init.headers).map(([name, value]) => `${name}: ${value}`),
      `Content-Length: ${Buffer.byteLength(init.body)}`,
      '',
      init.body.slice(0, half)
    ].join('\r\n')
  );
  await wait(200);
  const stopped = server.stop();
  await expect.poll(() => sendOldest(server.origin, tablet!)).toBe(0);
  socket.write(init.body.slice(half));
  await once(socket, 'close');

  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(await stopped).toBe(0);
  tablet!.acknowledged.add(operation.opId);
  await expectAllThereOnce(db, [tablet!]);
  await db.destroy();
  await server.remove();
});
