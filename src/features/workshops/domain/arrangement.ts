import type { PhoneFamily } from '#features/people/domain/person.ts';

/** Who holds a workshop: the city, Tokyo, or a partner that is named. */
export const hosts = ['city', 'tokyo', 'partner'] as const;
export type Host = (typeof hosts)[number];

/** Phone families for which an organiser reckons seats: their screens are taught apart. */
export const quotaFamilies = [
  'iphone',
  'android',
  'kantan'
] as const satisfies readonly PhoneFamily[];
export type QuotaFamily = (typeof quotaFamilies)[number];

/** What a workshop takes beyond its seats: who holds it, who helps, and how much it gives way. */
export type Arrangement = {
  readonly host: Host;
  /** The partner's name as the public reads it; empty otherwise. */
  readonly hostName: string;
  /** Who teaches, in words for the desk (「携帯会社から 2人」); may be empty. */
  readonly lecturers: string;
  /** How many people one supporter looks after. */
  readonly peoplePerSupporter: number;
  /** Supporters who have said that they come. */
  readonly supporters: number;
  /** How many above 定員 are let in on the day: more people than signed up are normal. */
  readonly extraSeats: number;
  /** Seats meant for each phone family, as a guide for the desk; absent families have none. */
  readonly phoneQuotas: Readonly<Partial<Record<QuotaFamily, number>>>;
  /** Whether those numbers are kept when seats are given, not only shown. */
  readonly dividesByPhone?: boolean;
  /** First come, first served only: who has this many seats of the fiscal year waits behind the others. */
  readonly seatsPerYear?: number | undefined;
};

/** Ten people, three or four supporters, and a few who just come: the usual class. */
export const usualArrangement: Arrangement = {
  host: 'city',
  hostName: '',
  lecturers: '',
  peoplePerSupporter: 3,
  supporters: 0,
  extraSeats: 3,
  phoneQuotas: {}
};

/** Supporters that so many people need. */
export function supportersNeeded(people: number, peoplePerSupporter: number): number {
  return Math.ceil(people / peoplePerSupporter);
}

/** People in a workshop at one moment. */
export type PeopleComing = {
  readonly confirmed: number;
  /** Companions of those who have a seat. */
  readonly companions: number;
  readonly supporters: number;
};

/** Chairs that are taken: companions and supporters sit too. */
export function chairsTaken({ confirmed, companions, supporters }: PeopleComing): number {
  return confirmed + companions + supporters;
}

/** One family's seats and how many of it have one. */
export type QuotaUse = {
  readonly family: QuotaFamily;
  readonly seats: number;
  readonly taken: number;
};

/** How the phones of those who have a seat stand to what was planned, in the order of the families. */
export function quotaUse(
  quotas: Arrangement['phoneQuotas'],
  phones: readonly PhoneFamily[]
): readonly QuotaUse[] {
  return quotaFamilies.flatMap((family) => {
    const seats = quotas[family];
    if (seats === undefined) return [];
    return [{ family, seats, taken: phones.filter((phone) => phone === family).length }];
  });
}
