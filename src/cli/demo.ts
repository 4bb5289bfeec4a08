import { rm } from 'node:fs/promises';
import { closeApplication, databaseAddressOf, openApplication } from '#app/server/application.ts';
import { migrations } from '#app/server/migrations.ts';
import { keepCityVenues } from '#features/places/server/venues.ts';
import { migrate } from '#server/db/migrate.ts';
import { readSettings } from '#server/settings.ts';
import { fillWithDemoData } from './demo/fill.ts';

/** Throws the demonstration away and makes it anew around today; refused for a real database or host. */
async function makeAnew(): Promise<void> {
  const settings = readSettings({ ...process.env, DEMO: '1' });
  if (!settings.ok) {
    stop(settings.error.sentence);
    return;
  }
  const address = databaseAddressOf(settings.value);
  if (address.engine !== 'sqlite') throw new Error('demonstration data are kept in SQLite only');
  if (await isServed(settings.value.origin)) {
    stop(`Please stop the server at ${settings.value.origin} first: it uses this file.`);
    return;
  }

  for (const ending of ['', '-wal', '-shm']) await rm(`${address.file}${ending}`, { force: true });
  const application = openApplication(settings.value);
  const { db, city, now, log } = application;
  await migrate(db, migrations);
  await keepCityVenues(db, city.venues);
  await fillWithDemoData(db, city, now(), log);
  await closeApplication(application);
  console.log(`The demonstration is new: ${address.file}`);
}

/** True when something answers where the server would. */
async function isServed(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/healthz`)).ok;
  } catch (failure) {
    if (failure instanceof TypeError) return false;
    throw failure;
  }
}

function stop(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

await makeAnew();
