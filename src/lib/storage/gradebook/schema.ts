import type { DBSchema, IDBPDatabase } from 'idb';
import { studentsOf, type ClassRecord, type Sheet } from '../../gradebook/index.ts';
import type { RecordHead } from './port.ts';

/** A database of its own: what a class needs cannot endanger the journal, nor the other way round. */
export const DATABASE = 'recite-gradebook';

/** What a record has besides its head and its sheets. */
export interface Body {
  readonly id: string;
  readonly plan: ClassRecord['plan'];
  /** Ids of the sheets, in their order. What is not among them does not belong to the record. */
  readonly order: readonly string[];
}

export interface GradebookSchema extends DBSchema {
  /** Small, for the list. */
  heads: { key: string; value: RecordHead };
  bodies: { key: string; value: Body };
  /** One by one: a class that hands in one after the other writes one sheet each time. */
  sheets: {
    key: [record: string, id: string];
    value: { record: string; id: string; sheet: Sheet };
  };
}

/** Every step that the schema ever took. Released steps are never edited; a new one is appended. */
export const MIGRATIONS: readonly ((database: IDBPDatabase<GradebookSchema>) => void)[] = [
  (database) => {
    database.createObjectStore('heads', { keyPath: 'id' });
    database.createObjectStore('bodies', { keyPath: 'id' });
    database.createObjectStore('sheets', { keyPath: ['record', 'id'] });
  },
];

export function headOf(record: ClassRecord): RecordHead {
  const { id, title, at, plan } = record;
  return { id, title, at, students: studentsOf(record).length, questions: plan.length };
}

export function newestFirst(heads: readonly RecordHead[]): RecordHead[] {
  return heads.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}
