import { isSpeed, type Speed } from '../domain/voice.ts';
import { keep, readKept } from './device.ts';

const SPEED_KEY = 'engawa.voice.speed';

/** Holds `heard` or `silent` once somebody answered for a voice of that language on this device. */
export function heardKey(language: string): string {
  return `engawa.voice.${language}`;
}

export function keptSpeed(): Speed {
  const kept = readKept(SPEED_KEY);
  return isSpeed(kept) ? kept : 'usual';
}

export function keepSpeed(speed: Speed): void {
  keep(SPEED_KEY, speed);
}
