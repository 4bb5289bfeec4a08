import type { SignUpStatus } from '#features/workshops/domain/place.ts';
import { isReceiptNumber, isReceiptToken } from '#features/workshops/domain/receipt.ts';
import type { PhoneFamily } from '#features/people/domain/person.ts';
import type { Db } from '#server/db/database.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { forgetTries, mayTryNumber } from './number-attempts.ts';

/** A receipt as its holder sees it: no name and no telephone number stand on it. */
export type Receipt = {
  readonly signUpId: string;
  readonly token: string;
  readonly number: string;
  readonly status: SignUpStatus;
  /** From 1; `undefined` for whoever does not wait. */
  readonly positionInLine: number | undefined;
  /** Seats of the year this person has had, when they wait behind the others for it. */
  readonly behindAfter: number | undefined;
  readonly workshopCode: string;
  readonly phoneFamily: PhoneFamily;
  readonly wantsLoanPhone: boolean;
  readonly companions: number;
  /** Whether mails about it have somewhere to go. */
  readonly toldByMail: boolean;
};

export type LookUpError =
  { readonly type: 'receipt-not-found' } | { readonly type: 'too-many-look-ups' };

/** @returns `undefined` for every token that opens nothing. */
export async function findReceipt(db: Db, token: string): Promise<Receipt | undefined> {
  if (!isReceiptToken(token)) return undefined;
  const row = await db
    .selectFrom('sign_up')
    .innerJoin('workshop', 'workshop.id', 'sign_up.workshop_id')
    .innerJoin('person', 'person.id', 'sign_up.person_id')
    .select([
      'person.way',
      'sign_up.mail_address',
      'sign_up.id',
      'sign_up.receipt_number',
      'sign_up.status',
      'sign_up.line_number',
      'sign_up.workshop_id',
      'sign_up.phone_family',
      'sign_up.wants_loan_phone',
      'sign_up.companions',
      'sign_up.is_behind',
      'workshop.seats_per_year',
      'workshop.code'
    ])
    .where('sign_up.receipt_token', '=', token)
    .executeTakeFirst();
  if (!row) return undefined;

  return {
    signUpId: row.id,
    token,
    number: row.receipt_number,
    status: row.status,
    positionInLine: row.status === 'waiting' ? await findPositionInLine(db, row) : undefined,
    behindAfter:
      row.status === 'waiting' && row.is_behind === 1
        ? (row.seats_per_year ?? undefined)
        : undefined,
    workshopCode: row.code,
    phoneFamily: row.phone_family,
    wantsLoanPhone: row.wants_loan_phone === 1,
    companions: row.companions,
    toldByMail: row.way === 'mail' && row.mail_address !== null
  };
}

type PlaceInLine = {
  readonly workshop_id: string;
  readonly line_number: number | null;
  readonly is_behind: 0 | 1;
};

/** A seat the holder of a receipt is asked about. */
export type OpenOffer = { readonly id: string; readonly answerBy: Instant };

/** @returns `undefined` unless the question can still be answered. */
export async function findOpenOffer(
  db: Db,
  signUpId: string,
  now: Instant
): Promise<OpenOffer | undefined> {
  const row = await db
    .selectFrom('seat_offer')
    .select(['id', 'answer_by'])
    .where('sign_up_id', '=', signUpId)
    .where('state', '=', 'asked')
    .where('answer_by', '>', now)
    .executeTakeFirst();
  return row && { id: row.id, answerBy: row.answer_by };
}

async function findPositionInLine(
  db: Db,
  { workshop_id: workshopId, line_number, is_behind }: PlaceInLine
): Promise<number> {
  const lineNumber = line_number ?? 0;
  const { people } = await db
    .selectFrom('sign_up')
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .where('workshop_id', '=', workshopId)
    .where('status', '=', 'waiting')
    .where((eb) =>
      eb.or([
        eb('is_behind', '<', is_behind),
        eb.and([eb('is_behind', '=', is_behind), eb('line_number', '<=', lineNumber)])
      ])
    )
    .executeTakeFirstOrThrow();
  return people;
}

/**
 * Finds a receipt by its number and the last four digits of the telephone. An unknown number and wrong
 * digits get one answer, and nobody has more than a few tries at one number.
 *
 * @returns the receipt's token
 */
export async function lookUpReceipt(
  db: Db,
  attempt: {
    readonly number: string;
    readonly lastFourDigits: string;
    readonly address: string;
    readonly now: Instant;
  }
): Promise<Result<string, LookUpError>> {
  const { number, lastFourDigits } = attempt;
  if (!(await mayTryNumber(db, 'receipt', attempt))) return err({ type: 'too-many-look-ups' });
  if (!isReceiptNumber(number) || !/^\d{4}$/.test(lastFourDigits)) {
    return err({ type: 'receipt-not-found' });
  }
  const row = await db
    .selectFrom('sign_up')
    .innerJoin('person', 'person.id', 'sign_up.person_id')
    .select('sign_up.receipt_token')
    .where('sign_up.receipt_number', '=', number)
    .where('person.phone', 'like', `%${lastFourDigits}`)
    .executeTakeFirst();
  if (!row) return err({ type: 'receipt-not-found' });

  await forgetTries(db, 'receipt', number);
  return ok(row.receipt_token);
}
