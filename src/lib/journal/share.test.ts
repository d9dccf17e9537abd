import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilsonShare } from './share.ts';

describe('wilsonShare', () => {
  test('is not known before the first', () => {
    expect(wilsonShare(0, 0)).toBeNull();
  });

  // R. G. Newcombe, Statistics in Medicine 17 (1998), table I: method 3, score without correction.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i gives the published interval', (passed, count, low, high) => {
    const share = wilsonShare(passed, count)!;
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  test('lies in [0, 1], holds the share, and is the same seen from the failures', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (passed, failed) => {
        fc.pre(passed + failed > 0);
        const { low, share, high } = wilsonShare(passed, passed + failed)!;
        expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
        const mirrored = wilsonShare(failed, passed + failed)!;
        expect(mirrored.low).toBeCloseTo(1 - high, 9);
      }),
    );
  });
});
