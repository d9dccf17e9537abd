import { describe, expect, test } from 'vitest';
import { writeCsv } from './index.ts';

describe('writeCsv', () => {
  test('has a header row, and CRLF after every line', () => {
    expect(writeCsv(['day', 'answers'], [['2026-03-02', 4]])).toBe(
      'day,answers\r\n2026-03-02,4\r\n',
    );
    expect(writeCsv(['day'], [])).toBe('day\r\n');
  });

  test('quotes what would break a line into pieces, and doubles the quotes in it', () => {
    expect(writeCsv(['a,b'], [['say "so"'], ['two\nlines'], ['plain words']])).toBe(
      '"a,b"\r\n"say ""so"""\r\n"two\nlines"\r\nplain words\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'gives a spreadsheet no formula to run: %j',
    (text) => {
      expect(
        writeCsv(['a'], [[text]])
          .split('\r\n')[1]!
          .replace('"', ''),
      ).toMatch(/^'/);
    },
  );

  test('leaves numbers as they are, also below zero; what is not known is empty', () => {
    expect(writeCsv(['a', 'b'], [[-0.5, NaN]])).toBe('a,b\r\n-0.5,\r\n');
  });
});
