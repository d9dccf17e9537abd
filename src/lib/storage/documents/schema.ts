import type { DBSchema, IDBPDatabase } from 'idb';
import type { Instant } from '../../primitives/index.ts';
import type { PackedBank } from '../../bank/index.ts';
import type { DocumentHead } from './port.ts';

/** A database of its own: a large document cannot endanger the journal. */
export const DATABASE = 'recite-documents';

export interface DocumentSchema extends DBSchema {
  /** Small, for the list; `pieces`: how many belong to it, all of them with its `at`. */
  heads: { key: string; value: DocumentHead & { readonly pieces: number } };
  /** The bank as JSON, cut up: on a full disk, large transactions destroy databases. */
  pieces: {
    key: [id: string, at: Instant, number: number];
    value: { readonly id: string; readonly at: Instant; readonly number: number; text: string };
  };
}

/** Every step that the schema ever took. Released steps are never edited; a new one is appended. */
export const MIGRATIONS: readonly ((database: IDBPDatabase<DocumentSchema>) => void)[] = [
  (database) => {
    database.createObjectStore('heads', { keyPath: 'id' });
    database.createObjectStore('pieces', { keyPath: ['id', 'at', 'number'] });
  },
];

export function headOf({ id, document, questions }: PackedBank, at: Instant): DocumentHead {
  const { title, language, sections } = document;
  return { id, title, language, sections: sections.length, questions: questions.length, at };
}

export function byTitle(heads: readonly DocumentHead[]): DocumentHead[] {
  return heads.toSorted((a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1));
}
