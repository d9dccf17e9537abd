import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textDirective } from './text-fragment.ts';
import type { Document } from './types.ts';

function document(...paragraphs: string[]): Document {
  const texts = paragraphs.map((text, index) => ({ id: `p-${index + 1}`, text }));
  const sections = [{ id: 'p', heading: 'Heading', paragraphs: texts }];
  return { id: 'd', title: 'Title', language: 'en', sections };
}

function directive(text: string, words: string): string | null {
  const start = text.indexOf(words);
  return textDirective(document(text), { block: 'p-1', start, end: start + words.length });
}

describe('a text directive', () => {
  it('names the words, with what would part it encoded', () => {
    expect(directive('One, two-three & four.', 'two-three & four')).toBe(
      ':~:text=two%2Dthree%20%26%20four',
    );
    expect(directive('Yes, it is.', 'Yes, it')).toBe(':~:text=Yes%2C%20it');
  });

  it('names long quotes by how they begin and end', () => {
    const words = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
    expect(directive(`${words}.`, words)).toBe(
      ':~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39',
    );
  });

  it('tells words that stand more than once apart by those around them', () => {
    const text = 'In the north the law failed, and in the south the law held.';
    const start = text.lastIndexOf('the law');
    expect(textDirective(document(text), { block: 'p-1', start, end: start + 7 })).toBe(
      ':~:text=in%20the%20south-,the%20law,-held.',
    );
  });

  it('is none where there are no words', () => {
    const place = { block: 'p-1', start: 3, end: 4 };
    expect(textDirective(document('One two'), place)).toBeNull();
    expect(textDirective(document('One two'), { ...place, block: 'p-9' })).toBeNull();
  });

  it('is one that an address can carry, and reads back as what was chosen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (text) => {
        fc.pre(text.isWellFormed() && text.trim() !== '' && documentHolds(text));
        const place = { block: 'p-1', start: 0, end: text.length };
        const made = textDirective(document(text), place)!;
        expect(made).toMatch(/^:~:text=[\w.!~*'()%,-]+$/);
        expect(decodeURIComponent(made.slice(8).replaceAll(',', ''))).toBe(text.trim());
      }),
      { numRuns: 25 },
    );
  });
});

/** Stands once in the document, so that nothing is put around it. */
function documentHolds(text: string): boolean {
  return `Title\nHeading\n${text}`.split(text.trim()).length === 2;
}
