import {
  closeApplication,
  databaseAddressOf,
  openApplication,
  type Application
} from '#app/server/application.ts';
import { migrations } from '#app/server/migrations.ts';
import { hasNoAccounts } from '#features/people/server/accounts.ts';
import { invite } from '#features/people/server/invitations.ts';
import { keepCityVenues } from '#features/places/server/venues.ts';
import { migrate } from '#server/db/migrate.ts';
import type { Settings } from '#server/settings.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import { serve } from './serve.ts';

const FIRST_LINK_VALID_MS = 24 * HOUR_MS;

/** Brings the database up to date and serves. @throws an error whose message is a sentence for whoever started it. */
export async function startServer(settings: Settings): Promise<void> {
  const firstLink = await prepareDatabase(settings).catch((failure: unknown) => {
    const { message, cause } = failure as Error;
    const why = cause instanceof Error ? `: ${cause.message}` : '';
    throw new Error(
      `The database could not be opened (${databaseName(settings)}). ${message}${why}`,
      { cause: failure }
    );
  });
  await serve(settings).catch((failure: unknown) => {
    const { code, message } = failure as NodeJS.ErrnoException;
    throw new Error(
      code === 'EADDRINUSE'
        ? `Another program uses PORT ${settings.port} already: stop it, or choose another, for example PORT=${settings.port + 1}.`
        : message,
      { cause: failure }
    );
  });
  for (const line of welcome(settings, firstLink)) console.log(line);
}

async function prepareDatabase(settings: Settings): Promise<string | undefined> {
  const application = openApplication(settings);
  try {
    return await prepare(application);
  } finally {
    await closeApplication(application);
  }
}

/** @returns the address that makes the first administrator, when there is none yet. */
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
