import { randomBytes, randomInt } from 'node:crypto';
import type { Channel } from '#features/people/domain/person.ts';
import type { Tx } from '#server/db/transaction.ts';
import { sha256 } from '#server/hash.ts';
import type { Language } from '#shared/i18n/language.ts';
import { newId } from '#shared/ids.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import { contentOf, type Application } from '../domain/application.ts';
import { awaitsDraw, decidePlace, type Place, type PlaceError } from '../domain/place.ts';
import {
  RECEIPT_TOKEN_BYTES,
  receiptNumberOf,
  receiptPayloads,
  receiptTokenOf
} from '../domain/receipt.ts';
import { countPlaces } from './count-places.ts';
import { hasHadSeatsOfYear } from './seats-of-year.ts';
import { lockWorkshop, sessionsOf, type LockedWorkshop } from './workshop-lock.ts';
import './tables.ts';

export type PlaceSignUp = {
  readonly code: string;
  readonly application: Application;
  readonly channel: Channel;
  /** Made with the form: sent again, it is the same sign-up. */
  readonly key: string;
  /** The account of the clerk who typed it; `null` for the web. */
  readonly enteredBy: string | null;
  /** In which the person is written to. */
  readonly language: Language;
  /** Keeps the applicant once it is sure that they get a place. @returns their id */
  readonly keepPerson: (deleteAfter: LocalDate) => Promise<string>;
  readonly now: Instant;
};

/** What was placed, now or when the same form came first. */
export type PlacedSignUp = {
  readonly signUpId: string;
  readonly workshopId: string;
  readonly receiptToken: string;
  readonly place: Place | { readonly kind: 'cancelled' };
  /** False when every seat is given: nobody in the line need be asked now. */
  readonly maySeatBeFree: boolean;
  /** `undefined` when the form had come before: nothing is to be written again. */
  readonly isNew:
    | {
        readonly personId: string;
        readonly sessions: readonly { readonly id: string; readonly deleteAfter: LocalDate }[];
        readonly deleteAfter: LocalDate;
      }
    | undefined;
};

export type SignUpError =
  | PlaceError
  | { readonly type: 'workshop-not-found' }
  /** The key came before with other content: a couple on one phone, or the Back button. */
  | { readonly type: 'other-application' };

/**
 * Gives an applicant a place. The lock on the workshop's row comes first, so that count, decision and
 * place are one after the other for everybody; then the key, so that a repeat gets its first answer
 * even after closing time.
 */
export async function placeSignUp(
  tx: Tx,
  request: PlaceSignUp
): Promise<Result<PlacedSignUp, SignUpError>> {
  const { application, now } = request;
  const workshop = await lockWorkshop(tx, { code: request.code });
  if (!workshop || workshop.state === 'draft') return err({ type: 'workshop-not-found' });

  const keyHash = sha256(request.key);
  const contentHash = sha256(contentOf(workshop.id, application));
  const earlier = await findByKey(tx, keyHash);
  if (earlier) {
    if (earlier.content_hash !== contentHash) return err({ type: 'other-application' });
    const { id, receipt_token, status } = earlier;
    return ok({
      signUpId: id,
      workshopId: workshop.id,
      receiptToken: receipt_token,
      ...{ place: { kind: status }, maySeatBeFree: false },
      isNew: undefined
    });
  }

  const sessions = await sessionsOf(tx, workshop.id);
  if (sessions.length === 0) return err({ type: 'workshop-cancelled' });
  const deleteAfter = latest(sessions.map((session) => session.deleteAfter));
  const decided = await decideAndKeep(tx, workshop, request, deleteAfter);
  if (!decided.ok) return decided;
  const { place, personId, isBehind, maySeatBeFree } = decided.value;
  const row = {
    id: newId(),
    workshop_id: workshop.id,
    person_id: personId,
    channel: request.channel,
    status: place.kind,
    line_number: place.kind === 'waiting' ? await takeLineNumber(tx, workshop) : null,
    ...{ is_behind: isBehind ? (1 as const) : (0 as const), let_in_reason: null },
    receipt_number: await drawReceiptNumber(tx),
    receipt_token: receiptTokenOf(randomBytes(RECEIPT_TOKEN_BYTES)),
    key_hash: keyHash,
    content_hash: contentHash,
    phone_family: application.phoneFamily,
    wants_loan_phone: application.wantsLoanPhone ? (1 as const) : (0 as const),
    companions: application.companions,
    needs: JSON.stringify(application.needs),
    helper_name: application.helper?.name ?? null,
    helper_relation: application.helper?.relation ?? null,
    ...{ entered_by: request.enteredBy, ...mailColumns(request) },
    lives_here: flagOf(application.livesHere),
    created_at: now,
    ...{ cancelled_at: null, cancelled_by: null, cancelled_from: null },
    delete_after: deleteAfter
  };
  await tx.insertInto('sign_up').values(row).execute();
  return ok({
    signUpId: row.id,
    workshopId: workshop.id,
    receiptToken: row.receipt_token,
    ...{ place, maySeatBeFree },
    isNew: { personId, sessions, deleteAfter }
  });
}

/**
 * The person is kept once it is sure that somebody gets a place; what this person has had is looked at
 * after that, under the lock on their row, so that two forms at once are counted one after the other.
 */
async function decideAndKeep(
  tx: Tx,
  workshop: LockedWorkshop,
  { application: { phoneFamily, companions }, keepPerson, now }: PlaceSignUp,
  deleteAfter: LocalDate
): Promise<
  Result<
    {
      readonly place: Place;
      readonly personId: string;
      readonly isBehind: boolean;
      readonly maySeatBeFree: boolean;
    },
    PlaceError
  >
> {
  const state = { ...workshop, ...(await countPlaces(tx, workshop)) };
  const applicant = { phoneFamily, companions, hasHadTheirs: false };
  const first = decidePlace(state, now, applicant);
  const isCounted = workshop.seatsPerYear !== undefined && !awaitsDraw(workshop);
  if (!first.ok && !(isCounted && first.error.type === 'waiting-line-full')) return first;

  const personId = await keepPerson(deleteAfter);
  const hasHadTheirs = isCounted && (await hasHadSeatsOfYear(tx, workshop, personId));
  const place = hasHadTheirs ? decidePlace(state, now, { ...applicant, hasHadTheirs }) : first;
  if (!place.ok) return place;
  const maySeatBeFree = state.confirmed < workshop.seats;
  return ok({ place: place.value, personId, isBehind: hasHadTheirs, maySeatBeFree });
}

function mailColumns({ application: { mail }, language }: PlaceSignUp) {
  return { mail_address: mail ?? null, mail_language: mail === undefined ? null : language };
}

async function findByKey(tx: Tx, keyHash: string) {
  return tx
    .selectFrom('sign_up')
    .select(['id', 'receipt_token', 'content_hash', 'status'])
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
}

function flagOf(answer: boolean | undefined): 0 | 1 | null {
  if (answer === undefined) return null;
  return answer ? 1 : 0;
}

/** The next number in the waiting line. The caller holds the lock that `workshop` came with. */
export async function takeLineNumber(
  tx: Tx,
  workshop: Pick<LockedWorkshop, 'id' | 'nextLineNumber'>
): Promise<number> {
  await tx
    .updateTable('workshop')
    .set({ next_line_number: workshop.nextLineNumber + 1 })
    .where('id', '=', workshop.id)
    .execute();
  return workshop.nextLineNumber;
}

/** Draws until the number has a check digit and is not given; there are 818,000 to draw from. */
async function drawReceiptNumber(tx: Tx): Promise<string> {
  for (;;) {
    const number = receiptNumberOf(randomInt(receiptPayloads.from, receiptPayloads.below));
    if (number === undefined) continue;
    const taken = await tx
      .selectFrom('sign_up')
      .select('id')
      .where('receipt_number', '=', number)
      .executeTakeFirst();
    if (!taken) return number;
  }
}

function latest(days: readonly LocalDate[]): LocalDate {
  return days.reduce((one, other) => (one > other ? one : other));
}
