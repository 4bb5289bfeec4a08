import type { Instant } from '#shared/time/instant.ts';
import type { Arrangement, Host } from './arrangement.ts';
import type { LotteryView } from './lottery.ts';
import type { SignUpState } from './place.ts';
import type { WorkshopKind } from './workshop.ts';

type Words = { readonly ja: string; readonly en: string };

/** A workshop as everybody may see it. */
export type WorkshopView = SignUpState & {
  readonly id: string;
  readonly code: string;
  readonly kind: WorkshopKind;
  readonly title: Words;
  readonly about: Words;
  /** May be empty. */
  readonly bring: Words;
  readonly venueId: string;
  readonly roomId: string | undefined;
  readonly host: Host;
  /** The partner's name; empty otherwise. */
  readonly hostName: string;
  readonly phoneQuotas: Arrangement['phoneQuotas'];
  readonly loanPhones: number;
  /** Only where seats are drawn by lot. */
  readonly lottery?: LotteryView | undefined;
  /** Earliest first. */
  readonly sessions: readonly SessionView[];
};

export type SessionView = {
  readonly id: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly state: 'planned' | 'cancelled';
  /** Why it was moved or called off, and from when; absent while it is as first told. */
  readonly change?:
    | {
        readonly reason: Words;
        readonly from: {
          readonly startsAt: Instant;
          readonly venueId: string;
          readonly roomId?: string | undefined;
        };
      }
    | undefined;
};

/** A public place as pages show it. */
export type PlaceView = {
  readonly id: string;
  readonly name: Words;
  readonly kana: string;
  readonly address: string;
  readonly telephone: string;
  readonly rooms: readonly { readonly id: string; readonly name: Words }[];
};

/** All that is public about the coming workshops, at one moment. */
export type WorkshopSnapshot = {
  readonly takenAt: Instant;
  /** Soonest first. */
  readonly workshops: readonly WorkshopView[];
  readonly places: readonly PlaceView[];
};

/** The dates still to come, soonest first: what a list of 「次の体験会」 shows. */
export function comingSessions(
  snapshot: Pick<WorkshopSnapshot, 'workshops'>,
  now: Instant
): readonly { readonly workshop: WorkshopView; readonly session: SessionView }[] {
  return snapshot.workshops
    .flatMap((workshop) => workshop.sessions.map((session) => ({ workshop, session })))
    .filter(({ session }) => session.endsAt > now)
    .sort((one, other) => one.session.startsAt - other.session.startsAt);
}

/** Workshops with a date still to come, the one that is next first. */
export function comingWorkshops(
  snapshot: Pick<WorkshopSnapshot, 'workshops'>,
  now: Instant
): readonly WorkshopView[] {
  return [...new Set(comingSessions(snapshot, now).map(({ workshop }) => workshop))];
}
