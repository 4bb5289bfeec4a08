import { writeAudit } from '#features/people/server/audit.ts';
import {
  columnsFor,
  needsCell,
  toldColumns,
  type ListColumn
} from '#features/workshops/domain/applicant-list.ts';
import type { FormOf } from '#features/workshops/domain/application.ts';
import { numberInGroups } from '#shared/text/number-groups.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { writeCsv } from '#shared/text/csv.ts';
import { plainText } from '#shared/text/ruby.ts';
import { localDateOf, type Instant } from '#shared/time/instant.ts';
import { valuesIn } from './list-words.ts';

type Asked = {
  readonly workshop: FormOf & { readonly id: string };
  readonly actor: string;
  readonly now: Instant;
};

/** The applicants of a workshop as a list that can be read in again; that it was taken is written down. */
export async function writeApplicants(db: Db, t: Translate, asked: Asked): Promise<string> {
  const rows = await readApplicants(db, asked);
  const columns = columnsFor(asked.workshop);
  const words = new Map(
    Object.entries(valuesIn(t)).flatMap(([column, values]) =>
      values.map(([code, word]) => [`${column} ${code}`, plainText(word)] as const)
    )
  );
  const wordOf = (column: ListColumn, code: string) => words.get(`${column} ${code}`) ?? code;
  const cellsOf = (row: ApplicantLine): Readonly<Record<ListColumn, string>> => ({
    channel: plainText(t(`reporting.channel.${row.channel}`)),
    kana: row.kana,
    name: row.name,
    phone: row.phone ?? t('desk.signUp.noPhone'),
    town: row.town ?? '',
    birth: '',
    ageBand: wordOf('ageBand', row.age_band),
    livesHere:
      row.lives_here === null ? '' : wordOf('livesHere', row.lives_here === 1 ? 'yes' : 'no'),
    phoneFamily: wordOf('phoneFamily', row.phone_family),
    loanPhone: wordOf('loanPhone', row.wants_loan_phone === 1 ? 'yes' : 'no'),
    companions: String(row.companions),
    way: t(`notices.way.${row.way}`),
    mail: row.mail_address ?? '',
    needs: needsCell(JSON.parse(row.needs) as string[], (need) => wordOf('needs', need)),
    helperName: row.helper_name ?? '',
    relation: row.helper_relation === null ? '' : wordOf('relation', row.helper_relation)
  });
  return writeCsv([
    headOf(t, columns),
    ...rows.map((row) => {
      const cells = cellsOf(row);
      return [
        ...columns.map((column) => cells[column]),
        numberInGroups(row.receipt_number),
        t(`desk.signUp.statusOf.${row.status}`),
        localDateOf(row.created_at)
      ];
    })
  ]);
}

/** A list with no line yet, to be filled in. */
export function writeEmptyList(t: Translate, form: FormOf): string {
  const columns = columnsFor(form);
  return writeCsv([headOf(t, columns).slice(0, columns.length)]);
}

function headOf(t: Translate, columns: readonly ListColumn[]): string[] {
  return [...columns, ...toldColumns].map((column) => plainText(t(`desk.files.columns.${column}`)));
}

type ApplicantLine = Awaited<ReturnType<typeof readApplicants>>[number];

function readApplicants(db: Db, { workshop, actor, now }: Asked) {
  return inTransaction(db, async (tx) => {
    const rows = await tx
      .selectFrom('sign_up')
      .innerJoin('person', 'person.id', 'sign_up.person_id')
      .selectAll('sign_up')
      .select(['person.kana', 'person.name', 'person.phone', 'person.town', 'person.age_band'])
      .select('person.way')
      .where('workshop_id', '=', workshop.id)
      .orderBy('sign_up.created_at')
      .orderBy('sign_up.id')
      .execute();
    const entry = { action: 'read', entity: 'workshop', entityId: workshop.id, why: 'file' };
    await writeAudit(tx, [{ at: now, actor, ...entry }]);
    return rows;
  });
}
