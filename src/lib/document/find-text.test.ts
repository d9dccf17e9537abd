import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textSearch } from './find-text.ts';

const found = (text: string, query: string) =>
  textSearch([{ id: 'p', text }])(query).map(({ start, end }) => text.slice(start, end));

describe('the search in a text', () => {
  it.each([
    ['Nicolás Maduro', 'nicolas', 'Nicolás'],
    ['Nicolas Maduro', 'NICOLÁS', 'Nicolas'],
    ['Mexico’s cartels', "mexico's", 'Mexico’s'],
    ['“El Mayo” Zambada', '"el mayo"', '“El Mayo”'],
    ['territory—notwithstanding months', 'territory-not', 'territory—not'],
    ['the  United\u00a0 States', 'united states', 'United\u00a0 States'],
    ['Straße', 'STRASSE', 'Straße'],
    ['e\u0301lan vital', 'elan', 'e\u0301lan'],
    ['a \u{1f4dd} note', '\u{1f4dd} n', '\u{1f4dd} n'],
    ['co\u00adoperate', 'cooperate', 'co\u00adoperate'],
  ])('in “%s” finds %s', (text, query, expected) => {
    expect(found(text, query)).toEqual([expected]);
  });

  it('finds every place, in reading order, none over another', () => {
    const search = textSearch([
      { id: 'a', text: 'anana' },
      { id: 'b', text: 'no' },
      { id: 'c', text: 'Ana' },
    ]);
    expect(search('ana')).toEqual([
      { block: 'a', start: 0, end: 3 },
      { block: 'c', start: 0, end: 3 },
    ]);
  });

  it.each(['', ' ', 'e', ' e ', 'absent', '(['])('finds nothing for “%s”', (query) => {
    expect(found('The cartels', query)).toEqual([]);
  });

  it('takes a pattern for what it is', () => {
    expect(found('a.b (a+b)', 'a.b')).toEqual(['a.b']);
    expect(found('a.b (a+b)', '(a+b)')).toEqual(['(a+b)']);
  });

  it('finds whatever stands in the text, at its place', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.nat(), fc.nat(), (text, from, length) => {
        const start = from % text.length;
        const words = text.slice(start, start + 2 + (length % 20));
        fc.pre(words.trim().length >= 2);
        const hits = textSearch([{ id: 'p', text }])(words);
        expect(hits.length).toBeGreaterThan(0);
        for (const hit of hits) expect(text.slice(hit.start, hit.end)).toBe(words.trim());
      }),
    );
  });
});
