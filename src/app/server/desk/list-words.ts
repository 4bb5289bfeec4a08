import { ageBands, needs, phoneFamilies } from '#features/people/domain/person.ts';
import type { FormWay } from '#features/workshops/domain/application.ts';
import {
  listColumns,
  toldColumns,
  valueWord,
  type ListColumn,
  type ListWords
} from '#features/workshops/domain/applicant-list.ts';
import { deskChannels } from '#features/workshops/domain/entry.ts';
import { relations } from '#features/workshops/domain/helper.ts';
import { loadTranslator } from '#locales/load.ts';
import { languages } from '#shared/i18n/language.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { plainText } from '#shared/text/ruby.ts';

/** The word of each code, by column, in one language. */
export function valuesIn(t: Translate): Readonly<Partial<Record<ListColumn, [string, string][]>>> {
  return {
    channel: deskChannels.map((code) => [code, t(`reporting.channel.${code}`)]),
    ageBand: ageBands.map((code) => [code, t(`attendance.ageBand.${code}`)]),
    livesHere: (['yes', 'no'] as const).map((code) => [code, t(`desk.enter.livesHereOf.${code}`)]),
    phoneFamily: phoneFamilies.map((code) => [code, t(`attendance.phoneFamily.${code}`)]),
    loanPhone: (['yes', 'no'] as const).map((code) => [code, t(`desk.enter.loanPhoneOf.${code}`)]),
    way: (['phone', 'mail', 'desk'] satisfies FormWay[]).map((code) => [
      code,
      t(`notices.way.${code}`)
    ]),
    needs: needs.map((code) => [code, t(`attendance.needs.${code}`)]),
    relation: relations.map((code) => [code, t(`workshops.relation.${code}`)])
  };
}

/** Every word that a list may use: those of all languages, and the codes themselves. */
export async function readListWords(): Promise<ListWords> {
  const translators = await Promise.all(languages.map(loadTranslator));
  const columns = [...listColumns, ...toldColumns];
  return {
    columns: new Map(
      translators.flatMap(({ t }) =>
        columns.map((column) => [plainText(t(`desk.files.columns.${column}`)), column] as const)
      )
    ),
    values: new Map(
      translators.flatMap(({ t }) =>
        Object.entries(valuesIn(t)).flatMap(([column, words]) =>
          words.map(
            ([code, word]) => [valueWord(column as ListColumn, plainText(word)), code] as const
          )
        )
      )
    ),
    noPhone: new Set(translators.map(({ t }) => t('desk.signUp.noPhone')))
  };
}
