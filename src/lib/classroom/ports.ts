import type { Instant } from '../primitives/index.ts';
import type { LiveEvent } from './events.ts';

export interface Appended {
  /** Resolves when the operating system has them: they outlive this process, but not a power cut. */
  readonly handed: Promise<void>;
  /** Resolves when they are on disk. */
  readonly safe: Promise<void>;
}

/** What the engine needs of the process that it runs in. */
export interface EnginePorts {
  now(): Instant;
  /** Fresh and unguessable, of small letters and digits. */
  newId(): string;
  /** An id for one more student; null where the broker has no room for any. */
  newSeat(isTaken: (id: string) => boolean): string | null;
  /** Both in the order of the calls; both reject where they cannot be written. */
  append(events: readonly LiveEvent[]): Appended;
  publish(topic: string, text: string, retain: boolean): void;
}
