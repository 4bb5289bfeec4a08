import { randomInt } from 'node:crypto';
import { helpTimes, topics, type HelpTime, type Topic } from '#features/board/domain/request.ts';
import type { Channel, PhoneFamily } from '#features/people/domain/person.ts';
import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { sha256 } from '#server/hash.ts';
import { newId } from '#shared/ids.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import {
  helpLanguages,
  knownFamilies,
  type Application,
  type Certificate,
  type HelpLanguage
} from '../domain/application.ts';
import type { Checks, FileState } from '../domain/lifecycle.ts';
import type { SupporterFileRow } from './tables.ts';

const NUMBERS = 10_000_000;
const NUMBER_DIGITS = 7;
const ATTEMPTS = 20;

/** What an applicant said they can do. */
export type Offered = {
  readonly families: readonly PhoneFamily[];
  readonly topics: readonly Topic[];
  readonly languages: readonly HelpLanguage[];
  readonly venues: readonly string[];
  readonly times: readonly HelpTime[];
  readonly monthlyLimit: number;
};

/** An application as the desk reads it; who asks is a person of `people`. */
export type SupporterFile = {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly channel: Channel;
  readonly state: FileState;
  readonly certificate: Certificate;
  readonly offered: Offered;
  readonly certificateSeen: Seen | undefined;
  readonly identitySeen: Seen | undefined;
  readonly approvals: readonly { readonly accountId: string; readonly at: Instant }[];
  readonly supporterId: string | null;
  readonly createdAt: Instant;
};

export type Seen = { readonly on: LocalDate; readonly by: string };

/** The same for the same answers, whoever typed them and whenever. */
export function contentHashOf(application: Application): string {
  return sha256(JSON.stringify(Object.entries(application).sort()));
}

export function findFileByKey(
  tx: Tx,
  key: string
): Promise<{ number: string; content_hash: string } | undefined> {
  return tx
    .selectFrom('supporter_file')
    .select(['number', 'content_hash'])
    .where('key_hash', '=', sha256(key))
    .executeTakeFirst();
}

/** Stores an application under a new number of seven digits. */
export async function addFile(
  tx: Tx,
  file: {
    readonly application: Application;
    readonly personId: string;
    readonly channel: Channel;
    readonly key: string;
    readonly now: Instant;
    readonly deleteAfter: LocalDate;
  }
): Promise<{ readonly id: string; readonly number: string }> {
  const { application } = file;
  const id = newId();
  const number = await freeNumber(tx);
  await tx
    .insertInto('supporter_file')
    .values({
      id,
      number,
      person_id: file.personId,
      channel: file.channel,
      state: 'applied',
      certificate: application.certificate,
      phone_families: JSON.stringify(application.families),
      topics: JSON.stringify(application.topics),
      languages: JSON.stringify(application.languages),
      venues: JSON.stringify(application.venues),
      times: JSON.stringify(application.times),
      monthly_limit: application.monthlyLimit,
      certificate_seen_on: null,
      certificate_seen_by: null,
      identity_seen_on: null,
      identity_seen_by: null,
      invitation_hash: null,
      supporter_id: null,
      key_hash: sha256(file.key),
      content_hash: contentHashOf(application),
      created_at: file.now,
      delete_after: file.deleteAfter
    })
    .execute();
  return { id, number };
}

export async function findFile(db: Db, id: string): Promise<SupporterFile | undefined> {
  const row = await db
    .selectFrom('supporter_file')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const approvals = await db
    .selectFrom('supporter_approval')
    .select(['account_id', 'at'])
    .where('file_id', '=', id)
    .orderBy('at')
    .execute();
  return {
    ...fileOf(row),
    approvals: approvals.map(({ account_id, at }) => ({ accountId: account_id, at }))
  };
}

/** Reads a file and holds its row until the transaction ends: two clerks are one after the other. */
export async function lockFile(tx: Tx, id: string): Promise<SupporterFile | undefined> {
  await tx
    .updateTable('supporter_file')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('id', '=', id)
    .execute();
  return findFile(tx, id);
}

export function checksOf(file: SupporterFile): Checks {
  return {
    state: file.state,
    certificateSeen: file.certificateSeen !== undefined,
    identitySeen: file.identitySeen !== undefined,
    approvedBy: file.approvals.map(({ accountId }) => accountId)
  };
}

export async function changeFile(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<
      SupporterFileRow,
      | 'state'
      | 'certificate_seen_on'
      | 'certificate_seen_by'
      | 'identity_seen_on'
      | 'identity_seen_by'
      | 'invitation_hash'
      | 'supporter_id'
      | 'delete_after'
    >
  >
): Promise<void> {
  await tx.updateTable('supporter_file').set(change).where('id', '=', id).execute();
}

export async function addApproval(
  tx: Tx,
  approval: { readonly fileId: string; readonly accountId: string; readonly at: Instant }
): Promise<void> {
  await tx
    .insertInto('supporter_approval')
    .values({ file_id: approval.fileId, account_id: approval.accountId, at: approval.at })
    .execute();
}

/** The file whose link this is, while nobody has used it. */
export async function findInvitedFile(
  tx: Tx,
  invitationHash: string
): Promise<SupporterFile | undefined> {
  const row = await tx
    .selectFrom('supporter_file')
    .select('id')
    .where('invitation_hash', '=', invitationHash)
    .where('state', '=', 'invited')
    .executeTakeFirst();
  return row && lockFile(tx, row.id);
}

/** As long as somebody is a supporter, their file is kept with every year they renew. */
export async function keepFileUntil(
  tx: Tx,
  supporterId: string,
  deleteAfter: LocalDate
): Promise<void> {
  await tx
    .updateTable('supporter_file')
    .set({ delete_after: deleteAfter })
    .where('supporter_id', '=', supporterId)
    .execute();
}

function fileOf(row: SupporterFileRow): Omit<SupporterFile, 'approvals'> {
  return {
    id: row.id,
    number: row.number,
    personId: row.person_id,
    channel: row.channel,
    state: row.state,
    certificate: row.certificate,
    offered: {
      families: codesIn(row.phone_families, knownFamilies),
      topics: codesIn(row.topics, topics),
      languages: codesIn(row.languages, helpLanguages),
      venues: JSON.parse(row.venues) as string[],
      times: codesIn(row.times, helpTimes),
      monthlyLimit: row.monthly_limit
    },
    certificateSeen: seenOf(row.certificate_seen_on, row.certificate_seen_by),
    identitySeen: seenOf(row.identity_seen_on, row.identity_seen_by),
    supporterId: row.supporter_id,
    createdAt: row.created_at
  };
}

function codesIn<Code extends string>(json: string, known: readonly Code[]): readonly Code[] {
  const stored = JSON.parse(json) as readonly string[];
  return known.filter((code) => stored.includes(code));
}

function seenOf(on: LocalDate | null, by: string | null): Seen | undefined {
  return on === null || by === null ? undefined : { on, by };
}

async function freeNumber(tx: Tx): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const number = String(randomInt(NUMBERS)).padStart(NUMBER_DIGITS, '0');
    const taken = await tx
      .selectFrom('supporter_file')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirst();
    if (!taken) return number;
  }
  throw new Error('no free number was found');
}
