import { getContext, setContext } from 'svelte';
import type { Language } from '../i18n/language.ts';
import type { Translate } from '../i18n/translator.ts';

export type Translator = { readonly language: Language; readonly t: Translate };

const KEY = Symbol('translator');

/** Called once by the layout of each area; everything below it speaks this language. */
export function setTranslator(translator: () => Translator): void {
  setContext(KEY, translator);
}

/** The area's translator. It is read at set-up: a page that changes language is loaded anew. */
export function useTranslator(): Translator {
  return getContext<() => Translator>(KEY)();
}
