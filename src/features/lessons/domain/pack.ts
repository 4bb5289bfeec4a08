import * as v from 'valibot';
import { isLanguage, type Language } from '#shared/i18n/language.ts';

/** Everything of one language that is kept for reading without a network, by address. */
export type Pack = {
  /** Pages that belong to no lesson: the list, the words, the drills, the card to show, and what one has done. */
  readonly common: readonly string[];
  readonly lessons: ReadonlyMap<string, readonly string[]>;
};

const PACKED =
  /^(?:\/(en))?\/(?:(?:lessons|practice)(?:\/([^/]+))?|words|card|drills(?:\/[^/]+)?|stamps|resume|about\/versions)(?:\/|$)/;

/** The pack of a language, out of all addresses that are made at build. */
export function packOf(prerendered: readonly string[], language: Language): Pack {
  const common: string[] = [];
  const lessons = new Map<string, string[]>();
  for (const path of prerendered) {
    const match = PACKED.exec(path);
    if (!match || (match[1] ?? 'ja') !== language) continue;

    const lesson = match[2];
    if (lesson === undefined) common.push(path);
    else lessons.set(lesson, [...(lessons.get(lesson) ?? []), path]);
  }
  return { common, lessons };
}

/** What is fetched in one piece: a lesson with all its pages, or the common ones. */
export type Bundle = { readonly name: string; readonly pages: readonly string[] };

export function bundlesOf(pack: Pack): Bundle[] {
  return [
    { name: 'common', pages: pack.common },
    ...[...pack.lessons].map(([name, pages]) => ({ name, pages }))
  ];
}

/** Where a bundle is served: a JSON object of pages (HTML) by address. */
export function bundleAddress(language: Language, name: string): string {
  return `/packs/${language}/${name}.json`;
}

export function pagesOf(pack: Pack): string[] {
  return [...pack.common, ...[...pack.lessons.values()].flat()];
}

/** How much of a pack is on this device; a lesson counts when every page of it is here. */
export type PackState = {
  readonly type: 'pack.state';
  readonly language: Language;
  readonly here: readonly string[];
  readonly missing: readonly string[];
  /** Why filling stopped early; it goes on with the next request. */
  readonly trouble?: 'no-network' | 'no-space';
};

export function packStateOf(
  pack: Pack,
  language: Language,
  isHere: (path: string) => boolean
): PackState {
  const here: string[] = [];
  const missing: string[] = [];
  for (const [lesson, pages] of pack.lessons) (pages.every(isHere) ? here : missing).push(lesson);
  return { type: 'pack.state', language, here, missing };
}

/** What a page asks of the service worker; the answers are `PackState` messages. */
export type PackRequest = {
  readonly type: 'pack.fill' | 'pack.look';
  readonly language: Language;
};

export function isPackRequest(value: unknown): value is PackRequest {
  if (typeof value !== 'object' || value === null) return false;
  const { type, language } = value as { type?: unknown; language?: unknown };
  return (type === 'pack.fill' || type === 'pack.look') && isLanguage(language);
}

const PackStateShape = v.object({
  type: v.literal('pack.state'),
  language: v.picklist(['ja', 'en']),
  here: v.array(v.string()),
  missing: v.array(v.string()),
  trouble: v.optional(v.picklist(['no-network', 'no-space']))
});

export function isPackState(value: unknown): value is PackState {
  return v.is(PackStateShape, value);
}
