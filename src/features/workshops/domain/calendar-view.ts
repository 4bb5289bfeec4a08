import { localDateOf, type Instant } from '#shared/time/instant.ts';
import {
  comingSessions,
  type SessionView,
  type WorkshopSnapshot,
  type WorkshopView
} from './workshop-view.ts';

/** A month as it stands in an address, `2026-12`. */
export type MonthKey = string;

export function isMonthKey(text: string): text is MonthKey {
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);
}

/** The months in which something is held, from now on. */
export function calendarMonths(
  snapshot: Pick<WorkshopSnapshot, 'workshops'>,
  now: Instant
): readonly MonthKey[] {
  const months = comingSessions(snapshot, now).map(({ session }) => monthOf(session));
  return [...new Set(months)];
}

/** Every date of a month that is still to come, soonest first; a course stands on each of its dates. */
export function sessionsInMonth(
  snapshot: Pick<WorkshopSnapshot, 'workshops'>,
  now: Instant,
  month: MonthKey
): readonly { readonly workshop: WorkshopView; readonly session: SessionView }[] {
  return comingSessions(snapshot, now).filter(({ session }) => monthOf(session) === month);
}

function monthOf(session: SessionView): MonthKey {
  return localDateOf(session.startsAt).slice(0, 7);
}
