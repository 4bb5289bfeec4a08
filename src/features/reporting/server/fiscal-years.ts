import type { Db } from '#server/db/database.ts';
import { fiscalYearOf, type Instant, type LocalDate } from '#shared/time/instant.ts';
import type { Measure } from '../domain/frozen.ts';
import { fiscalYearPeriod } from '../domain/period.ts';
import { readFigures } from './figures.ts';

/** Totals of a fiscal year: rows that are still kept and counts of those that are gone, together. */
export type FiscalYearFigures = {
  readonly year: number;
  readonly applied: number;
  readonly came: number;
  readonly walkedIn: number;
  readonly noShow: number;
  readonly answers: number;
  readonly requests: number;
  readonly meetings: number;
  readonly minutes: number;
  readonly helped: number;
  readonly answered: number;
  readonly still: number;
};

/** The last fiscal years up to today's, newest first. */
export async function readFiscalYears(
  db: Db,
  today: LocalDate,
  now: Instant,
  years: number
): Promise<readonly FiscalYearFigures[]> {
  const newest = fiscalYearOf(today);
  const figures: FiscalYearFigures[] = [];
  for (let year = newest; year > newest - years; year--) {
    figures.push(await readFiscalYear(db, year, now));
  }
  return figures;
}

async function readFiscalYear(db: Db, year: number, now: Instant): Promise<FiscalYearFigures> {
  const { applied, attendance, answers, requests, help, followUps } = await readFigures(
    db,
    fiscalYearPeriod(year),
    now
  );
  const kept = await db
    .selectFrom('frozen_count')
    .select((eb) => ['measure', eb.cast<number>(eb.fn.sum('value'), 'integer').as('value')])
    .where('month', '>=', `${year}-04`)
    .where('month', '<=', `${year + 1}-03`)
    .groupBy('measure')
    .execute();
  const gone = (measure: Measure) => kept.find((row) => row.measure === measure)?.value ?? 0;
  return {
    year,
    applied: applied.total + gone('applied'),
    came: attendance.came + gone('came'),
    walkedIn: attendance.walkedIn + gone('walked-in'),
    noShow: attendance.noShow + gone('no-show'),
    answers: answers.sheets + gone('answers'),
    requests: requests.asked + gone('requests'),
    meetings: help.meetings + gone('meetings'),
    minutes: help.minutes + gone('minutes'),
    helped: help.people + gone('helped'),
    answered: followUps.answered + gone('answered'),
    still: followUps.still + gone('still')
  };
}
