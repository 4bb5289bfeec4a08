import { planWorkshop } from '#app/server/plan-workshop.ts';
import { city } from '#city/current.ts';
import { keepCityVenues } from '#features/places/server/venues.ts';
import type { WorkshopPlan } from '#features/workshops/domain/plan.ts';
import type { PlannedWorkshop } from '#features/workshops/server/workshops.ts';
import type { Db } from '#server/db/database.ts';
import { instantOf, type Instant } from '#shared/time/instant.ts';

/** A class of ten at 狭山公民館 on 1 December 2026 that opened in November. */
export const classPlan: WorkshopPlan = {
  code: 'C12',
  kind: 'class',
  titleJa: 'はじめてのスマホ',
  titleEn: 'First steps with a smartphone',
  aboutJa: 'さわり方から、ゆっくり はじめます。',
  aboutEn: 'We begin slowly, with how to touch.',
  bringJa: '飲みもの',
  bringEn: 'A drink',
  venueId: 'sayama',
  seats: 10,
  roomChairs: 24,
  longestLine: 5,
  loanPhones: 4,
  selection: 'first-come',
  opensAt: instantOf('2026-11-01', '09:00'),
  closesAt: instantOf('2026-11-30', '17:00'),
  state: 'open',
  sessions: [
    { startsAt: instantOf('2026-12-01', '10:00'), endsAt: instantOf('2026-12-01', '12:00') }
  ]
};

/** While sign-up to `classPlan` is open. */
export const whileOpen: Instant = instantOf('2026-11-10', '10:00');

/** Plans a workshop for a test; whatever is not told is as in `classPlan`. */
export async function plannedWorkshop(
  db: Db,
  plan: Partial<WorkshopPlan> = {}
): Promise<PlannedWorkshop> {
  await keepCityVenues(db, city.venues);
  const planned = await planWorkshop(db, {
    ...classPlan,
    ...plan,
    now: plan.opensAt ?? classPlan.opensAt
  });
  if (!planned.ok) throw new Error(planned.error.type);
  return planned.value;
}
