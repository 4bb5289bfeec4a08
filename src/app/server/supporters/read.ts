import { listComing } from '#features/board/server/matches.ts';
import { findSupporter, type Supporter } from '#features/board/server/supporters.ts';
import type { TellingWay } from '#features/people/domain/person.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import {
  standingOf,
  type FileState,
  type Standing
} from '#features/supporters/domain/lifecycle.ts';
import { findFile, type SupporterFile } from '#features/supporters/server/files.ts';
import { listAgreements, type Agreement } from '#features/supporters/server/promises.ts';
import { listSuspensions, type Suspension } from '#features/supporters/server/suspensions.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { localDateOf, type Instant, type LocalDate } from '#shared/time/instant.ts';
import { coursesDoneOn } from './courses-done.ts';

/** An application on its way, as a line of the desk's list. */
export type FileLine = {
  readonly id: string;
  readonly number: string;
  readonly kana: string;
  readonly name: string;
  readonly state: FileState;
  readonly approvals: number;
  readonly createdAt: Instant;
};

export type SupporterLine = {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing;
  readonly promiseUntil: LocalDate | null;
};

const LONGEST_LIST = 500;

/** Applications that wait for the desk, and everybody who is a supporter. */
export async function listSupporters(
  db: Db,
  today: LocalDate
): Promise<{ readonly files: readonly FileLine[]; readonly supporters: readonly SupporterLine[] }> {
  const files = await db
    .selectFrom('supporter_file')
    .innerJoin('person', 'person.id', 'supporter_file.person_id')
    .select((eb) => [
      'supporter_file.id',
      'supporter_file.number',
      'supporter_file.state',
      'supporter_file.created_at',
      'person.kana',
      'person.name',
      eb
        .selectFrom('supporter_approval')
        .select((approval) => approval.cast<number>(approval.fn.countAll(), 'integer').as('count'))
        .whereRef('supporter_approval.file_id', '=', 'supporter_file.id')
        .as('approvals')
    ])
    .where('supporter_file.state', 'in', ['applied', 'checked', 'invited'])
    .orderBy('supporter_file.created_at')
    .limit(LONGEST_LIST)
    .execute();
  const supporters = await db
    .selectFrom('supporter')
    .innerJoin('account', 'account.id', 'supporter.account_id')
    .select([
      'supporter.id',
      'supporter.state',
      'supporter.rest_reason',
      'supporter.promise_until',
      'account.name'
    ])
    .orderBy('account.name')
    .orderBy('supporter.id')
    .limit(LONGEST_LIST)
    .execute();
  return {
    files: files.map(({ created_at, approvals, ...file }) => ({
      ...file,
      approvals: approvals ?? 0,
      createdAt: created_at
    })),
    supporters: supporters.map((row) => ({
      id: row.id,
      name: row.name,
      promiseUntil: row.promise_until,
      standing: standingOf(
        { state: row.state, restReason: row.rest_reason, promiseUntil: row.promise_until },
        today
      )
    }))
  };
}

export type Applicant = {
  readonly kana: string;
  readonly name: string;
  readonly phone: string | null;
  readonly way: TellingWay;
};

export type FileLook = {
  readonly file: SupporterFile;
  readonly applicant: Applicant;
  /** Names of the staff by their account's id. */
  readonly staff: Readonly<Record<string, string>>;
  /** The day on which all courses were done at 取得会, as far as this house saw them. */
  readonly coursesDoneOn: LocalDate | undefined;
};

type Look = { readonly id: string; readonly actor: string; readonly now: Instant };

/** One application with who applies. Reading it is written down, in the same transaction. */
export function lookAtFile(db: Db, look: Look): Promise<FileLook | undefined> {
  return inTransaction(db, async (tx) => {
    const file = await findFile(tx, look.id);
    if (!file) return undefined;
    const applicant = await tx
      .selectFrom('person')
      .select(['kana', 'name', 'phone', 'way'])
      .where('id', '=', file.personId)
      .executeTakeFirstOrThrow();
    const ids = [
      ...file.approvals.map(({ accountId }) => accountId),
      ...[file.certificateSeen, file.identitySeen].flatMap((seen) => seen?.by ?? [])
    ];
    await writeRead(tx, look, 'supporter_file', 'desk');
    return {
      ...{ file, applicant, staff: await namesOf(tx, ids) },
      coursesDoneOn: await coursesDoneOn(tx, file.personId)
    };
  });
}

export type SupporterLook = {
  readonly supporter: Supporter;
  readonly name: string;
  readonly standing: Standing;
  readonly fileId: string | undefined;
  readonly agreements: readonly Agreement[];
  readonly suspensions: readonly Suspension[];
  readonly coming: readonly { readonly id: string; readonly startsAt: Instant }[];
};

/** Everything the desk needs of one supporter; nothing of whom they help. */
export function lookAtSupporter(db: Db, look: Look): Promise<SupporterLook | undefined> {
  return inTransaction(db, async (tx) => {
    const supporter = await findSupporter(tx, look.id);
    if (!supporter) return undefined;
    const names = await namesOf(tx, [supporter.accountId]);
    const file = await tx
      .selectFrom('supporter_file')
      .select('id')
      .where('supporter_id', '=', supporter.id)
      .executeTakeFirst();
    const coming = await listComing(tx, supporter.id, look.now);
    await writeRead(tx, look, 'supporter', 'desk');
    return {
      supporter,
      name: names[supporter.accountId] ?? '',
      standing: standingOf(supporter, localDateOf(look.now)),
      fileId: file?.id,
      agreements: await listAgreements(tx, supporter.id),
      suspensions: await listSuspensions(tx, supporter.id),
      coming: coming.map(({ id, starts_at }) => ({ id, startsAt: starts_at }))
    };
  });
}

async function writeRead(
  tx: Tx,
  { id, actor, now }: Look,
  entity: string,
  why: string
): Promise<void> {
  await writeAudit(tx, [{ at: now, actor, action: 'read', entity, entityId: id, why }]);
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
