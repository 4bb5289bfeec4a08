import { planWorkshop } from '#app/server/plan-workshop.ts';
import { phoneLevels } from '#features/attendance/domain/operation.ts';
import { wipeSteps } from '#features/attendance/domain/loan-operation.ts';
import type { WorkshopPlan } from '#features/workshops/domain/plan.ts';
import type { Db } from '#server/db/database.ts';
import type { Logger } from '#server/log.ts';
import { newId } from '#shared/ids.ts';
import {
  DAY_MS,
  HOUR_MS,
  instantOf,
  localDateOf,
  MINUTE_MS,
  type Instant
} from '#shared/time/instant.ts';
import type { DemoTablet } from './attendance.ts';
import { pick } from './people.ts';

const SHEETS_PER_CLASS = 6;
const MARKS = ['yes', 'yes', 'partly', 'yes', 'no', 'none'] as const;
const WISHES = [['salon'], [], ['salon', 'next-class'], ['same-again']] as const;

/** What a class leaves beside its roster: levels, two lent phones that came back, sheets without a name. */
export function writeClassDay(
  tablet: DemoTablet,
  day: {
    readonly sessionId: string;
    readonly startsAt: Instant;
    readonly present: readonly string[];
  }
): void {
  const { sessionId, startsAt, present } = day;
  for (const [index, id] of present.entries())
    tablet.write(sessionId, 'attend.level', id, { level: pick(phoneLevels, index) }, startsAt);

  const endsAt = startsAt + 2 * HOUR_MS;
  for (const [index, id] of present.slice(0, 2).entries()) {
    const out = tablet.write(sessionId, 'loan.out', id, { phone: index + 1 }, startsAt);
    tablet.write(sessionId, 'loan.in', id, { outOpId: out }, endsAt);
    for (const done of wipeSteps)
      tablet.write(sessionId, 'loan.wipe', id, { outOpId: out, done }, endsAt + MINUTE_MS);
  }
  for (let sheet = 0; sheet < SHEETS_PER_CLASS; sheet++) {
    const mark = (question: number) => pick(MARKS, sheet + question);
    const marks = { understood: mark(0), alone: mark(1), pace: mark(3), again: mark(5) };
    const wishes = [...pick(WISHES, sheet)];
    tablet.write(sessionId, 'answer.given', newId(), { by: 'paper', marks, wishes }, endsAt);
  }
}

const FAMILIES = ['kantan', 'android', 'kantan', 'iphone', 'android', 'kantan'] as const;

/** A salon that is on just now: six numbers were taken, one is helped, one is called, one has gone home. */
export async function fillSalonNow(
  { db, now, log }: { readonly db: Db; readonly now: Instant; readonly log: Logger },
  tablet: DemoTablet
): Promise<void> {
  const planned = await planWorkshop(db, { ...salonNow(now), now: now - 20 * DAY_MS });
  if (!planned.ok) throw new Error(`the demonstration's salon is refused: ${planned.error.type}`);
  const sessionId = planned.value.sessionIds[0] ?? '';
  const letter = await tablet.takeLetter(db, log, sessionId, now);
  const ago = (minutes: number) => now - minutes * MINUTE_MS;

  for (const queue of ['kantan', 'android', 'iphone'] as const)
    tablet.write(sessionId, 'ticket.helpers', sessionId, { queue, count: 1 }, ago(58));
  const tickets = FAMILIES.map((family, index) => {
    const id = newId();
    const taken = { letter, number: index + 1, family, fetch: index === 4 };
    tablet.write(sessionId, 'ticket.take', id, taken, ago(55 - 5 * index));
    return id;
  });
  const [gone = '', helped = '', called = ''] = tickets;
  tablet.write(sessionId, 'ticket.call', gone, { desk: 1 }, ago(50));
  tablet.write(sessionId, 'ticket.start', gone, { desk: 1 }, ago(49));
  tablet.write(sessionId, 'ticket.end', gone, {}, ago(20));
  tablet.write(sessionId, 'ticket.call', helped, { desk: 2 }, ago(26));
  tablet.write(sessionId, 'ticket.start', helped, { desk: 2 }, ago(25));
  tablet.write(sessionId, 'ticket.call', called, { desk: 1 }, ago(2));
}

function salonNow(now: Instant): WorkshopPlan {
  const today = instantOf(localDateOf(now));
  const startsAt = Math.max(today, today + Math.floor((now - today) / HOUR_MS - 1) * HOUR_MS);
  const endsAt = startsAt + 4 * HOUR_MS;
  return {
    code: 'S900',
    kind: 'salon',
    titleJa: 'スマホ相談会(番号札の見本)',
    titleEn: 'Smartphone consultation (sample with number tickets)',
    aboutJa: '番号札を取って、お待ちください。順にお話をうかがいます。',
    aboutEn: 'Take a number ticket and wait; a supporter sits down with each of you in turn.',
    bringJa: '聞きたいことのメモ',
    bringEn: 'A note of what you want to ask',
    venueId: 'chuo',
    ...{ seats: 8, roomChairs: 20, longestLine: 0, loanPhones: 0, selection: 'none' },
    ...{ opensAt: now - 15 * DAY_MS, closesAt: endsAt, state: 'open' },
    sessions: [{ startsAt, endsAt }]
  };
}
