import type { PlanFormErrors } from '#app/server/desk/plan-reader.ts';
import type { MessageKey, Translate } from '#shared/i18n/translator.ts';

const LABELS: Readonly<Record<string, MessageKey>> = {
  code: 'desk.plan.code',
  firstCode: 'desk.series.firstCode',
  titleJa: 'desk.plan.titleJa',
  aboutJa: 'desk.plan.aboutJa',
  venueId: 'desk.plan.venue',
  seats: 'desk.plan.seats',
  roomChairs: 'desk.plan.roomChairs',
  longestLine: 'desk.plan.longestLine',
  loanPhones: 'desk.plan.loanPhones',
  peoplePerSupporter: 'desk.plan.peoplePerSupporter',
  supporters: 'desk.plan.supporters',
  extraSeats: 'desk.plan.extraSeats',
  months: 'desk.series.months',
  from: 'desk.series.from',
  begins: 'desk.series.begins',
  ends: 'desk.series.ends',
  opensDays: 'desk.series.opensDays',
  closesDays: 'desk.series.closesDays',
  drawsDate: 'desk.plan.lottery.draws',
  drawsDays: 'desk.series.drawsDays',
  drawsTime: 'desk.plan.lottery.drawsTime',
  seatsPerYear: 'desk.plan.seatsPerYear'
};

/** Which question of a plan's form a field belongs to. */
function labelOf(name: string): MessageKey {
  if (/^(date|begin|end)\d$/.test(name)) return 'desk.plan.dates';
  if (name.startsWith('quota-')) return 'desk.plan.quotas';
  return LABELS[name] ?? (name.startsWith('opens') ? 'desk.plan.opens' : 'desk.plan.closes');
}

/** One sentence by name of the field. */
export function planErrors(
  t: Translate,
  errors: PlanFormErrors | undefined
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(errors ?? {}).map(([name, code]) => [
      name,
      t(`desk.plan.errors.${code}`, { field: t(labelOf(name)) })
    ])
  );
}
