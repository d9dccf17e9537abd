import type { Instant, Result } from '../../primitives/index.ts';
import type { PackedBank } from '../../bank/index.ts';

/** What a list says of a document that was added on this device. */
export interface DocumentHead {
  /** Of its bank. */
  readonly id: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly sections: number;
  readonly questions: number;
  /** When it was added, or last replaced. */
  readonly at: Instant;
}

/**
 * Where documents lie that were added on this device, each with the questions about it. Two adapters
 * keep this contract: IndexedDB and memory; `contract.ts` tests both alike.
 */
export interface DocumentStore {
  /** Whether what is kept here is still there tomorrow. */
  readonly durable: boolean;

  /** All of them, by their titles. */
  heads(): Promise<Result<readonly DocumentHead[]>>;

  /** The document with its questions; null where there is none of that id. */
  bank(id: string): Promise<Result<PackedBank | null>>;

  /** Adds it; one of the same id it replaces, whole or not at all. Resolves when it is on disk. */
  put(bank: PackedBank, at: Instant): Promise<Result<void>>;

  /** What is not there is removed already. */
  remove(id: string): Promise<Result<void>>;
  close(): void;
}
