import type { Translator } from '#shared/ui/translator.ts';
import { momentInWords } from '#shared/time/words.ts';
import type { Availability } from '../domain/place.ts';

/** 「のこり 3席」, 「キャンセル待ち 2人」: what there is to apply for, in one phrase. */
export function availabilityInWords(
  { t, language }: Translator,
  availability: Availability
): string {
  switch (availability.kind) {
    case 'seats':
      return t('workshops.availability.seats', { count: availability.left });
    case 'waiting':
      return availability.inLine === 0
        ? t('workshops.availability.nextInLine')
        : t('workshops.availability.waiting', { count: availability.inLine });
    case 'not-open-yet':
      return t('workshops.availability.notOpenYet', {
        moment: momentInWords(availability.opensAt, language)
      });
    case 'full':
      return t('workshops.availability.full');
    case 'closed':
      return t('workshops.availability.closed');
    case 'cancelled':
      return t('workshops.availability.cancelled');
    case 'no-reservation':
      return t('workshops.availability.noReservation');
    case 'lottery':
      return t('workshops.availability.lottery');
  }
}
