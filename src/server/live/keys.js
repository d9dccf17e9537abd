import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * SHA-256, in hexadecimal.
 *
 * @param {string} text
 */
export function digest(text) {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Whether two secrets are the same; how long it takes says nothing about how alike they are.
 *
 * @param {string} one
 * @param {string} other
 */
export function isSame(one, other) {
  return timingSafeEqual(Buffer.from(digest(one)), Buffer.from(digest(other)));
}

/**
 * What opens the board of a session, and no more than that.
 *
 * @param {string} host the host’s secret
 * @param {string} session
 */
export function boardSecret(host, session) {
  return digest(`board ${session} ${host}`).slice(0, 32);
}
