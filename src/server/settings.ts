import { resolve } from 'node:path';
import { err, ok, type Result } from '#shared/result.ts';
import { cleanLine } from '#shared/text/clean.ts';
import { toMailAddress } from '#shared/text/mail-address.ts';

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
  /** `undefined`: no mail is offered and none is sent. */
  readonly mail: MailSettings | undefined;
};

/** The mail server that takes our mails, and whom they come from. */
export type MailSettings = {
  readonly host: string;
  readonly port: number;
  /** True: TLS from the first byte (smtps). False: the server is asked for STARTTLS. */
  readonly secure: boolean;
  /** Never sent without TLS, except to this computer itself. */
  readonly login: { readonly user: string; readonly pass: string } | undefined;
  readonly from: { readonly name: string; readonly address: string };
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

  const mail = readMail(env, demo);
  if (!mail.ok) return mail;

  return ok({
    port,
    host,
    origin,
    dataDir: resolve(env['DATA_DIR'] ?? './data'),
    databaseUrl,
    city,
    trustProxy: trustProxy === '1',
    logLevel,
    demo,
    mail: mail.value
  });
}

const SMTP_PORT = 587;
const SMTPS_PORT = 465;
const SENDER = /^(?:([^<>"]+?)\s*<([^<>]+)>|([^<>]+))$/;

/** Both or neither: a server without a sender, or a sender without a server, is a forgotten line. */
function readMail(
  env: Environment,
  demo: boolean
): Result<MailSettings | undefined, SettingsError> {
  const [url, sender] = [env['SMTP_URL'] || undefined, env['MAIL_FROM'] || undefined];
  if (url === undefined && sender === undefined) return ok(undefined);
  if (demo) {
    return wrong(
      'SMTP_URL',
      'Demonstration people are invented, so no mail is sent to them: leave out SMTP_URL and MAIL_FROM, or start with --no-demo.'
    );
  }
  const parsed = url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed?.hostname || !/^smtps?:$/.test(parsed.protocol) || parsed.search !== '') {
    return wrong(
      'SMTP_URL',
      'SMTP_URL must name the mail server, for example smtp://NAME:PASSWORD@mail.example.jp:587 or smtps://NAME:PASSWORD@mail.example.jp; signs such as @ or / in the password are written as %40 or %2F.'
    );
  }
  const from = readSender(sender ?? '');
  if (!from) {
    return wrong(
      'MAIL_FROM',
      'MAIL_FROM must be the address that mails come from, for example MAIL_FROM="スマホの縁側 <engawa@city.example.jp>".'
    );
  }
  const secure = parsed.protocol === 'smtps:';
  const login = loginOf(parsed);
  if (login === 'malformed') {
    return wrong(
      'SMTP_URL',
      'SMTP_URL has a % in its name or password that stands for no sign: write it as %25.'
    );
  }
  return ok({
    host: parsed.hostname.replace(/^\[|\]$/g, ''),
    port: Number(parsed.port) || (secure ? SMTPS_PORT : SMTP_PORT),
    secure,
    login,
    from
  });
}

function readSender(text: string): MailSettings['from'] | undefined {
  const [, name = '', bracketed, bare] = SENDER.exec(cleanLine(text)) ?? [];
  const address = toMailAddress(bracketed ?? bare ?? '');
  return address === undefined ? undefined : { name, address };
}

function loginOf({ username, password }: URL): MailSettings['login'] | 'malformed' {
  if (username === '') return undefined;
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  } catch {
    return 'malformed';
  }
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

function wrong(setting: string, sentence: string): Result<never, SettingsError> {
  return err({ setting, sentence });
}
