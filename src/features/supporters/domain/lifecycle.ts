import { err, ok, type Result } from '#shared/result.ts';
import { addDays, type LocalDate } from '#shared/time/instant.ts';

/**
 * How an application stands. applied: not yet all looked at. checked: certificate and identity were
 * seen. invited: two of the staff said yes, and a link waits for its owner. joined: there is an account,
 * and from then on the supporter's own state counts. The others are ends.
 */
export const fileStates = [
  'applied',
  'checked',
  'invited',
  'joined',
  'declined',
  'withdrawn'
] as const;
export type FileState = (typeof fileStates)[number];

/** Why a supporter rests; `promise`: this year's お約束 is not agreed to. */
export const restReasons = ['promise', 'own-wish'] as const;
export type RestReason = (typeof restReasons)[number];

/** Why staff suspend somebody; a code, since what was reported is nobody's note. */
export const suspensionReasons = ['reported', 'promise-broken', 'identity', 'safety'] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];

/** What was looked at of an application; the certificate is seen and never copied. */
export type Checks = {
  readonly state: FileState;
  readonly certificateSeen: boolean;
  readonly identitySeen: boolean;
  /** The accounts that said yes. */
  readonly approvedBy: readonly string[];
};

export const APPROVALS = 2;

/** How an application stands after something of it was looked at. */
export function stateAfterCheck({ state, certificateSeen, identitySeen }: Checks): FileState {
  if (state !== 'applied') return state;
  return certificateSeen && identitySeen ? 'checked' : 'applied';
}

/** `asked-oneself`: nobody says yes to their own application. */
export type ApprovalError = {
  readonly type: 'not-checked' | 'already-approved' | 'asked-oneself';
};

/**
 * Decides about one more yes of the staff: only after both checks, each person once, nobody about
 * themselves. `complete` is the one that lets the supporter in.
 *
 * Source: docs/decisions/0026-supporters.md
 */
export function decideApproval(
  checks: Checks,
  { actor, applicant }: { readonly actor: string; readonly applicant: string | null }
): Result<{ readonly complete: boolean }, ApprovalError> {
  if (checks.state !== 'checked') return err({ type: 'not-checked' });
  if (actor === applicant) return err({ type: 'asked-oneself' });
  if (checks.approvedBy.includes(actor)) return err({ type: 'already-approved' });
  return ok({ complete: checks.approvedBy.length + 1 >= APPROVALS });
}

/** The last day an agreement made on `date` stands: a year, with the day itself. */
export function promiseUntil(date: LocalDate): LocalDate {
  const monthAndDay = date.slice('yyyy'.length);
  const again = monthAndDay === '-02-29' ? '-03-01' : monthAndDay;
  return addDays(`${Number(date.slice(0, 'yyyy'.length)) + 1}${again}`, -1);
}

/** How a supporter stands for the outside: the card, the board and the supporter's own page. */
export type Standing = 'active' | 'to-promise' | 'resting' | 'suspended';

/** `until` is the last day of the newest agreement; without one, or after it, the お約束 comes first. */
export function standingOf(
  supporter: {
    readonly state: 'active' | 'resting' | 'suspended';
    readonly restReason: RestReason | null;
    readonly promiseUntil: LocalDate | null;
  },
  today: LocalDate
): Standing {
  if (supporter.state === 'suspended') return 'suspended';
  if (supporter.state === 'resting' && supporter.restReason === 'own-wish') return 'resting';
  const { promiseUntil: until } = supporter;
  return until === null || until < today ? 'to-promise' : supporter.state;
}
