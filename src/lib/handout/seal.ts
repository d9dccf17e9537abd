import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concatBytes, utf8ToBytes } from '@noble/ciphers/utils.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { RandomBytes } from '../primitives/index.ts';
import { plainDigits, toBase32 } from './base32.ts';

/**
 * The cryptography of hand-outs, on audited primitives (noble): `crypto.subtle` is not there on pages
 * that a laptop serves by plain http. A result is sealed to the teacher as in ECIES: a fresh X25519 key
 * for each, HKDF-SHA-256 over both public keys, XChaCha20-Poly1305. Who sealed it, it does not say.
 *
 * Sources: RFC 7748 (X25519), RFC 5869 (HKDF), RFC 8439 and draft-irtf-cfrg-xchacha-03.
 */
export const SECRET_BYTES = 32;
export const KEY_BYTES = 32;
const NONCE_BYTES = 24;
const TAG_BYTES = 16;

/** Characters of the code that opens the explanations: 60 bits, so that no phone guesses it. */
export const CODE_LENGTH = 12;

function derive(from: Uint8Array, salt: Uint8Array, purpose: string, length: number): Uint8Array {
  return hkdf(sha256, from, salt, utf8ToBytes(`recite hand-out 1: ${purpose}`), length);
}

const NO_SALT = new Uint8Array(0);

function privateKeyOf(secret: Uint8Array): Uint8Array {
  return derive(secret, NO_SALT, 'results', KEY_BYTES);
}

/** What results are sealed to. @param secret 32 random octets, which stay with the teacher */
export function publicKeyOf(secret: Uint8Array): Uint8Array {
  return x25519.getPublicKey(privateKeyOf(secret));
}

/** What the teacher shows at the end, as it is typed: `7K2M9QWX3ARD`. */
export function codeOf(secret: Uint8Array): string {
  return toBase32(derive(secret, NO_SALT, 'code', 8)).slice(0, CODE_LENGTH);
}

/**
 * Seals for whoever has the secret of the key; the head stays readable, and cannot be changed.
 *
 * @returns null where the key is none: it then comes from a damaged link
 */
export function seal(
  plain: Uint8Array,
  head: Uint8Array,
  publicKey: Uint8Array,
  randomBytes: RandomBytes,
): Uint8Array | null {
  const once = randomBytes(KEY_BYTES);
  const box = boxFor(once, publicKey, x25519.getPublicKey(once), publicKey);
  if (!box) return null;
  return concatBytes(head, x25519.getPublicKey(once), cipher(box, head).encrypt(plain));
}

/** @returns null where it was not sealed to this secret, or was changed afterwards */
export function open(
  sealed: Uint8Array,
  headLength: number,
  secret: Uint8Array,
): Uint8Array | null {
  if (sealed.length < headLength + KEY_BYTES + TAG_BYTES) return null;
  const head = sealed.slice(0, headLength);
  const once = sealed.slice(headLength, headLength + KEY_BYTES);
  const mine = privateKeyOf(secret);
  const box = boxFor(mine, once, once, x25519.getPublicKey(mine));
  return box && decrypted(box, head, sealed.slice(headLength + KEY_BYTES));
}

/** Key and nonce of one message: its sender’s key is fresh, so both are never used again. */
function boxFor(
  mine: Uint8Array,
  theirs: Uint8Array,
  once: Uint8Array,
  recipient: Uint8Array,
): Uint8Array | null {
  if (theirs.length !== KEY_BYTES) return null;
  try {
    const shared = x25519.getSharedSecret(mine, theirs);
    return derive(shared, concatBytes(once, recipient), 'sealed result', KEY_BYTES + NONCE_BYTES);
  } catch {
    // A point of low order: no key of ours.
    return null;
  }
}

function cipher(box: Uint8Array, head: Uint8Array) {
  return xchacha20poly1305(box.slice(0, KEY_BYTES), box.slice(KEY_BYTES), head);
}

function decrypted(box: Uint8Array, head: Uint8Array, locked: Uint8Array): Uint8Array | null {
  try {
    return cipher(box, head).decrypt(locked);
  } catch {
    return null;
  }
}

/**
 * Locks what a class may read only once it has the code.
 *
 * @param salt differs with each hand-out: with one code and one salt, only one text may be locked
 */
export function lock(plain: Uint8Array, code: string, salt: Uint8Array): Uint8Array {
  return cipher(lockOf(code, salt), salt).encrypt(plain);
}

/** @returns null where this is not the code */
export function unlock(locked: Uint8Array, code: string, salt: Uint8Array): Uint8Array | null {
  return decrypted(lockOf(code, salt), salt, locked);
}

function lockOf(code: string, salt: Uint8Array): Uint8Array {
  const typed = utf8ToBytes(plainDigits(code));
  return derive(typed, salt, 'explanations', KEY_BYTES + NONCE_BYTES);
}
