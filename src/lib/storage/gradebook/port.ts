import type { Instant, Result } from '../../primitives/index.ts';
import type { ClassRecord } from '../../gradebook/index.ts';

/** What a list shows of a record. */
export interface RecordHead {
  readonly id: string;
  readonly title: string;
  readonly at: Instant;
  readonly students: number;
  readonly questions: number;
}

/**
 * Where a teacher's class records are kept. Two adapters keep this contract: IndexedDB and memory;
 * `contract.ts` tests both alike.
 */
export interface GradebookStore {
  /** Whether what is kept here is still there tomorrow. */
  readonly durable: boolean;

  /** All records, the newest first. */
  heads(): Promise<Result<readonly RecordHead[]>>;

  /** A record, whole; null where there is none of that id. */
  record(id: string): Promise<Result<ClassRecord | null>>;

  /**
   * Makes, changes or deletes a record. What it was is read and what it becomes is written with nothing
   * between, so that two tabs lose nothing of each other. Resolves only when it is on disk.
   *
   * @param work gets the record as it is (null: none) and says what it becomes (null: it is deleted);
   *   it may run more than once. Where it fails, nothing is written and its failure is given back.
   */
  change(
    id: string,
    work: (record: ClassRecord | null) => Result<ClassRecord | null>,
  ): Promise<Result<ClassRecord | null>>;

  /** Calls back when another tab has written. */
  onchanged(callback: () => void): void;
  close(): void;
}
