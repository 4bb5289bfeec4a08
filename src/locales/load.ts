import type { Language } from '#shared/i18n/language.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import type { Translator } from '#shared/ui/translator.ts';

/** The translator of one language; its messages are a file of their own, fetched when asked for. */
export async function loadTranslator(language: Language): Promise<Translator> {
  const { default: messages } =
    language === 'ja' ? await import('./ja/index.ts') : await import('./en/index.ts');
  return { language, t: createTranslator(language, messages) };
}
