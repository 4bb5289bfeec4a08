import { redirectNotices } from '#features/notices/server/notices.ts';
import type { Need } from '#features/people/domain/person.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { changeTelling } from '#features/people/server/persons.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import type { FieldErrors } from '#features/workshops/domain/application.ts';
import {
  contentOfChange,
  hasChairsFor,
  mayChange,
  readChange,
  type ChangeFields,
  type ChangeRefusal,
  type StandingApplication
} from '#features/workshops/domain/change-application.ts';
import { changeSignUp, findSignUpChange } from '#features/workshops/server/change-sign-up.ts';
import { countPlaces } from '#features/workshops/server/count-places.ts';
import { lockWorkshop } from '#features/workshops/server/workshop-lock.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { publishRoster } from './roster.ts';

export type ChangeRequest = {
  readonly signUpId: string;
  /** Made with the form; sent again with the same content, it is the same change. */
  readonly key: string;
  readonly fields: ChangeFields;
  readonly now: Instant;
};

export type ChangeError =
  | ChangeRefusal
  | { readonly type: 'sign-up-not-found' }
  /** The form came before with other answers: the person looks at them once more. */
  | { readonly type: 'form-used' }
  | { readonly type: 'wrong'; readonly errors: FieldErrors };

/**
 * Changes an application for the holder of its receipt: what to prepare, and how to reach the person.
 * Sign-up, person, audit row and the tablets' rows are one transaction. Who is still to be told
 * something is told in the new way.
 */
export function changeApplication(
  db: Db,
  { signUpId, key, fields, now }: ChangeRequest
): Promise<Result<{ readonly changed: boolean }, ChangeError>> {
  return inTransaction(db, async (tx) => {
    const known = await findStanding(tx, signUpId);
    if (!known) return err({ type: 'sign-up-not-found' });
    const workshop = await lockWorkshop(tx, { id: known.workshopId });
    const standing = (workshop && (await findStanding(tx, signUpId))) ?? known;

    const read = readChange(fields, standing, standing.form);
    if (!read.ok) return err({ type: 'wrong', errors: read.error });
    const change = read.value;
    const earlier = await findSignUpChange(tx, key, change);
    if (earlier === 'same') return ok({ changed: false });
    if (earlier === 'other') return err({ type: 'form-used' });
    const refused = mayChange(standing.status, workshop ?? standing.form, now);
    if (refused) return err(refused);
    if (contentOfChange(standing) === contentOfChange(change)) return ok({ changed: false });
    const { chairsLeft } = workshop ? await countPlaces(tx, workshop) : { chairsLeft: 0 };
    if (!hasChairsFor(standing, change, chairsLeft)) {
      return err({ type: 'wrong', errors: { companions: 'companionsOverChairs' } });
    }

    const { personId } = standing;
    await changeSignUp(tx, { signUpId, key, change, now });
    await changeTelling(tx, personId, change);
    if (change.way !== standing.way) await redirectNotices(tx, personId, change.way);
    await writeAudit(tx, [
      {
        ...{ at: now, actor: 'applicant', action: 'change', entity: 'sign_up' },
        ...{ entityId: signUpId, why: 'application' }
      }
    ]);
    const changes = new ScopeChanges();
    await publishRoster(tx, changes, { signUpId });
    await changes.flush(tx);
    return ok({ changed: true });
  });
}

export type FoundApplication = StandingApplication & {
  readonly workshopId: string;
  readonly personId: string;
  readonly form: {
    readonly loanPhones: number;
    readonly state: string;
    readonly closesAt: Instant;
  };
};

/** @returns `undefined` when there is no such sign-up. */
export async function findStanding(
  db: Db,
  signUpId: string
): Promise<FoundApplication | undefined> {
  const row = await db
    .selectFrom('sign_up')
    .innerJoin('workshop', 'workshop.id', 'sign_up.workshop_id')
    .innerJoin('person', 'person.id', 'sign_up.person_id')
    .select([
      'sign_up.workshop_id',
      'sign_up.person_id',
      'sign_up.status',
      'sign_up.companions',
      'sign_up.wants_loan_phone',
      'sign_up.needs',
      'person.phone',
      'person.way',
      'workshop.loan_phones',
      'workshop.state',
      'workshop.closes_at'
    ])
    .where('sign_up.id', '=', signUpId)
    .executeTakeFirst();
  return (
    row && {
      ...{ workshopId: row.workshop_id, personId: row.person_id, status: row.status },
      companions: row.companions,
      wantsLoanPhone: row.wants_loan_phone === 1,
      needs: JSON.parse(row.needs) as Need[],
      phone: row.phone ?? undefined,
      way: row.way,
      form: { loanPhones: row.loan_phones, state: row.state, closesAt: row.closes_at }
    }
  );
}
