import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from './index.ts';

describe('readCsv', () => {
  test.each([
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['\uFEFFa\n\n"x, ""y""\nz"\n', [['a'], ['x, "y"\nz']]],
    [
      'a,\r,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"never ends, it', [['never ends, it']]],
    ['', []],
  ])('reads %j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });

  test('reads what writeCsv wrote', () => {
    const cell = fc.stringMatching(/^[a-z",\n\r ]{1,6}$/);
    const table = fc.array(fc.tuple(cell, cell), { maxLength: 4 });
    fc.assert(
      fc.property(table, (rows) => {
        // What spreadsheets would run has an apostrophe before it; here it stays out.
        const plain = rows.filter((row) => row.every((text) => !text.startsWith('\r')));
        expect(readCsv(writeCsv(['a', 'b'], plain))).toEqual([['a', 'b'], ...plain]);
      }),
      { numRuns: 100 },
    );
  });
});
