import { join } from 'node:path';
import type { City } from '#city/city.ts';
import { city } from '#city/current.ts';
import { openDatabase, type Db, type DatabaseAddress } from '#server/db/database.ts';
import { createLogger, type Logger } from '#server/log.ts';
import type { Settings } from '#server/settings.ts';
import type { Instant } from '#shared/time/instant.ts';

/** What a running server holds; made once at start and handed to every request. */
export type Application = {
  readonly settings: Settings;
  readonly city: City;
  readonly db: Db;
  readonly log: Logger;
  /** The server's clock: it decides days, closing times and limits. */
  readonly now: () => Instant;
};

/** Demonstration data live in a file of their own, so that they can never mix with a city's. */
export function databaseAddressOf(settings: Settings): DatabaseAddress {
  if (settings.databaseUrl) return { engine: 'postgres', url: settings.databaseUrl };
  return {
    engine: 'sqlite',
    file: join(settings.dataDir, settings.demo ? 'demo.sqlite' : 'engawa.sqlite')
  };
}

export function openApplication(settings: Settings): Application {
  return {
    settings,
    city,
    db: openDatabase(databaseAddressOf(settings)),
    log: createLogger(settings.logLevel),
    now: () => Date.now()
  };
}

export async function closeApplication(application: Application): Promise<void> {
  await application.db.destroy();
}
