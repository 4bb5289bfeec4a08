import type { AgeBand, TellingWay } from '#features/people/domain/person.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { SignUpRow } from '#features/workshops/server/tables.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';

export type SignUpFile = {
  readonly signUp: Pick<
    SignUpRow,
    | 'id'
    | 'status'
    | 'channel'
    | 'receipt_number'
    | 'phone_family'
    | 'lives_here'
    | 'companions'
    | 'created_at'
    | 'cancelled_at'
    | 'cancelled_by'
    | 'helper_name'
    | 'helper_relation'
    | 'mail_address'
    | 'let_in_reason'
  > & {
    /** Waits behind the others: has had the year's seats. */
    readonly isBehind: boolean;
    readonly deleteAfter: LocalDate;
    /** The clerk's name; `null` for the web, and for accounts that are gone. */
    readonly enteredBy: string | null;
  };
  readonly person: {
    readonly id: string;
    readonly kana: string;
    readonly name: string;
    readonly phone: string | null;
    readonly town: string | null;
    readonly ageBand: AgeBand;
    readonly way: TellingWay;
    readonly contactStoppedAt: Instant | null;
  };
};

/**
 * One sign-up with its person, telephone number included; reading it is written down.
 * @returns `undefined` when this workshop has no such sign-up.
 */
export function readSignUpFile(
  db: Db,
  asked: {
    readonly workshopId: string;
    readonly signUpId: string;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<SignUpFile | undefined> {
  const { workshopId, signUpId, actor, now } = asked;
  return inTransaction(db, async (tx) => {
    const row = await tx
      .selectFrom('sign_up')
      .innerJoin('person', 'person.id', 'sign_up.person_id')
      .leftJoin('account', 'account.id', 'sign_up.entered_by')
      .selectAll('sign_up')
      .select([
        'account.name as clerk',
        'person.kana',
        'person.name',
        'person.phone',
        'person.town',
        'person.age_band',
        'person.way',
        'person.contact_stopped_at'
      ])
      .where('sign_up.id', '=', signUpId)
      .where('sign_up.workshop_id', '=', workshopId)
      .executeTakeFirst();
    if (!row) return undefined;

    await writeAudit(tx, [
      { at: now, actor, action: 'read', entity: 'person', entityId: row.person_id, why: 'sign-up' }
    ]);
    const { id, status, channel, receipt_number, phone_family, companions, lives_here } = row;
    const { created_at, cancelled_at, cancelled_by, helper_name, helper_relation } = row;
    const { mail_address, let_in_reason } = row;
    return {
      signUp: {
        ...{ id, status, channel, receipt_number, phone_family, companions, lives_here },
        ...{ created_at, cancelled_at, cancelled_by, helper_name, helper_relation, mail_address },
        ...{ let_in_reason, isBehind: row.status === 'waiting' && row.is_behind === 1 },
        enteredBy: row.clerk,
        deleteAfter: row.delete_after
      },
      person: {
        id: row.person_id,
        kana: row.kana,
        name: row.name,
        phone: row.phone,
        town: row.town,
        ageBand: row.age_band,
        way: row.way,
        contactStoppedAt: row.contact_stopped_at
      }
    };
  });
}
