import { addDays, instantOf, localDateOf, type Instant } from '#shared/time/instant.ts';
import { helpTimeOf, isThere, type Helper, type HelpSlot } from './help-slot.ts';

/** When help is given in each half day; people come after the morning's errands. */
const HALVES = [
  { starts: '10:00', ends: '12:00' },
  { starts: '13:30', ends: '15:30' }
] as const;
const MINUTES = 30;

/**
 * Slots where places keep none of their own: each half day of the coming days, at each place, with the
 * supporters who said they come there at that time. Somebody of the place is promised as host and is
 * named when a meeting is confirmed, which is refused without a name.
 */
export function halfDaySlots(
  helpers: readonly Helper[],
  venueIds: readonly string[],
  { now, days }: { readonly now: Instant; readonly days: number }
): readonly HelpSlot[] {
  const today = localDateOf(now);
  return Array.from({ length: days }, (_, day) => addDays(today, day + 1)).flatMap((date) =>
    HALVES.flatMap(({ starts, ends }) => {
      const startsAt = instantOf(date, starts);
      const time = helpTimeOf(startsAt);
      return venueIds.flatMap((venueId) => {
        const supporterIds = helpers
          .filter((helper) => helper.venues.includes(venueId) && isThere(helper, date, time))
          .map(({ id }) => id);
        if (supporterIds.length === 0) return [];
        const id = `${date}/${starts}/${venueId}`;
        const endsAt = instantOf(date, ends);
        return [
          { id, venueId, startsAt, endsAt, minutes: MINUTES, supporterIds, host: 'promised' }
        ];
      });
    })
  );
}
