import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './postgres.ts';

export type RunningServer = {
  readonly origin: string;
  readonly dataDir: string;
  readonly pid: number;
  /** What it printed so far. */
  readonly output: () => string;
  /** SIGTERM, and waits; the data stay. @returns the exit code. */
  readonly stop: () => Promise<number | null>;
  /** SIGKILL, in the middle of whatever it does; the data stay. */
  readonly kill: () => Promise<void>;
  /** Starts again on the same port and data. */
  readonly restart: () => Promise<RunningServer>;
  /** Stops it and removes its data. */
  readonly remove: () => Promise<void>;
};

const LONGEST_START_MS = 60_000;

type Options = {
  /** Demonstration data (the default) or an empty database. */
  readonly demo?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** A folder of the caller's own; a new one otherwise. */
  readonly dataDir?: string;
};

/**
 * The environment of a server that a test starts: this process's own without what would set the server
 * up, and without the wishes for colours, about which Node itself prints a warning when they differ.
 */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const foreign = ['DATABASE_URL', 'HOST', 'ORIGIN', 'DEMO', 'NO_COLOR', 'FORCE_COLOR'];
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !foreign.includes(name))
  );
}

/** The built server on a free port of this machine with a data folder of its own. */
export async function startServer(options: Options = {}): Promise<RunningServer> {
  if (!existsSync('build/handler.js')) throw new Error('there is no build: run `npx vite build`');
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'engawa-data-')));
  return launch(dataDir, await freePort(), options);
}

async function launch(dataDir: string, port: number, options: Options): Promise<RunningServer> {
  const origin = `http://localhost:${port}`;
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'src/cli/start.ts',
      ...(options.demo === false ? ['--no-demo'] : [])
    ],
    {
      env: {
        ...serverEnvironment(),
        PORT: String(port),
        DATA_DIR: dataDir,
        DEMO: options.demo === false ? '0' : '1',
        LOG_LEVEL: 'error',
        ...options.env
      },
      stdio: ['ignore', 'pipe', 'pipe']
    }
  );
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  await untilReady(origin, child, () => output);

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return {
    origin,
    dataDir,
    pid: child.pid ?? 0,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
    restart: () => launch(dataDir, port, options),
    remove: async () => {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    }
  };
}

async function untilReady(
  origin: string,
  child: ChildProcess,
  output: () => string
): Promise<void> {
  const deadline = Date.now() + LONGEST_START_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`the server ended with ${child.exitCode}\n${output()}`);
    const ready = await fetch(`${origin}/readyz`).then(
      (response) => response.ok,
      () => false
    );
    if (ready) return;
    await wait(50);
  }
  child.kill('SIGKILL');
  throw new Error(`the server was not ready in time\n${output()}`);
}
