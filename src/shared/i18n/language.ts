/** The languages everything public is written in, Japanese first. */
export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** The address of a public page in a language: Japanese has no prefix (`/lessons`, `/en/lessons`). */
export function localPath(path: string, language: Language): string {
  if (language === 'ja') return path;
  return path === '/' ? '/en' : `/en${path}`;
}
