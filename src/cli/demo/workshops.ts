import { applyForWorkshop } from '#app/server/apply.ts';
import { cancelApplication } from '#app/server/cancel-sign-up.ts';
import { drawLottery } from '#app/server/draw-lottery.ts';
import { planWorkshop } from '#app/server/plan-workshop.ts';
import type { City } from '#city/city.ts';
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
import { DemoTablet } from './attendance.ts';
import { classesAround, type DemoClass } from './classes.ts';
import { applicationOf, channelNumber, personNumber } from './people.ts';
import { fillSalonNow, writeClassDay } from './door.ts';
import { fillSalons } from './salons.ts';

type Around = {
  readonly db: Db;
  readonly city: City;
  readonly now: Instant;
  readonly log: Logger;
  /** Accounts that plan and enter, and that work at the door. */
  readonly deskAccountId: string;
  readonly receptionAccountId: string;
};

type Held = {
  readonly index: number;
  readonly sessionId: string;
  readonly startsAt: Instant;
};

/** A year of salons and classes and what is planned next; everybody in it is invented. */
export async function fillWorkshops(around: Around): Promise<void> {
  const { db, now, log } = around;
  const enrol = (name: string) => DemoTablet.enrol(db, name, around.receptionAccountId, now);
  const first = await enrol('Aの端末(見本)');
  const second = await enrol('Bの端末(見本)');
  await fillSalons(around, first);
  await fillSalonNow(around, first);

  const classes = classesAround(now);
  await Promise.all(
    classes.map(async (demoClass, index) => {
      const held = await planAndApply(around, demoClass, index);
      if (held.startsAt + DAY_MS < now) await writeAttendance(db, held, first, second);
    })
  );
  await first.send(db, log, now);
  await second.send(db, log, now);
  for (const demoClass of classes) await drawIfDue(around, demoClass);
  await tellPastNotices(around);
}

async function planAndApply(
  { db, now, deskAccountId }: Around,
  { plan, applicants }: DemoClass,
  index: number
): Promise<Held> {
  const planned = await planWorkshop(db, { ...plan, now: plan.opensAt - DAY_MS });
  if (!planned.ok) throw new Error(`the demonstration's class is refused: ${planned.error.type}`);

  const latest = Math.min(plan.closesAt, now) - HOUR_MS;
  const step = Math.floor((latest - DAY_MS - plan.opensAt) / (applicants + 1));
  for (let count = 1; count <= applicants; count++) {
    const number = plan.lottery && count % 3 === 0 ? knownPerson(count) : index * 11 + count;
    const channel = channelNumber(number);
    const at = inOfficeHours(plan.opensAt + count * step, count);
    const applied = await applyForWorkshop(db, {
      code: plan.code,
      application: {
        ...applicationOf(number, plan.loanPhones),
        ...(plan.lottery ? { livesHere: number % 5 !== 0 } : {})
      },
      channel,
      key: newId(),
      actor: channel === 'web' ? 'applicant' : deskAccountId,
      now: at
    });
    if (!applied.ok) throw new Error(`an applicant is refused: ${applied.error.type}`);
    if (plan.code === 'C11' && count === 2) {
      const { signUpId } = applied.value;
      await cancelApplication(db, {
        signUpId,
        by: 'staff',
        actor: deskAccountId,
        now: at + HOUR_MS
      });
    }
  }
  return {
    index,
    sessionId: planned.value.sessionIds[0] ?? '',
    startsAt: plan.sessions[0]?.startsAt ?? 0
  };
}

/** Somebody who came to one of the first classes: no first-timer any more. */
function knownPerson(count: number): number {
  return (count % 9) * 11 + (count % 5) + 1;
}

/** Draws what is drawn already, once it is known who came to the classes before. */
async function drawIfDue(
  { db, deskAccountId }: Around,
  { plan, isDrawn }: DemoClass
): Promise<void> {
  if (!isDrawn || !plan.lottery) return;
  const { id } = await db
    .selectFrom('workshop')
    .select('id')
    .where('code', '=', plan.code)
    .executeTakeFirstOrThrow();
  await drawLottery(db, { workshopId: id, actor: deskAccountId, now: plan.lottery.drawsAt });
}

/** The same day between nine and half past four, when applications are taken. */
function inOfficeHours(at: Instant, count: number): Instant {
  return instantOf(localDateOf(at), '09:00') + ((count * 50) % 450) * MINUTE_MS;
}

/** Most came, one told us, one did not; two walked in, and once two tablets checked the same person in. */
async function writeAttendance(
  db: Db,
  { index, sessionId, startsAt }: Held,
  first: DemoTablet,
  second: DemoTablet
): Promise<void> {
  const lines = await db
    .selectFrom('participation')
    .select(['id', 'number'])
    .where('session_id', '=', sessionId)
    .orderBy('number')
    .execute();
  const present: string[] = [];
  for (const { id, number } of lines) {
    const at = startsAt - (12 - number) * MINUTE_MS;
    if (number % 9 === 4) continue;
    if (number % 9 === 7) {
      first.write(sessionId, 'attend.noshow', id, { told: true }, at - HOUR_MS);
      continue;
    }
    first.write(sessionId, 'attend.checkin', id, { by: 'kana', late: at > startsAt }, at);
    present.push(id);
    if (index === 8 && number === 2) {
      second.write(sessionId, 'attend.checkin', id, { by: 'qr', late: false }, at + MINUTE_MS);
    }
  }
  writeClassDay(first, { sessionId, startsAt, present });
  for (let walkIn = 1; walkIn <= 2; walkIn++) {
    first.write(
      sessionId,
      'attend.walkin',
      newId(),
      {
        ...personNumber(500 + index * 2 + walkIn),
        ageBand: '75-84',
        phoneFamily: 'kantan',
        overCapacity: lines.length >= 10 ? 'came-anyway' : ''
      },
      startsAt + walkIn * 3 * MINUTE_MS
    );
  }
}

const STILL_TO_TELL_MS = 6 * DAY_MS;

/** What is older than a few days was told, or could not be; the rest waits on the desk's list. */
async function tellPastNotices({ db, now, deskAccountId }: Around): Promise<void> {
  const old = db
    .selectFrom('notice')
    .select('id')
    .where('created_at', '<', now - STILL_TO_TELL_MS);
  await db
    .updateTable('notice')
    .set((eb) => ({
      state: 'told',
      told_at: eb('created_at', '+', 2 * HOUR_MS),
      told_by: deskAccountId
    }))
    .where('id', 'in', old)
    .where('state', '=', 'to-tell')
    .execute();
}
