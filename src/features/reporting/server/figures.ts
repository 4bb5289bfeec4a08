import { sql } from 'kysely';
import type { NextWish } from '#features/attendance/domain/answer-operation.ts';
import type { Db } from '#server/db/database.ts';
import { addDays, instantOf, type Instant } from '#shared/time/instant.ts';
import { answerFigure, type AnswerFigure } from '../domain/answer-figure.ts';
import {
  appliedFigure,
  attendanceFigure,
  requestFigure,
  type AppliedFigure,
  type AttendanceFigure,
  type RequestFigure
} from '../domain/figures.ts';
import type { PeriodFigures } from '../domain/period-figures.ts';
import type { Period } from '../domain/period.ts';
import { readFollowUps, readHelp } from './help-figures.ts';
import './tables.ts';

/** Every figure of one period, from the rows themselves. */
export async function readFigures(db: Db, period: Period, now: Instant): Promise<PeriodFigures> {
  return {
    applied: await readApplied(db, period),
    attendance: {
      ...(await readAttendance(db, period, now)),
      people: await readPeople(db, period)
    },
    answers: await readAnswers(db, period),
    requests: await readRequests(db, period),
    help: await readHelp(db, period),
    followUps: await readFollowUps(db, period)
  };
}

async function readApplied(db: Db, { from, to }: Period): Promise<AppliedFigure> {
  const groups = await db
    .selectFrom('sign_up')
    .select((eb) => ['channel', 'status', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('created_at', '>=', instantOf(from))
    .where('created_at', '<', instantOf(addDays(to, 1)))
    .groupBy(['channel', 'status'])
    .execute();
  return appliedFigure(groups);
}

async function readAttendance(
  db: Db,
  { from, to }: Period,
  now: Instant
): Promise<AttendanceFigure> {
  const groups = await db
    .selectFrom('participation')
    .innerJoin('session', 'session.id', 'participation.session_id')
    .leftJoin('sign_up', 'sign_up.id', 'participation.sign_up_id')
    .select((eb) => [
      'participation.kind',
      'participation.attendance',
      'sign_up.status as place',
      sql<number>`case when session.ends_at <= ${now} then 1 else 0 end`.as('is_over'),
      eb.cast<number>(eb.fn.countAll(), 'integer').as('count')
    ])
    .where('session.local_date', '>=', from)
    .where('session.local_date', '<=', to)
    .where('session.state', '=', 'planned')
    .where('participation.came_as', '=', 'learner')
    .groupBy([
      'participation.kind',
      'participation.attendance',
      'sign_up.status',
      'is_over' as never
    ])
    .execute();
  return attendanceFigure(
    groups.map(({ is_over, ...group }) => ({ ...group, isOver: is_over === 1 }))
  );
}

async function readPeople(db: Db, { from, to }: Period): Promise<number> {
  const { known, nameless } = await db
    .selectFrom('participation')
    .innerJoin('session', 'session.id', 'participation.session_id')
    .select((eb) => [
      eb.cast<number>(eb.fn.count('person_id').distinct(), 'integer').as('known'),
      eb
        .cast<number>(eb.fn.countAll().filterWhere('person_id', 'is', null), 'integer')
        .as('nameless')
    ])
    .where('session.local_date', '>=', from)
    .where('session.local_date', '<=', to)
    .where('session.state', '=', 'planned')
    .where('participation.attendance', '=', 'came')
    .where('participation.came_as', '=', 'learner')
    .executeTakeFirstOrThrow();
  return known + nameless;
}

async function readAnswers(db: Db, { from, to }: Period): Promise<AnswerFigure> {
  const rows = await db
    .selectFrom('questionnaire_answer')
    .innerJoin('session', 'session.id', 'questionnaire_answer.session_id')
    .select(['understood', 'alone', 'pace', 'again', 'wishes'])
    .where('session.local_date', '>=', from)
    .where('session.local_date', '<=', to)
    .execute();
  return answerFigure(
    rows.map(({ wishes, ...marks }) => ({ marks, wishes: JSON.parse(wishes) as NextWish[] }))
  );
}

async function readRequests(db: Db, { from, to }: Period): Promise<RequestFigure> {
  const rows = await db
    .selectFrom('help_request')
    .select((eb) => [
      'state',
      'created_at',
      'seen_at',
      eb
        .selectFrom('help_match')
        .select((match) => match.fn.min<number | null>('help_match.created_at').as('first'))
        .whereRef('help_match.request_id', '=', 'help_request.id')
        .as('matched_at')
    ])
    .where('local_date', '>=', from)
    .where('local_date', '<=', to)
    .execute();
  return requestFigure(
    rows.map(({ state, created_at, seen_at, matched_at }) => ({
      state,
      createdAt: created_at,
      seenAt: seen_at,
      matchedAt: matched_at
    }))
  );
}

/** What waits at the desk now, whatever the period. */
export type Waiting = {
  readonly openRequests: number;
  readonly toTell: number;
  readonly notReached: number;
};

export async function readWaiting(db: Db): Promise<Waiting> {
  const requests = await db
    .selectFrom('help_request')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('state', 'in', ['received', 'on-board'])
    .executeTakeFirstOrThrow();
  const notices = await db
    .selectFrom('notice')
    .select((eb) => ['state', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('state', 'in', ['to-tell', 'not-reached'])
    .groupBy('state')
    .execute();
  const inState = (state: string) => notices.find((row) => row.state === state)?.count ?? 0;
  return {
    openRequests: requests.count,
    toTell: inState('to-tell'),
    notReached: inState('not-reached')
  };
}
