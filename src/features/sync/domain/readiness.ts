import { DAY_MS, MINUTE_MS, type Instant } from '#shared/time/instant.ts';
import { isClockWrong, type StorageAnswer } from './tablet.ts';

/** The roster pack of one session that a device is to receive for. */
export type HeldPack = {
  readonly people: number;
  /** 0: it has never come whole. */
  readonly lastPulledAt: Instant;
};

/** What a device knows of itself before it leaves the office. */
export type TabletFacts = {
  readonly packs: readonly HeldPack[];
  readonly unsent: number;
  readonly storage: StorageAnswer;
  /** `undefined` where the browser does not tell. */
  readonly battery: { readonly level: number; readonly charging: boolean } | undefined;
  readonly pin: 'set' | 'not-set';
  /** `undefined` while the server has not been asked. */
  readonly isNewestVersion: boolean | undefined;
  readonly clockOffsetMs: number;
  /** The last contact with the server; 0: none since the page was opened. */
  readonly metServerAt: Instant;
};

/**
 * - `good`: as it should be. `look`: worth a look, and one may go all the same.
 * - `bad`: the tablet is not ready. `untold`: this device does not tell; it speaks for neither.
 */
export type CheckState = 'good' | 'look' | 'bad' | 'untold';
export const checkNames = [
  'data',
  'synced',
  'sent',
  'storage',
  'battery',
  'pin',
  'version',
  'clock'
] as const;
export type CheckName = (typeof checkNames)[number];
export type Readiness = {
  readonly ready: boolean;
  readonly checks: Readonly<Record<CheckName, CheckState>>;
};

/** At most so many people in one session's pack, unless staff mean it. */
const MOST_PEOPLE = 100;
const FRESH_MS = 15 * MINUTE_MS;
const BATTERY_ENOUGH = 0.5;
const BATTERY_LEAST = 0.2;

/** Decides whether a device can go to the venue, one answer for each thing to check. */
export function readiness(facts: TabletFacts, now: Instant): Readiness {
  const checks = {
    data: dataState(facts.packs),
    synced: syncedState(facts, now),
    sent: facts.unsent === 0 ? 'good' : 'look',
    storage: { kept: 'good', 'not-kept': 'look', unknown: 'untold' }[facts.storage] as CheckState,
    battery: batteryState(facts.battery),
    pin: facts.pin === 'set' ? 'good' : 'bad',
    version:
      facts.isNewestVersion === undefined ? 'untold' : facts.isNewestVersion ? 'good' : 'bad',
    clock: isClockWrong(facts.clockOffsetMs) ? 'look' : 'good'
  } as const satisfies Record<CheckName, CheckState>;
  return { ready: !Object.values<CheckState>(checks).includes('bad'), checks };
}

function dataState(packs: readonly HeldPack[]): CheckState {
  if (packs.length === 0 || packs.some(({ lastPulledAt }) => lastPulledAt === 0)) return 'bad';
  return packs.some(({ people }) => people > MOST_PEOPLE) ? 'look' : 'good';
}

/** Rows of yesterday are no roster of today; within the quarter hour they are fresh. */
function syncedState({ packs }: TabletFacts, now: Instant): CheckState {
  const oldest = Math.min(...packs.map(({ lastPulledAt }) => lastPulledAt));
  if (packs.length === 0 || now - oldest > DAY_MS) return 'bad';
  return now - oldest <= FRESH_MS ? 'good' : 'look';
}

function batteryState(battery: TabletFacts['battery']): CheckState {
  if (!battery) return 'untold';
  if (battery.charging || battery.level >= BATTERY_ENOUGH) return 'good';
  return battery.level < BATTERY_LEAST ? 'bad' : 'look';
}
