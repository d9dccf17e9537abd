/** A value of a CSV file. */
export type CsvValue = string | number;

/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * A table as CSV, after RFC 4180: lines end with CRLF, the header row comes first, a value with a
 * comma, a quote or a line break stands in quotes. Text that a spreadsheet would run as a formula
 * gets an apostrophe before it (OWASP, CSV injection); numbers stay numbers. Read it as UTF-8.
 */
export function writeCsv(
  columns: readonly string[],
  rows: readonly (readonly CsvValue[])[],
): string {
  return [columns, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: CsvValue): string {
  // What is not known is an empty field: NaN means nothing to a spreadsheet.
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
