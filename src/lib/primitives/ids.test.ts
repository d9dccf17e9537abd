import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uuidv7 } from './index.ts';

const RFC_9562_SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe('uuidv7', () => {
  it('is the example of RFC 9562, appendix A.6', () => {
    // 017F22E2-79B0-7CC3-98C4-DC0C0C07398F, made at 2022-02-22T19:22:22Z.
    const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f);
    const id = uuidv7(Date.UTC(2022, 1, 22, 19, 22, 22), () => random);
    expect(id).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('has the shape, the version and the variant of the RFC for any time and any bytes', () => {
    fc.assert(
      fc.property(time, bytes, (now, random) => {
        expect(uuidv7(now, () => random)).toMatch(RFC_9562_SHAPE);
      }),
    );
  });

  it('holds the time in its first 48 bits', () => {
    fc.assert(
      fc.property(time, bytes, (now, random) => {
        const id = uuidv7(now, () => random);
        expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now);
      }),
    );
  });

  it('sorts by time as text', () => {
    fc.assert(
      fc.property(time, time, bytes, bytes, (one, other, left, right) => {
        fc.pre(one !== other);
        const earlier = uuidv7(Math.min(one, other), () => left);
        const later = uuidv7(Math.max(one, other), () => right);
        expect(earlier < later).toBe(true);
      }),
    );
  });

  it('keeps every random bit that the version and the variant leave', () => {
    const all = uuidv7(0, () => new Uint8Array(10).fill(0xff));
    expect(all).toBe('00000000-0000-7fff-bfff-ffffffffffff');
    const none = uuidv7(0, () => new Uint8Array(10));
    expect(none).toBe('00000000-0000-7000-8000-000000000000');
  });

  it('takes a clock with fractions, and one before 1970, without breaking its shape', () => {
    const random = () => new Uint8Array(10);
    expect(uuidv7(1.9, random)).toBe(uuidv7(1, random));
    expect(uuidv7(-5, random)).toBe(uuidv7(0, random));
  });
});
