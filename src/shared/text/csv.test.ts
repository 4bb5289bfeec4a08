import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainCell, readCsv, writeCsv } from './csv.ts';

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', "'", '=', '@', '-', '\t', 'あ', ' ') })
);
/** A row of one empty cell is an empty line, which is passed over. */
const row = fc
  .array(cell, { minLength: 1, maxLength: 5 })
  .filter((cells) => cells.length > 1 || cells[0] !== '');
const table = fc.array(row, { maxLength: 6 });
const readBack = (text: string) => readCsv(text).map(({ cells }) => cells.map(plainCell));

describe('a table that is written', () => {
  test('is read back as it was, whatever its cells hold', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(readBack(writeCsv(rows))).toEqual(rows);
      })
    );
  });

  test('has no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const { cells } of readCsv(writeCsv(rows))) {
          for (const one of cells) expect(one).not.toMatch(/^[=+\-@\t\r]/);
        }
      })
    );
  });

  test('ends every line by CRLF', () => {
    expect(
      writeCsv([
        ['さとう', '=1+1'],
        ['a,"b"', '']
      ])
    ).toBe('さとう,\'=1+1\r\n"a,""b""",\r\n');
  });
});

describe('readCsv', () => {
  test.each([
    ['LF', 'a,b\nc,d\n'],
    ['CRLF', 'a,b\r\nc,d\r\n'],
    ['CR', 'a,b\rc,d\r'],
    ['no end on the last line', 'a,b\nc,d'],
    ['empty lines between', 'a,b\n\n\nc,d\n\n']
  ])('understands %s', (_, text) => {
    expect(readBack(text)).toEqual([
      ['a', 'b'],
      ['c', 'd']
    ]);
  });

  test('every row knows the line it begins on, line ends within cells counted', () => {
    expect(readCsv('a\n\n"b\r\nb",c\nd')).toEqual([
      { line: 1, cells: ['a'] },
      { line: 3, cells: ['b\r\nb', 'c'] },
      { line: 5, cells: ['d'] }
    ]);
  });

  test('an empty last cell is a cell, and an empty text no row', () => {
    expect(readBack('a,\nb,')).toEqual([
      ['a', ''],
      ['b', '']
    ]);
    expect(readCsv('')).toEqual([]);
  });

  test('any text is read to its end', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a') }), (text) => {
        const lines = readCsv(text).map(({ line }) => line);
        expect(lines).toEqual(lines.toSorted((a, b) => a - b));
      })
    );
  });
});
