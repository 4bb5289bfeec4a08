import { peopleMigrations } from '#features/people/server/migrations.ts';
import { rateLimitMigrations } from '#server/rate-limit.ts';
import type { Migrations } from '#server/db/migrate.ts';

/** The whole schema, in the order of the numbers; a number is given once and never changed. */
export const migrations: Migrations = {
  ...rateLimitMigrations,
  ...peopleMigrations
};
