import type { Instant } from './time.ts';

/** Fills a fresh array with random bytes, e.g. from `crypto.getRandomValues`. */
export type RandomBytes = (length: number) => Uint8Array;

/** Text → a digest in lower-case hexadecimal. The caller chooses the algorithm. */
export type Hash = (text: string) => string;

/**
 * A UUID of version 7 (RFC 9562, section 5.7): 48 bits of epoch milliseconds, then random bits,
 * so that ids sort by the time at which they were made.
 *
 * @param now epoch milliseconds
 */
export function uuidv7(now: Instant, randomBytes: RandomBytes): string {
  const bytes = new Uint8Array(16);
  bytes.set(randomBytes(10), 6);
  // 48 bits do not fit the 32-bit operators: divide instead of shifting.
  let rest = Math.max(0, Math.floor(now));
  for (let index = 5; index >= 0; index--) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
