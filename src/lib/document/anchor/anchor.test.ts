import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Citation, Document } from '../index.ts';
import { CONTEXT_LENGTH, describe as describePlace, find } from './index.ts';

/** A document from its sections' paragraphs: sections `a`, `b`, …, paragraphs `a-1`, `a-2`, …. */
function documentOf(...sections: (readonly string[])[]): Document {
  return {
    id: `id of ${JSON.stringify(sections).length}`,
    title: 'T',
    language: 'en',
    sections: sections.map((texts, at) => {
      const id = String.fromCharCode(97 + at);
      const paragraphs = texts.map((text, index) => ({ id: `${id}-${index + 1}`, text }));
      return { id, heading: id.toUpperCase(), paragraphs };
    }),
  };
}

/** Cites the nth occurrence of a quote in a paragraph. */
function cite(document: Document, paragraph: string, quote: string, nth = 1): Citation {
  const text = document.sections
    .flatMap((section) => section.paragraphs)
    .find(({ id }) => id === paragraph)!.text;
  let start = -1;
  for (let count = 0; count < nth; count++) start = text.indexOf(quote, start + 1);
  return describePlace(document, { paragraph, start, end: start + quote.length })!;
}

const OWLS =
  'The barn owl hunts by ear alone, and in full darkness it finds a mouse under the snow.';
const SWIFTS = 'The swift sleeps in the air and comes to the ground only to breed, in May.';
const CRANES = 'The crane flies over the mountains of Asia at a height of eight kilometres.';

describe('describe', () => {
  const document = documentOf([OWLS], [SWIFTS, CRANES]);

  it('keeps the words, their address and what stands on both sides', () => {
    expect(cite(document, 'b-1', 'in the air')).toEqual({
      document: document.id,
      section: 'b',
      paragraph: 'b-1',
      exact: 'in the air',
      prefix: 'The swift sleeps ',
      suffix: ' and comes to the ground only to',
      start: 17,
      end: 27,
    });
  });

  it('takes no more context than the paragraph has', () => {
    const whole = cite(document, 'a-1', OWLS);
    expect([whole.prefix, whole.suffix]).toEqual(['', '']);
    const middle = cite(document, 'a-1', 'darkness');
    expect(middle.prefix).toHaveLength(CONTEXT_LENGTH);
    expect(middle.suffix).toHaveLength(CONTEXT_LENGTH);
  });

  it.each([
    ['no such paragraph', { paragraph: 'a-2', start: 0, end: 3 }],
    ['empty', { paragraph: 'a-1', start: 3, end: 3 }],
    ['backwards', { paragraph: 'a-1', start: 5, end: 3 }],
    ['before the text', { paragraph: 'a-1', start: -1, end: 3 }],
    ['beyond the text', { paragraph: 'a-1', start: 0, end: OWLS.length + 1 }],
    ['between two characters', { paragraph: 'a-1', start: 0.5, end: 3 }],
    ['not a number', { paragraph: 'a-1', start: Number.NaN, end: 3 }],
  ])('describes no place that is none: %s', (_name, place) => {
    expect(describePlace(document, place)).toBeUndefined();
  });
});

describe('find', () => {
  const document = documentOf([OWLS], [SWIFTS, CRANES]);
  const citation = cite(document, 'b-1', 'only to breed');

  it('finds what has not moved, as it stands in the new version', () => {
    const other = { ...document, id: 'another version' };
    expect(find(other, citation)).toEqual({
      status: 'exact',
      citation: { ...citation, document: 'another version' },
    });
  });

  it('follows the words when others are put before them in the paragraph', () => {
    const changed = documentOf([OWLS], [`In Europe: ${SWIFTS}`, CRANES]);
    expect(find(changed, citation)).toEqual({
      status: 'moved',
      similarity: 1,
      citation: cite(changed, 'b-1', 'only to breed'),
    });
  });

  it('follows the words into another paragraph and another section', () => {
    const later = documentOf([OWLS], [CRANES, SWIFTS]);
    expect(find(later, citation)).toMatchObject({
      status: 'moved',
      similarity: 1,
      citation: { paragraph: 'b-2', start: citation.start },
    });
    const elsewhere = documentOf(['A new section.'], [OWLS], [CRANES, SWIFTS]);
    expect(find(elsewhere, citation)).toMatchObject({
      status: 'moved',
      similarity: 1,
      citation: { section: 'c', paragraph: 'c-2', exact: 'only to breed' },
    });
  });

  it('tells a repeated quote apart by what stands around it', () => {
    const twice = documentOf(['The cartel grew in 2009. Its rival fell. The cartel grew in 2011.']);
    const second = cite(twice, 'a-1', 'The cartel grew', 2);
    const changed = documentOf([
      'In Jalisco The cartel grew in 2009. Soon after this, its rival fell. The cartel grew in 2011.',
    ]);
    expect(find(changed, second)).toMatchObject({
      status: 'moved',
      citation: { start: cite(changed, 'a-1', 'The cartel grew', 2).start },
    });
    const first = cite(twice, 'a-1', 'The cartel grew', 1);
    expect(find(changed, first)).toMatchObject({
      status: 'moved',
      citation: { start: cite(changed, 'a-1', 'The cartel grew', 1).start },
    });
  });

  it('tells a repeated quote apart by its context also where the old place holds the same words', () => {
    const before = documentOf(['The owl hunts at night, by ear.', 'The crane flies by day.']);
    const owl = cite(before, 'a-1', 'The ');
    const after = documentOf([
      'The swift sleeps in the air.',
      'The owl hunts at night, by ear.',
      'The crane flies by day.',
    ]);
    expect(find(after, owl)).toMatchObject({ status: 'moved', citation: { paragraph: 'a-2' } });
  });

  it('stays where it is when only the words around it change', () => {
    const changed = documentOf([OWLS], [SWIFTS.replace('in May', 'from April on'), CRANES]);
    expect(find(changed, citation)).toMatchObject({
      status: 'exact',
      citation: { suffix: ', from April on.' },
    });
  });

  it('finds words that changed a little, and says how near they are', () => {
    const long = cite(document, 'b-1', 'comes to the ground only to breed');
    const changed = documentOf(
      [OWLS],
      [SWIFTS.replace('to the ground only', 'to the earth only'), CRANES],
    );
    const found = find(changed, long);
    expect(found).toMatchObject({
      status: 'moved',
      citation: { paragraph: 'b-1', exact: 'comes to the earth only to breed' },
    });
    if (found.status !== 'moved') return;
    expect(found.similarity).toBeLessThan(1);
    expect(found.similarity).toBeGreaterThan(0.75);
  });

  it('calls a passage lost that is gone', () => {
    expect(find(documentOf([OWLS], [CRANES]), cite(document, 'b-1', SWIFTS))).toEqual({
      status: 'lost',
    });
    const rewritten = documentOf([OWLS], ['The swift hardly ever lands.', CRANES]);
    const long = cite(document, 'b-1', 'comes to the ground only to breed');
    expect(find(rewritten, long)).toEqual({ status: 'lost' });
    expect(find({ ...document, sections: [] }, citation)).toEqual({ status: 'lost' });
  });

  it('never takes a near match for a short quote: that would be chance', () => {
    const short = cite(document, 'b-1', 'only to breed');
    const changed = documentOf([OWLS], [SWIFTS.replace('breed', 'brood'), CRANES]);
    expect(find(changed, short)).toEqual({ status: 'lost' });
  });

  it('shows whole words where the first or the last one changed', () => {
    const long = cite(document, 'b-1', 'comes to the ground only to breed');
    const changed = documentOf([OWLS], [SWIFTS.replace('comes to', 'arrives at'), CRANES]);
    expect(find(changed, long)).toMatchObject({
      citation: { exact: 'arrives at the ground only to breed' },
    });
  });

  it('does not take a clause for a word in a script without spaces', () => {
    const clause = '我们已经知道猫头鹰在完全黑暗中仅凭听觉就能找到雪下的老鼠而不用眼睛';
    const before = documentOf([clause]);
    const owl = cite(before, 'a-1', '猫头鹰在完全黑暗中仅凭听觉就能找到雪下的老鼠');
    const found = find(documentOf([clause.replace('凭听觉', '靠听觉')]), owl);
    expect(found).toMatchObject({
      citation: { exact: '猫头鹰在完全黑暗中仅靠听觉就能找到雪下的老鼠' },
    });
  });

  it('does not split a character in two', () => {
    const before = documentOf(['Before 🦉 the owl hunts by ear alone 🦉 after']);
    const owl = cite(before, 'a-1', '🦉 the owl hunts by ear alone 🦉');
    const after = documentOf(['Before 🦅 the owl hunts by ear alone 🦅 after']);
    const found = find(after, owl);
    if (found.status === 'lost') throw new Error('lost');
    expect(found.citation.exact.isWellFormed()).toBe(true);
  });

  it('takes an empty or impossible citation for lost', () => {
    expect(find(document, { ...citation, exact: '' })).toEqual({ status: 'lost' });
    expect(find(document, { ...citation, exact: 'x'.repeat(5000) })).toEqual({ status: 'lost' });
  });
});

/** Any UTF-16, halves of surrogate pairs too. */
const utf16 = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));

const text = fc.oneof(
  fc.string({ unit: utf16, maxLength: 200 }),
  fc.lorem({ maxCount: 30 }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      ' ',
      'é',
      'e\u0301',
      '🦉',
      '👩‍👧',
      'שלום',
      'مرحبا',
      '\u202e',
      '\ud800',
    ),
  }),
);
const anyDocument = fc
  .array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
  .map((sections) => documentOf(...sections));

/** A document and a citation of some place in it; null where it has no words at all. */
interface Cited {
  readonly document: Document;
  readonly citation: Citation | null;
}

const cited = anyDocument.chain((document): fc.Arbitrary<Cited> => {
  const places = document.sections
    .flatMap((section) => section.paragraphs)
    .filter((paragraph) => paragraph.text.length > 0);
  if (places.length === 0) return fc.constant({ document, citation: null });
  return fc
    .tuple(fc.constantFrom(...places), fc.nat(), fc.nat())
    .map(([{ id, text: words }, from, length]) => {
      const start = from % words.length;
      const end = start + 1 + (length % (words.length - start));
      return { document, citation: describePlace(document, { paragraph: id, start, end })! };
    });
});

describe('any citation of any text', () => {
  it('is found exactly in the document it was made from', () => {
    fc.assert(
      fc.property(cited, ({ document, citation }) => {
        if (!citation) return;
        expect(find(document, citation)).toEqual({ status: 'exact', citation });
      }),
    );
  });

  it('is found with the same words when a paragraph is put in anywhere', () => {
    fc.assert(
      fc.property(cited, text, fc.nat(), fc.nat(), ({ document, citation }, extra, s, p) => {
        if (!citation) return;
        const sections = document.sections.map(({ paragraphs }) =>
          paragraphs.map((one) => one.text),
        );
        const section = sections[s % sections.length]!;
        section.splice(p % (section.length + 1), 0, extra);
        const found = find(documentOf(...sections), citation);
        expect(found).toMatchObject({ citation: { exact: citation.exact } });
        if (found.status === 'moved') expect(found.similarity).toBe(1);
      }),
    );
  });

  it('describes a place in the text, wherever it is found', () => {
    fc.assert(
      fc.property(cited, anyDocument, ({ citation }, other) => {
        if (!citation) return;
        const found = find(other, citation);
        if (found.status === 'lost') return;
        const { paragraph, start, end } = found.citation;
        expect(describePlace(other, { paragraph, start, end })).toEqual(found.citation);
        if (found.status === 'moved') expect(found.similarity).toBeGreaterThanOrEqual(0.75);
      }),
    );
  });

  it('makes nothing throw, however broken it is', () => {
    const anything = fc.record({
      document: fc.string(),
      section: fc.constantFrom('a', 'b', ''),
      paragraph: fc.constantFrom('a-1', 'b-2', ''),
      exact: text,
      prefix: text,
      suffix: text,
      start: fc.oneof(fc.integer(), fc.double()),
      end: fc.oneof(fc.integer(), fc.double()),
    });
    fc.assert(
      fc.property(anyDocument, anything, (document, citation) => {
        expect(['exact', 'moved', 'lost']).toContain(find(document, citation).status);
      }),
    );
  });
});
