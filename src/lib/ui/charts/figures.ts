/** A column of the figures behind a picture. */
export interface Column<Row> {
  /** Its heading in the table; null where only the file has it. */
  readonly name: string | null;
  /** Its heading in the file; null where only the table has it. */
  readonly field: string | null;
  shown?(row: Row): string | number;
  /** In the file: days as ISO dates, shares from 0 to 1, times in seconds, nothing rounded. */
  raw?(row: Row): string | number;
}

/** The figures behind a picture: as a table to read, and as a file to keep. */
export interface Figures<Row> {
  /** E.g. `Cards due, by day`. */
  readonly caption: string;
  /** The file's name without its ending. */
  readonly file: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export function tableOf<Row>({ columns, rows }: Pick<Figures<Row>, 'columns' | 'rows'>): Table {
  const shown = columns.filter(({ name }) => name !== null);
  return {
    columns: shown.map(({ name }) => name!),
    rows: rows.map((row) => shown.map((column) => column.shown?.(row) ?? column.raw?.(row) ?? '')),
  };
}

/** A table as a file: what saves it is handed in. */
export interface FigureFile extends Table {
  readonly name: string;
}

export type SaveFigures = (file: FigureFile) => void;

export function fileOf<Row>({ file, columns, rows }: Figures<Row>): FigureFile {
  const kept = columns.filter(({ field }) => field !== null);
  return {
    name: file,
    columns: kept.map(({ field }) => field!),
    rows: rows.map((row) => kept.map((column) => column.raw?.(row) ?? column.shown?.(row) ?? '')),
  };
}
