import type { Language } from '#shared/i18n/language.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import type { Translator } from '#shared/ui/translator.ts';

const translators = new Map<Language, Promise<Translator>>();

/** The translator of one language, made once; its messages are a file of their own, fetched when asked for. */
export function loadTranslator(language: Language): Promise<Translator> {
  const known = translators.get(language);
  if (known) return known;
  const made = makeTranslator(language);
  translators.set(language, made);
  return made;
}

async function makeTranslator(language: Language): Promise<Translator> {
  const { default: messages } =
    language === 'ja' ? await import('./ja/index.ts') : await import('./en/index.ts');
  return { language, t: createTranslator(language, messages) };
}
