import type { Need, TellingWay } from '#features/people/domain/person.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import {
  emptyFields,
  readApplication,
  waysFor,
  type ApplicationFields,
  type FieldErrors,
  type FormOf
} from './application.ts';

/** What the holder of a receipt may change; who comes, and with which phone, is told by telephone. */
export const changeableFields = [
  'companions',
  'loanPhone',
  'needs',
  'phone',
  'noPhone',
  'way'
] as const satisfies readonly (keyof ApplicationFields)[];
export type ChangeFields = Pick<ApplicationFields, (typeof changeableFields)[number]>;

/** A sign-up as it stands, and how its person is reached. */
export type StandingApplication = {
  readonly status: string;
  readonly companions: number;
  readonly wantsLoanPhone: boolean;
  readonly needs: readonly Need[];
  readonly phone: string | undefined;
  readonly way: TellingWay;
};

/** All that was asked, as it is to be from now on. */
export type ChangedApplication = Omit<StandingApplication, 'status'>;

const simpleWays: readonly TellingWay[] = waysFor(emptyFields, {});

export type ChangeRefusal = {
  readonly type: 'sign-up-cancelled' | 'workshop-cancelled' | 'sign-up-closed';
};

/** The form as it is first shown: a telephone number is never shown, and left empty it stays. */
export function fieldsOfStanding(standing: StandingApplication): ChangeFields {
  return {
    companions: String(standing.companions),
    loanPhone: standing.wantsLoanPhone ? 'yes' : 'no',
    needs: standing.needs,
    phone: '',
    noPhone: standing.phone === undefined ? 'yes' : '',
    way: standing.way
  };
}

/** Letters and mail need an address, which is not asked here: they may stay, and are not offered to others. */
export function waysToChoose(standing: StandingApplication): readonly TellingWay[] {
  return simpleWays.some((way) => way === standing.way)
    ? simpleWays
    : [...simpleWays, standing.way];
}

/**
 * Reads a sent change by the rules of applying; every wrong answer is told at once. What the class does
 * not ask for stays as it was.
 */
export function readChange(
  fields: ChangeFields,
  standing: StandingApplication,
  form: FormOf
): Result<ChangedApplication, FieldErrors> {
  const keepsPhone = fields.phone === '' && fields.noPhone === '' && standing.phone !== undefined;
  const keepsWay = fields.way === standing.way && waysToChoose(standing).includes(standing.way);
  const read = readApplication(
    {
      // What cannot be changed reads well, whatever it is.
      ...{ ...emptyFields, kana: 'あ', ageBand: 'not-told', phoneFamily: 'unknown' },
      ...fields,
      ...(keepsPhone && { phone: standing.phone }),
      ...(keepsWay && { way: 'desk' })
    },
    { loanPhones: form.loanPhones }
  );
  if (!read.ok) return err(read.error);

  const { companions, wantsLoanPhone, needs, phone, way } = read.value;
  const asksLoan = form.loanPhones > 0;
  return ok({
    companions,
    wantsLoanPhone: asksLoan ? wantsLoanPhone : standing.wantsLoanPhone,
    needs,
    phone,
    way: keepsWay && (phone !== undefined || standing.way !== 'phone') ? standing.way : way
  });
}

/** A change is possible as long as one may apply: afterwards the class is prepared. */
export function mayChange(
  signUpStatus: string,
  workshop: { readonly state: string; readonly closesAt: Instant },
  now: Instant
): ChangeRefusal | undefined {
  if (signUpStatus === 'cancelled') return { type: 'sign-up-cancelled' };
  if (workshop.state !== 'open') return { type: 'workshop-cancelled' };
  if (now >= workshop.closesAt) return { type: 'sign-up-closed' };
  return undefined;
}

/**
 * Who has a seat may bring more people as long as there are chairs for them; who waits is looked at when
 * a seat is free.
 */
export function hasChairsFor(
  standing: Pick<StandingApplication, 'status' | 'companions'>,
  change: Pick<ChangedApplication, 'companions'>,
  chairsLeft: number
): boolean {
  const more = change.companions - standing.companions;
  return standing.status !== 'confirmed' || more <= 0 || more <= chairsLeft;
}

/** Two changes are the same exactly when these are equal. */
export function contentOfChange(change: ChangedApplication): string {
  const { companions, wantsLoanPhone, needs, phone, way } = change;
  return JSON.stringify([companions, wantsLoanPhone, needs, phone ?? null, way]);
}
