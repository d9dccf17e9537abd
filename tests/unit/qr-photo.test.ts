import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { framesOf, taggedText } from '../../src/lib/handout/index.ts';
import { bytesOf } from './handout.ts';
import { photoOf, type Held } from './qr-photo.ts';

/**
 * Where the browser reads no QR codes itself, the package `qr` does. These pictures say whether it can,
 * for what Recite shows: a result on a phone, and a frame of a loop on a projector.
 */
const RESULT = taggedText('R', bytesOf(1)(100));
const FRAMES = framesOf(bytesOf(2)(900));
const FRAME = FRAMES.ok ? FRAMES.value[1]! : '';

function reads(text: string, held: Held, ecc: 'low' | 'medium'): string {
  const code = encodeQR(text, 'raw', { ecc, border: 4 });
  return decodeQR(photoOf(code, held), { effort: 4, timeLimit: 2000 });
}

describe('the decoder reads what a camera sees', () => {
  test.each<[string, Held]>([
    ['small in the picture', { size: 480, fill: 0.45 }],
    ['turned by 30 degrees', { size: 480, angle: 30 }],
    ['upside down, in bad light', { size: 480, noise: 0.35, shade: 0.5, angle: 172 }],
  ])('a result, %s', (_, held) => {
    expect(reads(RESULT, held, 'medium')).toBe(RESULT);
  });

  test.each<[string, Held]>([
    ['straight', { size: 480, fill: 0.8 }],
    ['tilted, turned and noisy', { size: 720, angle: 15, tilt: 0.25, noise: 0.25, shade: 0.3 }],
  ])('a frame of a loop, %s', (_, held) => {
    expect(reads(FRAME, held, 'low')).toBe(FRAME);
  });

  test('a result, tilted, in some of the pictures of a moving hand: one is enough', () => {
    const angles = [-80, -50, -20, -5, 10, 40, 70, 97];
    const seen = angles.filter((angle) => {
      try {
        return reads(RESULT, { size: 540, angle, tilt: 0.1, noise: 0.1 }, 'medium') === RESULT;
      } catch {
        return false;
      }
    });
    expect(seen.length).toBeGreaterThanOrEqual(3);
  });
});
