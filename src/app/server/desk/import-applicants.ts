import { applyInTransaction, type ApplyError } from '#app/server/apply.ts';
import type { Application, FormOf } from '#features/workshops/domain/application.ts';
import {
  applicantOf,
  readList,
  type ListError,
  type ListLine
} from '#features/workshops/domain/applicant-list.ts';
import type { DeskChannel, EntryErrors } from '#features/workshops/domain/entry.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { readCsv } from '#shared/text/csv.ts';
import { searchKeyOf } from '#shared/text/kana.ts';
import { decodeText } from '#shared/text/shift-jis.ts';
import { localDateOf, type Instant } from '#shared/time/instant.ts';
import { readEntry } from './entry-form.ts';
import { readListWords } from './list-words.ts';

type Workshop = FormOf & { readonly id: string; readonly code: string };
type Asked = {
  readonly workshop: Workshop;
  readonly actor: string;
  readonly now: Instant;
};

/** What is wrong with one line of the file, as an editor numbers it. */
export type LineError = {
  readonly line: number;
  readonly reason:
    | { readonly kind: 'field'; readonly error: NonNullable<EntryErrors[keyof EntryErrors]> }
    | { readonly kind: 'twice'; readonly firstLine: number }
    | { readonly kind: 'refused'; readonly type: ApplyError['type'] };
};

export type ImportError =
  | ListError
  | { readonly type: 'no-text' }
  | { readonly type: 'lines'; readonly lines: readonly LineError[] };

/** How many were signed up, and the lines of those who were before: they are left as they are. */
export type Imported = { readonly added: number; readonly known: readonly number[] };

type ReadLine = {
  readonly line: number;
  readonly application: Application;
  readonly channel: DeskChannel;
};

/**
 * Takes a list of applicants in the order of its lines: all of them, or, when anything is wrong with one,
 * none. Every line that cannot be read is named. The same file taken again changes nothing.
 */
export async function importApplicants(
  db: Db,
  asked: Asked & { readonly bytes: Uint8Array; readonly channel: DeskChannel }
): Promise<Result<Imported, ImportError>> {
  const text = decodeText(asked.bytes);
  if (text === undefined || text.includes('\0')) return err({ type: 'no-text' });
  const list = readList(readCsv(text), await readListWords(), asked.channel);
  if (!list.ok) return list;
  const lines = readLines(list.value, asked);
  if (!lines.ok) return lines;

  return inTransaction(db, (tx) => signUpAll(tx, lines.value, asked));
}

function readLines(
  list: readonly ListLine[],
  { workshop, now }: Asked
): Result<readonly ReadLine[], ImportError> {
  const thisYear = Number(localDateOf(now).slice(0, 4));
  const read: ReadLine[] = [];
  const wrong: LineError[] = [];
  const firstLines = new Map<string, number>();
  for (const { line, typed } of list) {
    const { loanPhones, offersMail = false } = workshop;
    const entry = readEntry(typed, { loanPhones, offersMail, thisYear });
    if (!entry.ok) {
      const errors = Object.values(entry.error);
      wrong.push(...errors.map((error) => ({ line, reason: { kind: 'field' as const, error } })));
      continue;
    }
    const applicant = applicantOf(entry.value.application);
    const firstLine = firstLines.get(applicant);
    if (firstLine !== undefined) wrong.push({ line, reason: { kind: 'twice', firstLine } });
    firstLines.set(applicant, firstLine ?? line);
    read.push({ line, ...entry.value });
  }
  return wrong.length > 0 ? err({ type: 'lines', lines: wrong }) : ok(read);
}

async function signUpAll(
  tx: Tx,
  lines: readonly ReadLine[],
  { workshop, actor, now }: Asked
): Promise<Result<Imported, ImportError>> {
  const known: number[] = [];
  for (const { line, application, channel } of lines) {
    if (await isSignedUp(tx, workshop.id, application)) {
      known.push(line);
      continue;
    }
    const applied = await applyInTransaction(tx, {
      ...{ code: workshop.code, application, channel, actor, now },
      key: `list ${workshop.id} ${applicantOf(application)}`
    });
    if (!applied.ok) {
      const reason = { kind: 'refused' as const, type: applied.error.type };
      return err({ type: 'lines', lines: [{ line, reason }] });
    }
    if (!applied.value.isNew) known.push(line);
  }
  return ok({ added: lines.length - known.length, known });
}

/** By whichever way they applied; who has no telephone is known by the list's own key alone. */
async function isSignedUp(tx: Tx, workshopId: string, application: Application): Promise<boolean> {
  if (application.phone === undefined) return false;
  const row = await tx
    .selectFrom('sign_up')
    .innerJoin('person', 'person.id', 'sign_up.person_id')
    .select('sign_up.id')
    .where('workshop_id', '=', workshopId)
    .where('status', '!=', 'cancelled')
    .where('kana_key', '=', searchKeyOf(application.kana))
    .where('phone', '=', application.phone)
    .executeTakeFirst();
  return row !== undefined;
}
