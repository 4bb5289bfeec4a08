import * as v from 'valibot';
import { type Face, faces } from '../domain/finger.ts';

const FACE_KEY = 'engawa.face';
const PRACTISED_KEY = 'engawa.practised';

const Slugs = v.array(v.pipe(v.string(), v.maxLength(20)));

/** The address wins (`?face=kantan`), then what was chosen on this device, then Android. */
export function chosenFace(search: string): Face {
  const candidates = [new URLSearchParams(search).get('face'), read(FACE_KEY)];
  return candidates.find(isFace) ?? 'android';
}

export function keepFace(face: Face): void {
  keep(FACE_KEY, face);
}

/** The rehearsals that were finished on this device; anything unreadable counts as none. */
export function practisedSlugs(): string[] {
  try {
    const kept = v.safeParse(Slugs, JSON.parse(read(PRACTISED_KEY) ?? '[]'));
    return kept.success ? kept.output : [];
  } catch (failure) {
    if (failure instanceof SyntaxError) return [];
    throw failure;
  }
}

export function keepPractised(slug: string): void {
  keep(PRACTISED_KEY, JSON.stringify([...new Set([...practisedSlugs(), slug])]));
}

function isFace(value: unknown): value is Face {
  return faces.includes(value as Face);
}

/** A browser that refuses its storage (private mode, full) still runs the rehearsal. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch (failure) {
    if (failure instanceof DOMException) return null;
    throw failure;
  }
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch (failure) {
    if (!(failure instanceof DOMException)) throw failure;
  }
}
