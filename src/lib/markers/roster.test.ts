import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_CARDS, readClassList, readRoster, writeRoster } from './roster.ts';

const lines = (text: string, before?: Parameters<typeof readRoster>[1]) =>
  writeRoster(readRoster(text, before).students).split('\n');

describe('a class that is pasted', () => {
  test('gets the lowest numbers, in its order', () => {
    expect(lines('Ana\n\n  Bruno Díaz \r\nCleo')).toEqual(['1 Ana', '2 Bruno Díaz', '3 Cleo']);
  });

  test.each(['3 Ana\nBo', '3. Ana\nBo', '3)\tAna\nBo', '3, Ana\nBo'])(
    'keeps the numbers that stand before names: %j',
    (text) => {
      expect(lines(text)).toEqual(['1 Bo', '3 Ana']);
    },
  );

  test('keeps the cards of those who had one, and gives others what is free', () => {
    const before = readRoster('Ana\nBruno\nCleo').students;
    expect(lines('Cleo\nDora\nAna', before)).toEqual(['1 Ana', '2 Dora', '3 Cleo']);
  });

  test('tells namesakes apart', () => {
    expect(lines('Ana\nana\nAna')).toEqual(['1 Ana', '2 ana 2', '3 Ana 3']);
  });

  test('a number that is wanted twice goes to the first; one that no card has, to nobody', () => {
    expect(lines('4 Ana\n4 Bo\n251 Cy\n0 Di')).toEqual(['1 Bo', '2 Cy', '3 Di', '4 Ana']);
  });

  test('ends with the cards', () => {
    const text = Array.from({ length: 260 }, (_, at) => `Student ${at}`).join('\n');
    const { students, left } = readRoster(text);
    expect([students.length, left]).toEqual([MOST_CARDS, 10]);
  });

  test('cannot smuggle anything into a page', () => {
    expect(lines('<b>Ana</b>\u202e')).toEqual(['1 bAna/b']);
  });
});

test('what is written is read the same', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 8 }),
      (names) => {
        const { students } = readRoster(names.join('\n'));
        expect(new Set(students.map(({ card }) => card)).size).toBe(students.length);
        expect(readRoster(writeRoster(students)).students).toEqual(students);
        expect(
          readRoster(students.map(({ name }) => name).join('\n'), students).students.length,
        ).toBe(students.length);
      },
    ),
  );
});

describe('what lies on the disk', () => {
  const list = { id: 'c', name: '7b', students: [{ card: 1, name: 'Ana' }] };
  test('is a class', () => expect(readClassList(list)).toEqual(list));
  test.each([
    null,
    3,
    {},
    { ...list, students: [1] },
    { ...list, students: [{ card: 'x', name: '' }] },
  ])('or nothing: %j', (value) => expect(readClassList(value)).toBeNull());
});
