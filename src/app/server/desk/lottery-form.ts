import { codeOf, lineOf } from '#app/server/read-form.ts';
import {
  MOST_SEATS_PER_YEAR,
  overridePlaces,
  overrideReasons,
  priorities,
  strengths,
  type LotteryRules,
  type OverridePlace,
  type OverrideReason
} from '#features/workshops/domain/lottery.ts';
import type { Selection } from '#features/workshops/domain/workshop.ts';
import type { PlanReader, TypedPlan } from './plan-reader.ts';

const LONGEST_NOTE = 200;
const NO_LIMIT = -1;
const ruleFields = [
  ...priorities.map((priority) => `priority-${priority}` as const),
  'seatsPerYear'
] as const;

/**
 * A lottery as chosen in the form of a plan; `readDraw` reads when it is drawn, from fields that begin
 * with `draws`. Where places are given otherwise, what was typed is remembered and not judged.
 */
export function readLottery<Draw>(
  reader: PlanReader,
  selection: Selection,
  readDraw: () => Draw
): (Draw & { readonly rules: LotteryRules }) | undefined {
  if (selection === 'lottery') return { ...readDraw(), rules: readRules(reader) };
  for (const name of [...ruleFields, 'drawsDate', 'drawsDays', 'drawsTime']) {
    reader.text(name, false);
  }
  return undefined;
}

/** An empty number is no limit. */
function readRules(reader: PlanReader): LotteryRules {
  const chosen = priorities.flatMap((priority) => {
    const strength = reader.choice(`priority-${priority}`, ['', ...strengths] as const, '');
    return strength === '' ? [] : [[priority, strength] as const];
  });
  const seatsPerYear = reader.number('seatsPerYear', NO_LIMIT);
  if (seatsPerYear === NO_LIMIT) return { priorities: Object.fromEntries(chosen) };

  if (seatsPerYear < 1 || seatsPerYear > MOST_SEATS_PER_YEAR) {
    reader.errors['seatsPerYear'] = 'not-a-number';
  }
  return { priorities: Object.fromEntries(chosen), seatsPerYear };
}

/** The rules as their fields would hold them. */
export function typedRules({ priorities: chosen, seatsPerYear }: LotteryRules): TypedPlan {
  return {
    ...Object.fromEntries(priorities.map((name) => [`priority-${name}`, chosen[name] ?? ''])),
    seatsPerYear: seatsPerYear === undefined ? '' : String(seatsPerYear)
  };
}

/** What sets an entrant apart; `undefined` unless place, reason and circumstances are all told. */
export function readOverride(form: FormData):
  | {
      readonly to: OverridePlace;
      readonly reason: OverrideReason;
      readonly note: string;
    }
  | undefined {
  const to = codeOf(form, 'to', overridePlaces);
  const reason = codeOf(form, 'reason', overrideReasons);
  const note = lineOf(form, 'note', LONGEST_NOTE);
  return to && reason && note ? { to, reason, note } : undefined;
}
