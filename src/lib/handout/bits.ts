import { bytesToUtf8, utf8ToBytes } from '@noble/ciphers/utils.js';

/** Writes whole numbers of any width one after the other, the highest bit first. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #free = 0;

  /** @param bits from 0 to 32; `value` has to fit */
  number(value: number, bits: number): void {
    for (let at = bits - 1; at >= 0; at--) {
      if (this.#free === 0) {
        this.#bytes.push(0);
        this.#free = 8;
      }
      this.#free -= 1;
      // A shift by 32 does nothing, and bit 31 is the sign: divide instead.
      const bit = Math.floor(value / 2 ** at) % 2;
      this.#bytes[this.#bytes.length - 1]! |= bit << this.#free;
    }
  }

  bytes(bytes: Uint8Array): void {
    for (const byte of bytes) this.number(byte, 8);
  }

  /** UTF-8, after its length in octets. */
  text(text: string, lengthBits: number): void {
    const bytes = utf8ToBytes(text);
    this.number(bytes.length, lengthBits);
    this.bytes(bytes);
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what `BitWriter` wrote. Beyond the end there are zeros, and `short` says so. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  short = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  number(bits: number): number {
    let value = 0;
    for (let count = 0; count < bits; count++) {
      const byte = this.#bytes[this.#at >> 3];
      if (byte === undefined) this.short = true;
      value = value * 2 + (((byte ?? 0) >> (7 - (this.#at & 7))) & 1);
      this.#at += 1;
    }
    return value;
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.number(8));
  }

  text(lengthBits: number): string {
    const length = this.number(lengthBits);
    // Else a damaged length would make a text of zeros.
    if (this.#at + 8 * length > 8 * this.#bytes.length) {
      this.short = true;
      return '';
    }
    return bytesToUtf8(this.bytes(length));
  }

  /** Nothing was missing, and nothing but the zeros of the last octet is left. */
  get isDone(): boolean {
    const left = 8 * this.#bytes.length - this.#at;
    return !this.short && left < 8 && this.number(Math.max(0, left)) === 0;
  }
}

/** How many bits tell so many things apart. */
export function bitsFor(count: number): number {
  return count <= 1 ? 0 : 32 - Math.clz32(count - 1);
}
