import { codeOf, lineOf, wholeNumberOf } from '#app/server/read-form.ts';
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

const LONGEST_NOTE = 200;

/**
 * The rules of a lottery as chosen in the form of a new workshop; an empty number is no limit.
 * @returns `undefined` when the number is none.
 */
export function readRules(form: FormData): LotteryRules | undefined {
  const chosen = Object.fromEntries(
    priorities.flatMap((priority) => {
      const strength = codeOf(form, `priority-${priority}`, strengths);
      return strength ? [[priority, strength] as const] : [];
    })
  );
  if (lineOf(form, 'seatsPerYear') === '') return { priorities: chosen };
  const seatsPerYear = wholeNumberOf(form, 'seatsPerYear') ?? 0;
  if (seatsPerYear < 1 || seatsPerYear > MOST_SEATS_PER_YEAR) return undefined;
  return { priorities: chosen, seatsPerYear };
}

/** The same fields as typed, so that a form with a mistake comes back whole. */
export function typedRules(form: FormData): Record<string, string> {
  const names = [...priorities.map((priority) => `priority-${priority}`), 'seatsPerYear'];
  return Object.fromEntries(names.map((name) => [name, lineOf(form, name)]));
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
