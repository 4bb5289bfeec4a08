import type { PhoneFamily } from '#features/people/domain/person.ts';
import { quotaFamilies, type Arrangement, type QuotaFamily } from './arrangement.ts';

/** A part of the seats that is given out by itself: one phone family's, or everybody else's. */
export const pools = [...quotaFamilies, 'other'] as const;
export type Pool = (typeof pools)[number];

/** Seats kept for families; empty where seats are not divided, and all of them are `other`. */
export type Division = Readonly<Partial<Record<QuotaFamily, number>>>;

/** Numbers of people, by pool; an absent pool has nobody. */
export type ByPool = Readonly<Partial<Record<Pool, number>>>;

/** The numbers of an arrangement divide the seats only where the organiser said so. */
export function divisionOf({
  phoneQuotas,
  dividesByPhone
}: Pick<Arrangement, 'phoneQuotas' | 'dividesByPhone'>): Division {
  return dividesByPhone ? phoneQuotas : {};
}

/** Where somebody with this phone finds a seat. Who has none, or does not know, is among the others. */
export function poolOf(division: Division, phone: PhoneFamily): Pool {
  return (
    quotaFamilies.find((family) => family === phone && division[family] !== undefined) ?? 'other'
  );
}

/** Seats of one pool. The others have what no family keeps. */
export function seatsOfPool(division: Division, seats: number, pool: Pool): number {
  if (pool !== 'other') return division[pool] ?? 0;
  const kept = quotaFamilies.reduce((sum, family) => sum + (division[family] ?? 0), 0);
  return Math.max(0, seats - kept);
}

/**
 * Chairs for those who come along: what the room has beyond a chair for every seat and every supporter.
 * So whoever comes alone always finds a chair at a free seat.
 */
export function companionChairs(room: {
  readonly roomChairs: number;
  readonly seats: number;
  readonly supporters: number;
}): number {
  return Math.max(0, room.roomChairs - room.seats - room.supporters);
}

/** Seats and chairs that are given or held at one moment; all counts are people. */
export type Taken = {
  readonly seats: number;
  readonly division?: Division | undefined;
  readonly taken: ByPool;
  /** Chairs for companions that nobody sits on; absent where nobody looks. */
  readonly chairsLeft?: number | undefined;
};

/** Seats that somebody with this phone can be given: neither beyond the workshop's nor beyond the family's. */
export function freeSeatsOf({ seats, division = {}, taken }: Taken, pool: Pool): number {
  const all = pools.reduce((sum, one) => sum + (taken[one] ?? 0), 0);
  const own = seatsOfPool(division, seats, pool) - (taken[pool] ?? 0);
  return Math.max(0, Math.min(own, seats - all));
}

/** One person more in a pool. */
export function addTo(people: ByPool, pool: Pool, count = 1): ByPool {
  return { ...people, [pool]: (people[pool] ?? 0) + count };
}

/** Some sign-ups of one workshop that stand alike. */
export type SignUpCount = {
  readonly status: string;
  readonly phoneFamily: PhoneFamily;
  /** Over the seats of the year: behind everybody else in the line. */
  readonly isBehind: boolean;
  readonly people: number;
  readonly companions: number;
};

/** Who has a seat and who waits. */
export type SeatCount = {
  readonly confirmed: number;
  readonly confirmedByPool: ByPool;
  /** Companions of those who have a seat. */
  readonly companions: number;
  /** In the line, and those behind it not counted. */
  readonly waiting: number;
  readonly waitingByPool: ByPool;
  readonly behind: number;
};

export function countSeats(rows: readonly SignUpCount[], division: Division): SeatCount {
  const seated = rows.filter(({ status }) => status === 'confirmed');
  const line = rows.filter(({ status }) => status === 'waiting');
  const inLine = line.filter(({ isBehind }) => !isBehind);
  return {
    confirmed: sumOf(seated, 'people'),
    confirmedByPool: byPool(seated, division),
    companions: sumOf(seated, 'companions'),
    waiting: sumOf(inLine, 'people'),
    waitingByPool: byPool(inLine, division),
    behind: sumOf(line, 'people') - sumOf(inLine, 'people')
  };
}

function sumOf(rows: readonly SignUpCount[], what: 'people' | 'companions'): number {
  return rows.reduce((sum, row) => sum + row[what], 0);
}

function byPool(rows: readonly SignUpCount[], division: Division): ByPool {
  return rows.reduce<ByPool>(
    (people, row) => addTo(people, poolOf(division, row.phoneFamily), row.people),
    {}
  );
}
