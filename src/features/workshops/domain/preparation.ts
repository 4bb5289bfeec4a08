import type { PhoneFamily } from '#features/people/domain/person.ts';
import { instantOf, localDateOf, type Instant } from '#shared/time/instant.ts';
import type { WorkshopKind } from './workshop.ts';

/** What to bring besides what the workshop itself names; words under `workshops.bring`. */
type BringItem = 'receipt' | 'phoneIfAny' | 'phone' | 'charger' | 'glasses' | 'question';

/**
 * What to bring. Before applying nobody knows who comes, so the phone is 「お持ちの方だけ」; afterwards
 * the list is the person's own.
 */
export function whatToBring(
  kind: WorkshopKind,
  applicantsPhone?: PhoneFamily
): readonly BringItem[] {
  const own: readonly BringItem[] = applicantsPhone
    ? ['receipt', ...phoneOf(applicantsPhone)]
    : ['phoneIfAny'];
  return [...own, 'glasses', ...ofKind[kind]];
}

const ofKind: Readonly<Record<WorkshopKind, readonly BringItem[]>> = {
  class: [],
  salon: ['question'],
  training: []
};

function phoneOf(phoneFamily: PhoneFamily): readonly BringItem[] {
  if (phoneFamily === 'none') return [];
  if (phoneFamily === 'unknown') return ['phoneIfAny'];
  return ['phone', 'charger'];
}

/** When one looks whether a warning stops a session: the rule's clock time on the session's own day. */
export function weatherDecidedAt(startsAt: Instant, ruleTime: string): Instant {
  return instantOf(localDateOf(startsAt), ruleTime);
}
