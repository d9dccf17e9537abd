import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixed, prerequisitesFirst } from './order.ts';

const letters = [...'abcdefghij'];

describe('a mixed order', () => {
  const self = (id: string) => id;

  it('is another for another seed, and the same for the same', () => {
    expect(mixed(letters, self, '1')).toEqual(mixed(letters, self, '1'));
    expect(mixed(letters, self, '1')).not.toEqual(mixed(letters, self, '2'));
    expect(mixed(letters, self, '1')).not.toEqual(letters);
    expect([...mixed(letters, self, '1')].sort()).toEqual(letters);
  });

  it('stays as cards leave it', () => {
    fc.assert(
      fc.property(fc.subarray(letters), fc.string(), (rest, seed) => {
        const whole = mixed(letters, self, seed).filter((id) => rest.includes(id));
        expect(mixed(rest, self, seed)).toEqual(whole);
      }),
    );
  });

  it('puts each card at each place about as often', () => {
    const firsts = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++) {
      const first = mixed(letters, self, String(seed))[0]!;
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    for (const letter of letters) expect(firsts.get(letter)).toBeGreaterThan(140);
  });
});

describe('prerequisites', () => {
  it('come before what builds on them, and nothing else moves', () => {
    const requires = (id: string) => ({ a: ['d', 'c'], c: ['e'] })[id] ?? [];
    expect(prerequisitesFirst(['a', 'b', 'c', 'd', 'e'], requires)).toEqual([...'decab']);
  });

  it('that are not there hold nothing back, and a circle ends', () => {
    expect(prerequisitesFirst(['a', 'b'], () => ['z'])).toEqual(['a', 'b']);
    const circle = (id: string) => [{ a: 'b', b: 'a' }[id]!];
    expect(prerequisitesFirst(['a', 'b'], circle)).toEqual(['b', 'a']);
  });

  it('are kept in any graph without circles', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(letters, { minLength: 10 }),
        fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { maxLength: 20 }),
        (ids, pairs) => {
          // Only ever on an earlier letter, so no circle can come about.
          const edges = pairs.filter(([a, b]) => a > b).map(([a, b]) => [letters[a], letters[b]]);
          const requires = (id: string) =>
            edges.flatMap(([later, earlier]) => (later === id ? [earlier!] : []));
          const ordered = prerequisitesFirst(ids, requires);
          expect([...ordered].sort()).toEqual(letters);
          for (const [later, earlier] of edges) {
            expect(ordered.indexOf(earlier!)).toBeLessThan(ordered.indexOf(later!));
          }
        },
      ),
    );
  });
});
