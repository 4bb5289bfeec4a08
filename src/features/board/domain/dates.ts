import type { LocalDate } from '#shared/time/instant.ts';
import type { DateWish } from './help-slot.ts';

const MOST_DATES = 60;

/**
 * The dates with one more, or one changed; what is over is left out.
 * @returns `undefined` for a day that is no day, is not ahead, or is one too many
 */
export function withDate(
  dates: readonly DateWish[],
  wish: DateWish,
  today: LocalDate
): readonly DateWish[] | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(wish.date) || wish.date <= today) return undefined;
  const others = dates.filter(({ date }) => date > today && date !== wish.date);
  if (others.length >= MOST_DATES) return undefined;
  return [...others, wish].sort((one, other) => (one.date < other.date ? -1 : 1));
}
