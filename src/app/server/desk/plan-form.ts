import type { PlannedSession, WorkshopPlan } from '#features/workshops/domain/plan.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { readLottery } from './lottery-form.ts';
import {
  instantAt,
  PlanReader,
  readCode,
  readTemplate,
  type PlanFormErrors,
  type TypedPlan
} from './plan-reader.ts';

/** As many dates as the form has rows; empty rows are passed over. */
export const DATE_ROWS = 6;

/** Reads the form of a new workshop. Whether the plan makes sense is decided by `planWorkshop`. */
export function readPlanForm(form: FormData): {
  readonly typed: TypedPlan;
  readonly plan: Result<WorkshopPlan, PlanFormErrors>;
} {
  const reader = new PlanReader(form);
  const template = readTemplate(reader);
  const plan: WorkshopPlan = {
    ...template,
    code: readCode(reader, 'code'),
    opensAt: reader.moment('opens'),
    closesAt: reader.moment('closes'),
    lottery: readLottery(reader, template.selection, () => ({ drawsAt: reader.moment('draws') })),
    sessions: readDates(reader)
  };
  return { typed: reader.typed, plan: reader.isSound ? ok(plan) : err(reader.errors) };
}

function readDates(reader: PlanReader): readonly PlannedSession[] {
  const sessions: PlannedSession[] = [];
  for (let row = 0; row < DATE_ROWS; row++) {
    const [date, begin, end] = [`date${row}`, `begin${row}`, `end${row}`].map((name) =>
      reader.text(name, false)
    ) as [string, string, string];
    if (date === '' && row > 0) continue;
    const startsAt = instantAt(date, begin);
    const endsAt = instantAt(date, end);
    if (startsAt === undefined || endsAt === undefined) reader.errors[`date${row}`] = 'not-a-time';
    else sessions.push({ startsAt, endsAt });
  }
  return sessions;
}
