import type { Translate } from '#shared/i18n/translator.ts';
import type { AskErrors } from '../domain/ask.ts';

/** One sentence per question that needs mending, under the name of its field. */
export function sentencesOf(t: Translate, errors: AskErrors): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [field, t(`board.help.errors.${code}`)])
  );
}
