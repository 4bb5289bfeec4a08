import {
  closedDayRules,
  groupings,
  nths,
  type Month
} from '#features/workshops/domain/recurrence.ts';
import type { SeriesPlan } from '#features/workshops/domain/series.ts';
import { newId } from '#shared/ids.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { readLottery } from './lottery-form.ts';
import {
  PlanReader,
  readCode,
  readTemplate,
  type PlanFormErrors,
  type TypedPlan
} from './plan-reader.ts';

const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6'] as const;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads the form of a series. `id` came with the form and names what it makes; `seen` is the mark of the
 * preview that was looked at, empty before.
 */
export function readSeriesForm(form: FormData): {
  readonly id: string;
  readonly seen: string;
  readonly typed: TypedPlan;
  readonly plan: Result<SeriesPlan, PlanFormErrors>;
} {
  const reader = new PlanReader(form);
  const template = readTemplate(reader);
  const plan: SeriesPlan = {
    template,
    firstCode: readCode(reader, 'firstCode'),
    rhythm: {
      nths: reader.ticked('nths', nths.length),
      weekday: Number(reader.choice('weekday', WEEKDAYS, '2'))
    },
    from: readMonth(reader),
    months: reader.number('months'),
    rule: reader.choice('rule', closedDayRules, 'skip'),
    grouping: reader.choice('grouping', groupings, 'each'),
    begins: reader.clock('begins'),
    ends: reader.clock('ends'),
    signUp: {
      opensDays: reader.number('opensDays'),
      opensTime: reader.clock('opensTime'),
      closesDays: reader.number('closesDays'),
      closesTime: reader.clock('closesTime')
    },
    draw: readLottery(reader, template.selection, () => ({
      drawsDays: reader.number('drawsDays'),
      drawsTime: reader.clock('drawsTime')
    }))
  };
  const id = reader.text('id', false, 40);
  return {
    id: ID.test(id) ? id : newId(),
    seen: reader.text('seen', false, 80),
    typed: reader.typed,
    plan: reader.isSound ? ok(plan) : err(reader.errors)
  };
}

/** A month as the browser's month field sends it, `2026-12`. */
function readMonth(reader: PlanReader): Month {
  const typed = /^(20\d{2})-(0[1-9]|1[0-2])$/.exec(reader.text('from'));
  if (!typed) reader.errors['from'] ??= 'not-a-time';
  return { year: Number(typed?.[1]), month: Number(typed?.[2]) };
}
