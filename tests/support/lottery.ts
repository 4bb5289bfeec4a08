import { applyForWorkshop } from '#app/server/apply.ts';
import { drawLottery, type Drawn } from '#app/server/draw-lottery.ts';
import type { Application } from '#features/workshops/domain/application.ts';
import type { LotteryRules } from '#features/workshops/domain/lottery.ts';
import type { WorkshopPlan } from '#features/workshops/domain/plan.ts';
import type { Db } from '#server/db/database.ts';
import { instantOf, type Instant } from '#shared/time/instant.ts';
import { applicantNumber, keyNumber } from './applications.ts';
import { plannedWorkshop, whileOpen } from './workshops.ts';

/** When the lots of `plannedLottery` are drawn: the morning after applications closed. */
export const drawDay: Instant = instantOf('2026-12-01', '08:00');

let nextCode = 1;
let nextKey = 1;

/** A class whose seats are drawn; codes are unique within one database. */
export async function plannedLottery(
  db: Db,
  told: {
    readonly seats?: number;
    readonly rules?: LotteryRules;
    readonly plan?: Partial<WorkshopPlan>;
  } = {}
): Promise<{ readonly workshopId: string; readonly code: string; readonly sessionId: string }> {
  const code = `L${nextCode++}`;
  const { workshopId, sessionIds } = await plannedWorkshop(db, {
    code,
    seats: told.seats ?? 3,
    selection: 'lottery',
    lottery: { drawsAt: drawDay, rules: told.rules ?? { priorities: {} } },
    ...told.plan
  });
  return { workshopId, code, sessionId: sessionIds[0] ?? '' };
}

/** The n-th invented person applies. @returns the sign-up's id. */
export async function enter(
  db: Db,
  code: string,
  number: number,
  changed: Partial<Application> = {},
  channel: 'web' | 'paper' = 'web'
): Promise<string> {
  const applied = await applyForWorkshop(db, {
    code,
    application: applicantNumber(number, changed),
    channel,
    key: keyNumber(900_000 + nextKey++),
    actor: 'clerk',
    now: whileOpen
  });
  if (!applied.ok) throw new Error(applied.error.type);
  return applied.value.signUpId;
}

/** People from this number on apply one after the other. @returns their sign-ups' ids. */
export async function enterSeveral(
  db: Db,
  code: string,
  people: number,
  from: number
): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < people; index++) ids.push(await enter(db, code, from + index));
  return ids;
}

/** What a clerk asks for on the day of the draw. */
export function asked(workshopId: string) {
  return { workshopId, actor: 'clerk', now: drawDay };
}

export async function drawnNow(db: Db, workshopId: string): Promise<Drawn> {
  const drawn = await drawLottery(db, asked(workshopId));
  if (!drawn.ok) throw new Error(drawn.error.type);
  return drawn.value;
}

/** The sign-ups of a workshop, first come first. */
export function signUpsIn(db: Db, workshopId: string) {
  return db
    .selectFrom('sign_up')
    .select(['id', 'status', 'line_number', 'receipt_number', 'receipt_token'])
    .where('workshop_id', '=', workshopId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}
