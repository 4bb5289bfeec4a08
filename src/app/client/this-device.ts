import { version } from '$app/environment';
import { askToKeepStorage, storageAnswer } from '#features/sync/client/kept-storage.ts';
import type { Surroundings } from '#features/sync/client/report.ts';
import type { TabletFacts } from '#features/sync/domain/readiness.ts';

type Battery = { readonly level: number; readonly charging: boolean };
type TellsBattery = Navigator & { readonly getBattery?: () => Promise<Battery> };

/** What this device tells of the app and the browser at every contact. */
export async function surroundings(): Promise<Surroundings> {
  return { appVersion: version, storage: await storageAnswer() };
}

/** Asks for what a device needs on a long day, once somebody works with it. */
export async function prepareForTheDay(): Promise<void> {
  if ((await storageAnswer()) === 'not-kept') await askToKeepStorage();
}

/** `undefined` where the browser does not tell. */
export async function readBattery(): Promise<TabletFacts['battery']> {
  const battery = await (navigator as TellsBattery).getBattery?.();
  return battery && { level: battery.level, charging: battery.charging };
}
