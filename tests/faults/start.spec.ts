import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { serverEnvironment } from '../support/server.ts';

const START = ['--disable-warning=ExperimentalWarning', 'src/cli/start.ts'];

/** What a start with these settings prints, and how it ends. */
function startWith(env: Readonly<Record<string, string>>) {
  const dataDir = mkdtempSync(join(tmpdir(), 'engawa-start-'));
  const { status, stderr, stdout } = spawnSync(process.execPath, START, {
    env: { ...serverEnvironment(), DATA_DIR: dataDir, ...env },
    encoding: 'utf8',
    timeout: 30_000
  });
  rmSync(dataDir, { recursive: true });
  return { status, stderr, stdout };
}

for (const [env, named] of [
  [{ PORT: 'three' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ ORIGIN: 'engawa.example.jp' }, 'ORIGIN'],
  [{ ORIGIN: 'https://engawa.example.jp/path' }, 'ORIGIN'],
  [{ HOST: '0.0.0.0' }, 'ORIGIN'],
  [{ DATABASE_URL: 'mysql://localhost/engawa' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres://localhost/engawa', DEMO: '1' }, 'DATABASE_URL'],
  [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ CITY: '../secrets' }, 'CITY']
] as const) {
  test(`${JSON.stringify(env)} stops the start with one sentence`, () => {
    const { status, stderr, stdout } = startWith(env);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(named);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
}

test('a database that cannot be opened stops the start with one sentence and no password', () => {
  const { status, stderr } = startWith({
    DATABASE_URL: 'postgres://engawa:geheimnis@127.0.0.1:1/engawa'
  });
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).not.toContain('geheimnis');
});

test('a port that is taken stops the start with one sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { status, stderr } = startWith({ PORT: String(port) });
  other.close();
  expect(status).toBe(1);
  expect(stderr).toContain('PORT');
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('a file that is no database stops the start with one sentence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'engawa-start-'));
  writeFileSync(join(folder, 'demo.sqlite'), 'not a database, but long enough to be read as one');
  const { status, stderr } = startWith({ DATA_DIR: folder });
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  rmSync(folder, { recursive: true });
});
