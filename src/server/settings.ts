import { resolve } from 'node:path';
import { err, ok, type Result } from '#shared/result.ts';

/** What an installation decides; read once at start from the environment (docs/OPERATIONS.md). */
export type Settings = {
  readonly port: number;
  readonly host: string;
  /** Scheme, host and port that people type, without a slash at the end. */
  readonly origin: string;
  readonly dataDir: string;
  /** `undefined`: SQLite in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly city: string;
  /** True behind a proxy of ours that sets X-Forwarded-For and X-Forwarded-Proto. */
  readonly trustProxy: boolean;
  readonly logLevel: (typeof logLevels)[number];
  /** Demonstration data in a database of their own; loopback only. */
  readonly demo: boolean;
};

/** Which setting is wrong, and in one sentence how to mend it. */
export type SettingsError = { readonly setting: string; readonly sentence: string };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks every setting; the first wrong one is answered. */
export function readSettings(env: Environment): Result<Settings, SettingsError> {
  const port = Number(env['PORT'] ?? '3000');
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    return wrong('PORT', 'PORT must be a number from 1 to 65535, for example PORT=3000.');
  }
  const host = env['HOST'] ?? '127.0.0.1';
  const origin = (env['ORIGIN'] ?? `http://localhost:${port}`).replace(/\/$/, '');
  const wrongAddress = checkAddresses(host, origin);
  if (wrongAddress) return err(wrongAddress);

  const databaseUrl = env['DATABASE_URL'] || undefined;
  if (databaseUrl && !/^postgres(ql)?:\/\/.+/.test(databaseUrl)) {
    return wrong(
      'DATABASE_URL',
      'DATABASE_URL must begin with postgres://, for example postgres://engawa@localhost/engawa; leave it out to use SQLite.'
    );
  }
  const demo = env['DEMO'] === '1';
  if (demo && (databaseUrl || !LOOPBACK.has(host) || origin.startsWith('https:'))) {
    return wrong(
      'DEMO',
      'Demonstration data are for this computer only: leave out DATABASE_URL, HOST and an https ORIGIN, or start with --no-demo.'
    );
  }
  const trustProxy = env['TRUST_PROXY'] ?? '0';
  if (trustProxy !== '0' && trustProxy !== '1') {
    return wrong('TRUST_PROXY', 'TRUST_PROXY must be 0 or 1.');
  }
  const city = env['CITY'] ?? 'higashiyamato';
  if (!/^[a-z0-9-]+$/.test(city)) {
    return wrong(
      'CITY',
      'CITY must be the name of a file in src/city without .json, for example higashiyamato.'
    );
  }
  const logLevel = logLevels.find((level) => level === (env['LOG_LEVEL'] ?? 'info'));
  if (!logLevel) return wrong('LOG_LEVEL', `LOG_LEVEL must be one of: ${logLevels.join(', ')}.`);

  return ok({
    port,
    host,
    origin,
    dataDir: resolve(env['DATA_DIR'] ?? './data'),
    databaseUrl,
    city,
    trustProxy: trustProxy === '1',
    logLevel,
    demo
  });
}

function checkAddresses(host: string, origin: string): SettingsError | undefined {
  const parsed = URL.canParse(origin) ? new URL(origin) : undefined;
  if (parsed?.origin !== origin || !/^https?:$/.test(parsed.protocol)) {
    return {
      setting: 'ORIGIN',
      sentence:
        'ORIGIN must be the address people type, such as https://engawa.example.jp, with nothing after it.'
    };
  }
  if (!LOOPBACK.has(host) && parsed.protocol !== 'https:') {
    return {
      setting: 'ORIGIN',
      sentence:
        'A server that other computers can reach (HOST) needs an https ORIGIN: tablets refuse offline work and encryption on plain http. See "TLS" in docs/OPERATIONS.md.'
    };
  }
  return undefined;
}

function wrong(setting: string, sentence: string): Result<Settings, SettingsError> {
  return err({ setting, sentence });
}
