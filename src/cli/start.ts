import {
  closeApplication,
  databaseAddressOf,
  openApplication,
  type Application
} from '#app/server/application.ts';
import { migrations } from '#app/server/migrations.ts';
import { hasNoAccounts } from '#features/people/server/accounts.ts';
import { keepCityVenues } from '#features/places/server/venues.ts';
import { invite } from '#features/people/server/invitations.ts';
import { migrate } from '#server/db/migrate.ts';
import { readSettings, type Settings } from '#server/settings.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import { serve } from './serve.ts';

const FIRST_LINK_VALID_MS = 24 * HOUR_MS;

const settings = readSettings(environmentOf(process.argv.slice(2)));
if (!settings.ok) {
  stop(settings.error.sentence);
}
await start(settings.value);

/** Demonstration is the default of a computer on its own; a real database or host turns it off. */
function environmentOf(args: readonly string[]): NodeJS.ProcessEnv {
  const env = process.env;
  const isPublic = env['HOST'] || env['ORIGIN']?.startsWith('https:');
  const real = args.includes('--no-demo') || env['DATABASE_URL'] || isPublic;
  env['DEMO'] ??= real ? '0' : '1';
  return env;
}

async function start(checked: Settings): Promise<void> {
  const firstLink = await prepareDatabase(checked).catch((failure: unknown) => {
    const { message, cause } = failure as Error;
    const why = cause instanceof Error ? `: ${cause.message}` : '';
    stop(`The database could not be opened (${databaseName(checked)}). ${message}${why}`);
  });
  await serve(checked).catch((failure: unknown) => {
    const { message, code } = failure as NodeJS.ErrnoException;
    if (code === undefined) throw failure;
    stop(`Port ${checked.port} cannot be listened on; set PORT to another one. ${message}`);
  });
  for (const line of welcome(checked, firstLink)) console.log(line);
}

/** @returns the address that makes the first administrator, when there is none yet. */
async function prepareDatabase(checked: Settings): Promise<string | undefined> {
  const application = openApplication(checked);
  const firstLink = await prepare(application);
  await closeApplication(application);
  return firstLink;
}

async function prepare({ db, settings, city, now }: Application): Promise<string | undefined> {
  await migrate(db, migrations);
  await keepCityVenues(db, city.venues);
  if (!(await hasNoAccounts(db))) return undefined;
  if (settings.demo) {
    const { fillWithDemoData } = await import('./demo/fill.ts');
    await fillWithDemoData(db, city, now());
    return undefined;
  }
  const token = await invite(db, {
    roles: ['administrator'],
    now: now(),
    validMs: FIRST_LINK_VALID_MS
  });
  return `${settings.origin}/sign-in/first?token=${token}`;
}

function databaseName(checked: Settings): string {
  const address = databaseAddressOf(checked);
  return address.engine === 'sqlite' ? address.file : 'PostgreSQL';
}

function welcome({ origin, demo }: Settings, firstLink: string | undefined): string[] {
  const lines = [
    '',
    'スマホの縁側 (Engawa)',
    `  ${origin}          learners, applicants`,
    `  ${origin}/staff    reception`,
    `  ${origin}/desk     desk`
  ];
  if (firstLink)
    lines.push(
      '',
      'Make the first administrator with this link; it works once, for 24 hours:',
      `  ${firstLink}`
    );
  if (demo) {
    lines.push(
      '',
      'Demonstration data; every person is invented. Sign in with the password engawa-demo-2026:',
      '  kanri@example.jp      administrator',
      '  chosei@example.jp     coordinator',
      '  uketsuke@example.jp   reception',
      '  supporter@example.jp  supporter'
    );
  }
  return [...lines, ''];
}

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
