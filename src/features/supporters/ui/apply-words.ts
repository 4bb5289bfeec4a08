import type { City } from '#city/city.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { topics, helpTimes } from '#features/board/domain/request.ts';
import {
  certificates,
  conditions,
  helpLanguages,
  knownFamilies,
  monthlyLimits,
  type ApplicationErrors,
  type Question
} from '../domain/application.ts';

type Option = { readonly value: string; readonly label: string };

/** One sentence per question that needs mending, under the name of its field. */
export function sentencesOf(t: Translate, errors: ApplicationErrors): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [field, t(`supporters.apply.errors.${code}`)])
  );
}

/** What can be chosen at each question, in words. */
export function optionsOf(
  t: Translate,
  city: Pick<City, 'venues'>,
  language: Language
): Readonly<Record<Exclude<Question, 'contact'>, readonly Option[]>> {
  return {
    who: conditions.map((value) => ({ value, label: t(`supporters.condition.${value}`) })),
    certificate: certificates.map((value) => ({
      value,
      label: t(`supporters.certificate.${value}`)
    })),
    families: knownFamilies.map((value) => ({ value, label: t(`board.families.${value}`) })),
    topics: topics.map((value) => ({ value, label: t(`board.topics.${value}`) })),
    languages: helpLanguages.map((value) => ({ value, label: t(`supporters.language.${value}`) })),
    venues: city.venues.map(({ id, name }) => ({ value: id, label: name[language] })),
    times: helpTimes.map((value) => ({ value, label: t(`board.times.${value}`) })),
    month: monthlyLimits.map((count) => ({
      value: String(count),
      label: t('supporters.month', { count })
    }))
  };
}
