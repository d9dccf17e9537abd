import type { Vote } from './types.ts';

/** Where the answers to a question are kept. */
export function voteName(place: number, vote: Vote): string {
  return `${place}.${vote}`;
}
