import { readRules, typedRules } from '#app/server/desk/lottery-form.ts';
import { codeOf, lineOf, wholeNumberOf } from '#app/server/read-form.ts';
import type { WorkshopPlan } from '#features/workshops/domain/plan.ts';
import { selections, workshopKinds } from '#features/workshops/domain/workshop.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { instantOf, type Instant } from '#shared/time/instant.ts';

/** As many dates as the form has rows; empty rows are passed over. */
export const DATE_ROWS = 6;

/** Every field as typed, so that a form with a mistake comes back whole. */
export type TypedPlan = Readonly<Record<string, string>>;

/** Names of fields that cannot be understood; each is one sentence on the page. */
export type PlanFormErrors = Readonly<Record<string, 'missing' | 'not-a-number' | 'not-a-time'>>;

type NumberField = 'seats' | 'roomChairs' | 'longestLine' | 'loanPhones';

/** Reads the form of a new workshop. Whether the plan makes sense is decided by `planWorkshop`. */
export function readPlanForm(form: FormData): {
  readonly typed: TypedPlan;
  readonly plan: Result<WorkshopPlan, PlanFormErrors>;
} {
  const errors: Record<string, PlanFormErrors[string]> = {};
  const typed: Record<string, string> = typedRules(form);
  const text = (name: string, required = true, longest = 400): string => {
    const value = lineOf(form, name, longest);
    typed[name] = value;
    if (required && value === '') errors[name] = 'missing';
    return value;
  };
  const number = (name: NumberField): number => {
    text(name, false);
    const value = wholeNumberOf(form, name);
    if (value === undefined) errors[name] = 'not-a-number';
    return value ?? 0;
  };
  const moment = (name: string): Instant => {
    const at = instantAt(text(`${name}Date`), text(`${name}Time`));
    if (at === undefined) errors[`${name}Date`] = 'not-a-time';
    return at ?? 0;
  };

  const readLottery = (): WorkshopPlan['lottery'] => {
    const drawsAt = moment('draws');
    const rules = readRules(form);
    if (!rules) errors['seatsPerYear'] = 'not-a-number';
    return rules && { drawsAt, rules };
  };
  const titleJa = text('titleJa');
  const aboutJa = text('aboutJa');
  const bringJa = text('bringJa', false);
  const plan: WorkshopPlan = {
    code: text('code').toUpperCase().normalize('NFKC'),
    kind: codeOf(form, 'kind', workshopKinds) ?? 'class',
    titleJa,
    titleEn: text('titleEn', false) || titleJa,
    aboutJa,
    aboutEn: text('aboutEn', false) || aboutJa,
    bringJa,
    bringEn: text('bringEn', false) || bringJa,
    venueId: text('venueId'),
    seats: number('seats'),
    roomChairs: number('roomChairs'),
    longestLine: number('longestLine'),
    loanPhones: number('loanPhones'),
    selection: codeOf(form, 'selection', selections) ?? 'first-come',
    opensAt: moment('opens'),
    closesAt: moment('closes'),
    state: codeOf(form, 'state', ['open', 'draft'] as const) ?? 'open',
    sessions: readDates(text, errors)
  };
  const lottery = plan.selection === 'lottery' ? readLottery() : undefined;
  typed['kind'] = plan.kind;
  typed['selection'] = plan.selection;
  typed['state'] = plan.state;
  return { typed, plan: Object.keys(errors).length > 0 ? err(errors) : ok({ ...plan, lottery }) };
}

function readDates(
  text: (name: string, required?: boolean) => string,
  errors: Record<string, PlanFormErrors[string]>
): WorkshopPlan['sessions'] {
  const sessions: { startsAt: Instant; endsAt: Instant }[] = [];
  for (let row = 0; row < DATE_ROWS; row++) {
    const [date, begin, end] = [`date${row}`, `begin${row}`, `end${row}`].map((name) =>
      text(name, false)
    ) as [string, string, string];
    if (date === '' && row > 0) continue;
    const startsAt = instantAt(date, begin);
    const endsAt = instantAt(date, end);
    if (startsAt === undefined || endsAt === undefined) errors[`date${row}`] = 'not-a-time';
    else sessions.push({ startsAt, endsAt });
  }
  return sessions;
}

/** A day and a clock time of the form, or `undefined` when they are none (31 February). */
function instantAt(date: string, time: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
    return undefined;
  const at = instantOf(date, time);
  if (!Number.isFinite(at) || new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date) {
    return undefined;
  }
  return at;
}
