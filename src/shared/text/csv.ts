/** The rows of a table; every cell is text. */
export type Rows = readonly (readonly string[])[];

/** One row with the number of the line it begins on, from 1, as an editor shows it. */
export type NumberedRow = { readonly line: number; readonly cells: readonly string[] };

/** Spreadsheets run a cell that begins so as a formula. */
const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * Writes a table after RFC 4180, lines ended by CRLF. A cell that a spreadsheet would run as a formula
 * gets an apostrophe in front, which `plainCell` takes away again.
 */
export function writeCsv(rows: Rows): string {
  return rows.map((cells) => `${cells.map((cell) => quoted(inert(cell))).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function inert(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** What was written before the apostrophe. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/**
 * Reads a table: quoted cells with commas, quotes and line ends in them, lines ended by LF, CRLF or CR,
 * with or without an end on the last. Empty lines are passed over. Nothing is refused: a quote that is
 * never closed holds the rest of the text.
 */
export function readCsv(text: string): readonly NumberedRow[] {
  const rows: NumberedRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let begins = 1;
  for (const { cell, ending, lineEnds } of cellsOf(text)) {
    cells.push(cell);
    line += lineEnds;
    if (ending === ',') continue;
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: begins, cells });
    cells = [];
    begins = line;
  }
  return rows;
}

type Cell = { readonly cell: string; readonly ending: string; readonly lineEnds: number };

function* cellsOf(text: string): Generator<Cell> {
  const cell = /(?:"((?:[^"]|"")*)(?:"|$))?([^,\r\n]*)(,|\r\n|\r|\n|$)/y;
  while (cell.lastIndex < text.length || cell.lastIndex === 0) {
    const [whole, inQuotes, rest = '', ending = ''] = cell.exec(text) ?? [];
    if (whole === undefined) return;
    yield {
      cell: `${(inQuotes ?? '').replaceAll('""', '"')}${rest}`,
      ending,
      lineEnds: whole.match(/\r\n|\r|\n/g)?.length ?? 0
    };
    if (cell.lastIndex === text.length) {
      if (ending === ',') yield { cell: '', ending: '', lineEnds: 0 };
      return;
    }
  }
}
