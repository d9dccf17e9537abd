import { writeCsv, type CsvValue } from '../formats/csv/index.ts';
import { saveFile } from './history.ts';

/** A table of figures as a file. */
export interface TableFile {
  /** Without its ending, e.g. `recite-answers`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
}

/** Hands figures to the person as a CSV file. */
export function saveTable({ name, columns, rows }: TableFile): void {
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  const blob = new Blob(['\uFEFF', writeCsv(columns, rows)], { type: 'text/csv;charset=utf-8' });
  saveFile({ name: `${name}.csv`, blob });
}
