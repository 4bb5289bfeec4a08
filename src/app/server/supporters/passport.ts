import {
  passportOf,
  yearsOf,
  type Passport,
  type PassportYear
} from '#features/supporters/domain/passport.ts';
import type { Db } from '#server/db/database.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';

/** One date on which a supporter helped at a workshop. */
export type HelpedDate = {
  readonly id: string;
  readonly date: LocalDate;
  readonly title: { readonly ja: string; readonly en: string };
};

export type SupporterPassport = Passport & {
  readonly dates: readonly HelpedDate[];
  readonly years: readonly PassportYear[];
};

/**
 * What a supporter gave, from the records that are still kept; a record written after a suspension is
 * none, and one taken back is none either.
 */
export async function readPassport(
  db: Db,
  supporter: { readonly id: string; readonly accountId: string },
  now: Instant
): Promise<SupporterPassport> {
  const records = await db
    .selectFrom('assistance')
    .select(['id', 'minutes', 'local_date as date'])
    .where('supporter_id', '=', supporter.id)
    .execute();
  const tallies = await db
    .selectFrom('assistance_tally')
    .select(['minutes', 'local_date as date'])
    .where('supporter_id', '=', supporter.id)
    .execute();
  const topics = await db
    .selectFrom('assistance_topic')
    .innerJoin('assistance', 'assistance.id', 'assistance_topic.assistance_id')
    .select(['assistance_id', 'topic'])
    .where('assistance.supporter_id', '=', supporter.id)
    .execute();
  const topicsOf = Map.groupBy(topics, ({ assistance_id }) => assistance_id);
  const dates = await db
    .selectFrom('session_supporter')
    .innerJoin('session', 'session.id', 'session_supporter.session_id')
    .innerJoin('workshop', 'workshop.id', 'session.workshop_id')
    .select(['session.id', 'session.local_date', 'workshop.title_ja', 'workshop.title_en'])
    .where('session_supporter.account_id', '=', supporter.accountId)
    .where('session.state', '=', 'planned')
    .where('session.ends_at', '<=', now)
    .orderBy('session.starts_at', 'desc')
    .execute();
  const helped = passportOf(
    records.map(({ id, minutes }) => ({
      minutes,
      topics: (topicsOf.get(id) ?? []).map(({ topic }) => topic)
    }))
  );
  const years = yearsOf({
    ...{ records, tallies },
    dates: dates.map(({ local_date }) => local_date)
  });
  return {
    ...helped,
    minutes: helped.minutes + tallies.reduce((sum, { minutes }) => sum + minutes, 0),
    years,
    dates: dates.map(({ id, local_date, title_ja, title_en }) => ({
      id,
      date: local_date,
      title: { ja: title_ja, en: title_en }
    }))
  };
}
