import type { Tx } from '#server/db/transaction.ts';
import { localDateOf, type Instant, type LocalDate } from '#shared/time/instant.ts';
import { frozenCountsOf, type ExpiredRows, type FrozenCount } from '../domain/frozen.ts';
import { expiredFollowUps, expiredMeetings } from './expired-help.ts';
import './tables.ts';

const ROWS_PER_STATEMENT = 100;

/**
 * Counts the rows that are kept until before `today` and keeps the counts. The caller deletes just
 * these rows in the same transaction, so that nothing is counted twice or lost.
 */
export async function freezeExpired(tx: Tx, today: LocalDate, now: Instant): Promise<void> {
  const counts = frozenCountsOf({
    signUps: await expiredSignUps(tx, today),
    participations: await expiredParticipations(tx, today, now),
    answers: await expiredAnswers(tx, today),
    requests: await expiredRequests(tx, today),
    meetings: await expiredMeetings(tx, today),
    followUps: await expiredFollowUps(tx, today)
  });
  for (let start = 0; start < counts.length; start += ROWS_PER_STATEMENT) {
    await addCounts(tx, counts.slice(start, start + ROWS_PER_STATEMENT));
  }
}

async function addCounts(tx: Tx, counts: readonly FrozenCount[]): Promise<void> {
  const rows = counts.map(({ venueId, ...count }) => ({ ...count, venue_id: venueId }));
  await tx
    .insertInto('frozen_count')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['month', 'venue_id', 'measure']).doUpdateSet((eb) => ({
        value: eb('frozen_count.value', '+', eb.ref('excluded.value'))
      }))
    )
    .execute();
}

async function expiredSignUps(tx: Tx, today: LocalDate): Promise<ExpiredRows['signUps']> {
  const rows = await tx
    .selectFrom('sign_up')
    .innerJoin('workshop', 'workshop.id', 'sign_up.workshop_id')
    .select(['sign_up.created_at', 'sign_up.channel', 'workshop.venue_id'])
    .where('sign_up.delete_after', '<', today)
    .execute();
  return rows.map(({ created_at, channel, venue_id }) => ({
    date: localDateOf(created_at),
    venueId: venue_id,
    channel
  }));
}

async function expiredParticipations(
  tx: Tx,
  today: LocalDate,
  now: Instant
): Promise<ExpiredRows['participations']> {
  const rows = await tx
    .selectFrom('participation')
    .innerJoin('session', 'session.id', 'participation.session_id')
    .innerJoin('workshop', 'workshop.id', 'session.workshop_id')
    .leftJoin('sign_up', 'sign_up.id', 'participation.sign_up_id')
    .select([
      'session.local_date',
      'session.ends_at',
      'workshop.venue_id',
      'participation.person_id',
      'participation.kind',
      'participation.attendance',
      'sign_up.status'
    ])
    .where('participation.delete_after', '<', today)
    .where('session.state', '=', 'planned')
    .where('participation.came_as', '=', 'learner')
    .execute();
  return rows.map((row) => ({
    date: row.local_date,
    venueId: row.venue_id,
    personId: row.person_id,
    kind: row.kind,
    attendance: row.attendance,
    place: row.status,
    isOver: row.ends_at <= now
  }));
}

async function expiredAnswers(tx: Tx, today: LocalDate): Promise<ExpiredRows['answers']> {
  const rows = await tx
    .selectFrom('questionnaire_answer')
    .innerJoin('session', 'session.id', 'questionnaire_answer.session_id')
    .innerJoin('workshop', 'workshop.id', 'session.workshop_id')
    .select(['session.local_date', 'workshop.venue_id', 'understood', 'alone', 'pace', 'again'])
    .where('questionnaire_answer.delete_after', '<', today)
    .execute();
  return rows.map(({ local_date, venue_id, ...marks }) => ({
    date: local_date,
    venueId: venue_id,
    marks
  }));
}

async function expiredRequests(tx: Tx, today: LocalDate): Promise<ExpiredRows['requests']> {
  const rows = await tx
    .selectFrom('help_request')
    .select(['local_date', 'venue_id'])
    .where('delete_after', '<', today)
    .execute();
  return rows.map(({ local_date, venue_id }) => ({ date: local_date, venueId: venue_id }));
}
