import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cards, KNOWN, texts } from './fixture.ts';
import { termIn, termText, withTerm } from './filters.ts';
import { matching } from './match.ts';
import { readSearch } from './parse.ts';
import type { Term } from './query.ts';

const read = (text: string) => readSearch(text, KNOWN);
const isState = (term: Term) => term.kind === 'is';
const isTag = (term: Term) => term.kind === 'tag';

describe('a control', () => {
  it.each([
    ['', 'is:new', 'is:new'],
    ['karl', 'is:new', 'karl is:new'],
    ['karl is:due amund', 'is:new', 'karl amund is:new'],
    ['karl is:due amund', null, 'karl amund'],
    ['is:due is:learning', 'is:new', 'is:new'],
    ['-is:due', 'is:new', '-is:due is:new'],
    ['a or b', 'is:new', '(a or b) is:new'],
    ['(is:due or b)', 'is:new', '(is:due or b) is:new'],
    ['"half a phr', 'is:new', '"half a phr" is:new'],
    ['(a or (b', 'is:new', '(a or (b)) is:new'],
  ])('makes of “%s” with %s: “%s”', (text, written, expected) => {
    expect(withTerm(read(text), isState, written)).toBe(expected);
  });

  it('takes the mark that was missing with the term', () => {
    expect(withTerm(read('karl tag:"cold war'), isTag, null)).toBe('karl');
    expect(withTerm(read('karl tag:"cold war'), isTag, 'tag:exam')).toBe('karl tag:exam');
  });

  it('quotes what has spaces', () => {
    expect(termText('tag', 'cold war')).toBe('tag:"cold war"');
    expect(termText('tag', 'the "war"')).toBe('tag:"the *war*"');
    expect(termText('is', 'due')).toBe('is:due');
  });

  it('shows what it wrote, and finds what was found before and fits', () => {
    fc.assert(
      fc.property(texts, cards, (text, facts) => {
        const before = read(text);
        const bare = read(withTerm(before, isState, null));
        expect(termIn(bare, (term) => term.kind === 'is')).toBeNull();
        const after = read(withTerm(before, isState, 'is:flagged'));
        expect(termIn(after, (term) => term.kind === 'is')).toEqual({
          kind: 'is',
          state: 'flagged',
        });
        if (before.slips.length > 0) return;
        const found = matching(bare.query)(facts);
        expect(matching(after.query)(facts)).toBe(found && facts.flagged);
      }),
    );
  });
});
