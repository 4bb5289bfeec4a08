import { execFile } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { openDatabase } from '#server/db/database.ts';
import { startServer } from '#tests/support/server.ts';
import {
  drain,
  expectAllThereOnce,
  expectNothingHalf,
  plantTablets,
  sendOldest,
  writeWalkIn
} from './tablets.ts';

const run = promisify(execFile);

test('a locked database: readers go on, writers wait a little, then 503; free again, all is taken', async () => {
  const server = await startServer({ demo: false });
  const file = join(server.dataDir, 'engawa.sqlite');
  const db = openDatabase({ engine: 'sqlite', file });
  const [tablet] = await plantTablets(db, 1);
  const other = new DatabaseSync(file);

  writeWalkIn(tablet!);
  other.exec('begin immediate');
  const waits = sendOldest(server.origin, tablet!);
  await wait(1000);
  other.exec('rollback');
  expect(await waits, 'a short lock is waited for').toBe(200);

  writeWalkIn(tablet!);
  other.exec('begin immediate');
  const refused = sendOldest(server.origin, tablet!);
  for (let count = 0; count < 5; count++) {
    const begun = performance.now();
    expect((await fetch(`${server.origin}/workshops`)).status).toBe(200);
    expect(performance.now() - begun, 'a reader is not kept waiting').toBeLessThan(2500);
  }
  expect(await refused).toBe(503);
  other.exec('rollback');
  other.close();

  await drain(server.origin, [tablet!]);
  await expectAllThereOnce(db, [tablet!]);
  await expectNothingHalf(db);
  await db.destroy();
  await server.remove();
});

test('a full disk: 503, nothing half-stored; with room again, all is taken', async () => {
  const disk = await mkdtemp(join(tmpdir(), 'engawa-disk-'));
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk]).then(
    () => true,
    () => false
  );
  test.skip(!mounted, 'needs the right to mount a small disk');
  try {
    const server = await startServer({ demo: false, dataDir: disk });
    const file = join(disk, 'engawa.sqlite');
    let db = openDatabase({ engine: 'sqlite', file });
    const tablets = await plantTablets(db, 2);
    await db.destroy();

    const ballast = join(disk, 'ballast');
    await fillUp(ballast);
    const statuses: number[] = [];
    for (let count = 0; count < 40; count++) {
      for (const tablet of tablets) {
        writeWalkIn(tablet);
        statuses.push(await sendOldest(server.origin, tablet));
      }
    }
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(statuses.at(-1)).toBe(503);
    expect((await fetch(`${server.origin}/workshops`)).status).toBe(200);

    await truncate(ballast, 0);
    await drain(server.origin, tablets);
    await server.stop();
    db = openDatabase({ engine: 'sqlite', file });
    await expectAllThereOnce(db, tablets);
    await expectNothingHalf(db);
    await db.destroy();
  } finally {
    await run('umount', ['-l', disk]);
    await rm(disk, { recursive: true });
  }
});

async function fillUp(file: string): Promise<void> {
  for (const block of [1 << 20, 1 << 12]) {
    const bytes = Buffer.alloc(block);
    for (;;) {
      const full = await writeFile(file, bytes, { flag: 'a' }).then(
        () => false,
        (failure: unknown) => (failure as NodeJS.ErrnoException).code === 'ENOSPC'
      );
      if (full) break;
    }
  }
}
