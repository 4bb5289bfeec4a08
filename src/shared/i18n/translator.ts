import { createInstance, type i18n } from 'i18next';
import type { Language } from './language.ts';
import type { MessageKey, Messages } from '#locales/messages.ts';

export type { MessageKey };

/** Says one message in one language; `count` chooses the plural form. */
export type Translate = (
  key: MessageKey,
  values?: Readonly<Record<string, string | number>>
) => string;

/** A translator over one language's messages; made once per language and kept. */
export function createTranslator(language: Language, messages: Messages): Translate {
  const instance: i18n = createInstance();
  void instance.init({
    lng: language,
    resources: { [language]: { translation: messages } },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false
  });
  return (key, values) => instance.t(key, values ?? {});
}
