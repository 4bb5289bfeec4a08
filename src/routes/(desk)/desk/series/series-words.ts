import type { WhyClosed } from '#features/places/domain/open-days.ts';
import type { Month, Occurrence, Rhythm } from '#features/workshops/domain/recurrence.ts';
import { shortDateInWords } from '#shared/time/words.ts';
import type { Translator } from '#shared/ui/translator.ts';

const REIWA_OFFSET_YEARS = 2018;

/** 第1・3 火曜日 */
export function rhythmInWords({ t }: Translator, { nths, weekday }: Rhythm): string {
  return t('desk.series.rhythmOf', {
    nths: nths.join('・'),
    weekday: t(`desk.series.weekdayOf.${weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6}`)
  });
}

/** 令和8年12月, or "12/2026". */
export function monthInWords({ t, language }: Translator, { year, month }: Month): string {
  const told = language === 'ja' ? year - REIWA_OFFSET_YEARS : year;
  return t('desk.series.monthOf', { year: told, month });
}

/** What became of a date, with the reason. */
export function fateInWords(translator: Translator, occurrence: Occurrence<WhyClosed>): string {
  const { t, language } = translator;
  switch (occurrence.kind) {
    case 'held':
      return t('desk.series.held');
    case 'moved':
      return t('desk.series.moved', {
        due: shortDateInWords(occurrence.due, language),
        why: whyInWords(translator, occurrence.why)
      });
    case 'skipped':
      return t('desk.series.skipped', { why: whyInWords(translator, occurrence.why) });
    case 'absent':
      return t('desk.series.absent', {
        month: monthInWords(translator, occurrence.month),
        nth: occurrence.nth
      });
  }
}

function whyInWords({ t, language }: Translator, why: WhyClosed): string {
  switch (why.kind) {
    case 'weekday':
      return t('desk.series.why.weekday');
    case 'holiday':
      return t('desk.series.why.holiday', { name: why.name[language] });
    case 'closure':
      return t('desk.series.why.closure', { reason: why.reason });
  }
}
