import { needs } from '#features/people/domain/person.ts';
import type { NumberedRow } from '#shared/text/csv.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { plainCell } from '#shared/text/csv.ts';
import { cleanLine } from '#shared/text/clean.ts';
import { asksWhereLiving, emptyFields, type Application, type FormOf } from './application.ts';
import { deskChannels, type DeskChannel, type TypedEntry } from './entry.ts';

/** The columns of a list of applicants, in the order of the paper form. */
export const listColumns = [
  'channel',
  'kana',
  'name',
  'phone',
  'town',
  'birth',
  'ageBand',
  'livesHere',
  'phoneFamily',
  'loanPhone',
  'companions',
  'way',
  'mail',
  'needs',
  'helperName',
  'relation'
] as const;
export type ListColumn = (typeof listColumns)[number];

/** The columns of one workshop's list: where somebody lives stands in it only where it is asked. */
export function columnsFor(form: FormOf): readonly ListColumn[] {
  return listColumns.filter((column) => column !== 'livesHere' || asksWhereLiving(form));
}

/** Columns that a written list has besides; a list that is read may have them, and they are passed over. */
export const toldColumns = ['number', 'status', 'when'] as const;
const neededColumns = ['kana', 'phone'] as const satisfies readonly ListColumn[];

/** The words a list may use, each with its code: of its columns, and of what stands in them. */
export type ListWords = {
  readonly columns: ReadonlyMap<string, ListColumn | (typeof toldColumns)[number]>;
  readonly values: ReadonlyMap<string, string>;
  /** What stands for 「no telephone」; an empty cell is a forgotten one. */
  readonly noPhone: ReadonlySet<string>;
};

/** Names one value of one column in `ListWords`; the two kinds of wave between numbers are one. */
export function valueWord(column: ListColumn, word: string): string {
  return `${column} ${word.normalize('NFKC').replaceAll('〜', '~')}`;
}

export type ListError =
  | { readonly type: 'empty' }
  | { readonly type: 'too-long'; readonly most: number }
  | { readonly type: 'unknown-column'; readonly column: string }
  | { readonly type: 'missing-column'; readonly column: ListColumn };

export type ListLine = { readonly line: number; readonly typed: TypedEntry };

export const MOST_LINES = 300;

/** Reads the rows of a file as forms; what is wrong with a form is told where forms are read. */
export function readList(
  rows: readonly NumberedRow[],
  words: ListWords,
  channel: DeskChannel
): Result<readonly ListLine[], ListError> {
  const [head, ...body] = rows;
  if (!head || body.length === 0) return err({ type: 'empty' });
  if (body.length > MOST_LINES) return err({ type: 'too-long', most: MOST_LINES });

  const names = head.cells.map(cleanLine);
  const columns = names.map((name) => words.columns.get(name));
  const unknown = names.find((name, index) => name !== '' && columns[index] === undefined);
  if (unknown !== undefined) return err({ type: 'unknown-column', column: unknown });
  const missing = neededColumns.find((column) => !columns.includes(column));
  if (missing) return err({ type: 'missing-column', column: missing });

  return ok(
    body.map(({ line, cells }) => {
      const told = (column: ListColumn) =>
        cleanLine(plainCell(cells[columns.indexOf(column)] ?? ''));
      return { line, typed: typedOf(told, words, channel) };
    })
  );
}

function typedOf(
  told: (column: ListColumn) => string,
  words: ListWords,
  channel: DeskChannel
): TypedEntry {
  const code = (column: ListColumn, word = told(column)) =>
    words.values.get(valueWord(column, word)) ?? word;
  const hasNoPhone = words.noPhone.has(told('phone'));
  const helped = told('helperName') !== '' || told('relation') !== '';
  return {
    ...emptyFields,
    kana: told('kana'),
    name: told('name'),
    phone: hasNoPhone ? '' : withLeadingZero(told('phone')),
    noPhone: hasNoPhone ? 'yes' : '',
    town: told('town'),
    birth: told('birth'),
    ageBand: code('ageBand') || 'not-told',
    livesHere: code('livesHere'),
    phoneFamily: code('phoneFamily') || 'unknown',
    loanPhone: code('loanPhone') || 'no',
    companions: code('companions').normalize('NFKC') || '0',
    way: code('way') || 'phone',
    mail: told('mail'),
    needs: told('needs')
      .split(/[、,・;／/]/)
      .map((word) => code('needs', word.trim()))
      .filter((word) => word !== ''),
    forOther: helped ? 'yes' : '',
    helperName: told('helperName'),
    relation: code('relation'),
    channel: told('channel') === '' ? channel : (channelOf(code('channel')) ?? ''),
    ...{ key: '', searched: '', looked: '', known: '' }
  };
}

function channelOf(code: string): DeskChannel | undefined {
  return deskChannels.find((known) => known === code);
}

/** A spreadsheet takes a telephone number for a number and drops its 0. */
function withLeadingZero(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/[\s-]/g, '');
  return /^[1-9]\d{8,9}$/.test(digits) ? `0${digits}` : phone;
}

/**
 * Tells one applicant of a list from another: by kana and telephone, and without a telephone by all that
 * tells people apart. The key of an imported form is made of it, so a second import is a repeat.
 */
export function applicantOf(application: Application): string {
  const { kana, phone, name, town, ageBand } = application;
  return JSON.stringify(phone ? [kana, phone] : [kana, null, name, town ?? null, ageBand]);
}

/** The needs as they stand in one cell. */
export function needsCell(
  wanted: readonly string[],
  wordOf: (need: (typeof needs)[number]) => string
) {
  return needs
    .filter((need) => wanted.includes(need))
    .map(wordOf)
    .join('、');
}
