import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { addDays, instantOf } from '#shared/time/instant.ts';
import { topicFigure, type TopicGroup } from '../domain/figures.ts';
import { stillAbleFigure, type AnswerGroup } from '../domain/follow-up-figure.ts';
import type { FollowUpFigure, HelpFigure } from '../domain/period-figures.ts';
import type { Period } from '../domain/period.ts';
import { hideSmall } from '../domain/small-numbers.ts';
import './tables.ts';

/**
 * What was helped, as the logs say now. A salon's tally counts each person as one meeting; a group that
 * was helped together is one meeting of several people.
 */
export async function readHelp(db: Db, period: Period): Promise<HelpFigure> {
  const records = await readTotals(db, 'assistance', period);
  const tallies = await readTotals(db, 'assistance_tally', period);
  const groups = [...(await topicsOfRecords(db, period)), ...(await topicsOfTallies(db, period))];
  return {
    meetings: records.rows + tallies.people,
    people: records.people + tallies.people,
    minutes: records.minutes + tallies.minutes,
    ...topicFigure(groups),
    families: await readFamilies(db, period)
  };
}

async function readTotals(
  db: Db,
  table: 'assistance' | 'assistance_tally',
  { from, to }: Period
): Promise<{ rows: number; people: number; minutes: number }> {
  return db
    .selectFrom(table)
    .select((eb) => [
      eb.cast<number>(eb.fn.countAll(), 'integer').as('rows'),
      eb.cast<number>(eb.fn.coalesce(eb.fn.sum('people'), eb.lit(0)), 'integer').as('people'),
      eb.cast<number>(eb.fn.coalesce(eb.fn.sum('minutes'), eb.lit(0)), 'integer').as('minutes')
    ])
    .where('local_date', '>=', from)
    .where('local_date', '<=', to)
    .executeTakeFirstOrThrow();
}

function topicsOfRecords(db: Db, { from, to }: Period): Promise<TopicGroup[]> {
  return db
    .with('had', (cte) =>
      cte
        .selectFrom('assistance')
        .innerJoin('assistance_topic', 'assistance_topic.assistance_id', 'assistance.id')
        .select((eb) => [
          'assistance.id',
          'assistance.minutes',
          eb.cast<number>(eb.fn.countAll(), 'integer').as('topics')
        ])
        .where('local_date', '>=', from)
        .where('local_date', '<=', to)
        .groupBy(['assistance.id', 'assistance.minutes'])
    )
    .selectFrom('had')
    .innerJoin('assistance_topic', 'assistance_topic.assistance_id', 'had.id')
    .select((eb) => [
      'topic',
      'had.topics as topicsInMeeting',
      eb.cast<number>(eb.fn.countAll(), 'integer').as('meetings'),
      eb.cast<number>(eb.fn.sum('had.minutes'), 'integer').as('minutes')
    ])
    .groupBy(['topic', 'had.topics'])
    .execute();
}

/** The minutes of a tally are shared by how often each topic was counted. */
function topicsOfTallies(db: Db, { from, to }: Period): Promise<TopicGroup[]> {
  return db
    .with('had', (cte) =>
      cte
        .selectFrom('assistance_tally')
        .innerJoin('assistance_tally_count', 'tally_id', 'assistance_tally.id')
        .select((eb) => [
          'assistance_tally.id',
          'assistance_tally.minutes',
          eb.cast<number>(eb.fn.sum('count'), 'integer').as('topics')
        ])
        .where('of', '=', 'topic')
        .where('local_date', '>=', from)
        .where('local_date', '<=', to)
        .groupBy(['assistance_tally.id', 'assistance_tally.minutes'])
    )
    .selectFrom('had')
    .innerJoin('assistance_tally_count', 'tally_id', 'had.id')
    .where('of', '=', 'topic')
    .select((eb) => [
      'code as topic',
      'had.topics as topicsInMeeting',
      eb.cast<number>(eb.fn.sum('count'), 'integer').as('meetings'),
      sql<number>`cast(sum(had.minutes * assistance_tally_count.count) as integer)`.as('minutes')
    ])
    .groupBy(['code', 'had.topics'])
    .execute();
}

async function readFamilies(db: Db, { from, to }: Period): Promise<HelpFigure['families']> {
  const rows = await db
    .selectFrom('assistance')
    .select((eb) => [
      'phone_family as family',
      eb.cast<number>(eb.fn.sum('people'), 'integer').as('people')
    ])
    .where('local_date', '>=', from)
    .where('local_date', '<=', to)
    .groupBy('phone_family')
    .unionAll(
      db
        .selectFrom('assistance_tally_count')
        .innerJoin('assistance_tally', 'assistance_tally.id', 'tally_id')
        .select((eb) => [
          sql<'android'>`code`.as('family'),
          eb.cast<number>(eb.fn.sum('count'), 'integer').as('people')
        ])
        .where('of', '=', 'family')
        .where('local_date', '>=', from)
        .where('local_date', '<=', to)
        .groupBy('code')
    )
    .execute();
  const byFamily = new Map<string, number>();
  for (const { family, people } of rows) {
    byFamily.set(family, (byFamily.get(family) ?? 0) + people);
  }
  const sorted = [...byFamily].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const { shown } = hideSmall(sorted.map(([, people]) => people));
  return sorted.map(([family], index) => ({ family, people: shown[index] ?? 'few' }));
}

/** What people said when they were asked later, by the day of their answer. */
export async function readFollowUps(db: Db, { from, to }: Period): Promise<FollowUpFigure> {
  const within = { from: instantOf(from), to: instantOf(addDays(to, 1)) };
  const answers = await db
    .selectFrom('follow_up')
    .select((eb) => ['answer', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('answered_at', '>=', within.from)
    .where('answered_at', '<', within.to)
    .groupBy('answer')
    .execute();
  const groups = await db
    .selectFrom('follow_up')
    .innerJoin('assistance_topic', 'assistance_topic.assistance_id', 'follow_up.assistance_id')
    .select((eb) => ['topic', 'answer', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('answered_at', '>=', within.from)
    .where('answered_at', '<', within.to)
    .groupBy(['topic', 'answer'])
    .execute();
  return {
    answered: answers.reduce((total, { count }) => total + count, 0),
    still: answers.find(({ answer }) => answer === 'still')?.count ?? 0,
    topics: stillAbleFigure(
      groups.flatMap(({ answer, ...group }): AnswerGroup[] =>
        answer === null ? [] : [{ ...group, answer }]
      )
    )
  };
}
