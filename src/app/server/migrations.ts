import { assistanceMigrations } from '#features/assistance/server/migrations.ts';
import { attendanceMigrations } from '#features/attendance/server/migrations.ts';
import { boardMigrations } from '#features/board/server/migrations.ts';
import { noticesMigrations } from '#features/notices/server/migrations.ts';
import { peopleMigrations } from '#features/people/server/migrations.ts';
import { placesMigrations } from '#features/places/server/migrations.ts';
import { practicePhoneMigrations } from '#features/practice-phone/server/migrations.ts';
import { reportingMigrations } from '#features/reporting/server/migrations.ts';
import { supportersMigrations } from '#features/supporters/server/migrations.ts';
import { syncMigrations } from '#features/sync/server/migrations.ts';
import { workshopsMigrations } from '#features/workshops/server/migrations.ts';
import type { Migrations } from '#server/db/migrate.ts';
import { rateLimitMigrations } from '#server/rate-limit.ts';

/** The whole schema, in the order of the numbers; a number is given once and never changed. */
export const migrations: Migrations = {
  ...rateLimitMigrations,
  ...peopleMigrations,
  ...placesMigrations,
  ...workshopsMigrations,
  ...syncMigrations,
  ...attendanceMigrations,
  ...boardMigrations,
  ...noticesMigrations,
  ...assistanceMigrations,
  ...reportingMigrations,
  ...practicePhoneMigrations,
  ...supportersMigrations
};
