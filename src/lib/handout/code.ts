import { fromBase32, plainDigits } from './base32.ts';
import { digest, toHex } from './digest.ts';
import { CODE_LENGTH } from './seal.ts';
import { readTagged } from './tagged.ts';

/** For a QR code: `RECITE/U/7K2M9QWX3ARD`. */
export function codeText(code: string): string {
  return `RECITE/U/${code}`;
}

/** As it is shown to be typed: `7K2M 9QWX 3ARD`. */
export function spacedCode(code: string): string {
  return code.match(/.{1,4}/g)?.join(' ') ?? code;
}

/** The code that was typed or scanned; null where it is none. */
export function readCode(text: string): string | null {
  const typed = readTagged('U', text) ? text.trim().slice('RECITE/U/'.length) : text;
  const digits = plainDigits(typed);
  return digits.length === CODE_LENGTH && fromBase32(digits) ? digits : null;
}

/**
 * Tells a phone that has questions and keys whether a code is the right one: eight hexadecimal digits,
 * which a link can carry. It locks nothing.
 */
export function codeCheck(code: string, id: string): string {
  return toHex(digest(4, 'code', id, code));
}
