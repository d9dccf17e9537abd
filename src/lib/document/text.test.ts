import { describe, expect, it } from 'vitest';
import { documentText, findParagraph, placedParagraphs, type Document } from './index.ts';

const document: Document = {
  id: 'd',
  title: 'Birds',
  language: 'en',
  sections: [
    {
      id: 'owls',
      heading: 'Owls',
      paragraphs: [
        { id: 'owls-1', text: 'Owls hunt at night.' },
        { id: 'owls-2', text: 'They hear well.' },
      ],
    },
    {
      id: 'swifts',
      heading: 'Swifts',
      paragraphs: [{ id: 'swifts-1', text: 'They sleep aloft.' }],
    },
  ],
};

describe('documentText', () => {
  it('is the title, the headings and the paragraphs, one a line', () => {
    expect(documentText(document)).toBe(
      'Birds\nOwls\nOwls hunt at night.\nThey hear well.\nSwifts\nThey sleep aloft.',
    );
  });

  it('knows nothing of addresses and language: only words make another version', () => {
    const renamed = {
      ...document,
      language: 'de',
      sections: document.sections.map((section) => ({
        ...section,
        id: `x-${section.id}`,
        paragraphs: section.paragraphs.map(({ text }, index) => ({ id: String(index), text })),
      })),
    };
    expect(documentText(renamed)).toBe(documentText(document));
  });
});

describe('the paragraphs of a document', () => {
  it('stand in reading order, counted through the whole', () => {
    expect(
      placedParagraphs(document).map(({ section, paragraph, index }) => [
        section.id,
        paragraph.id,
        index,
      ]),
    ).toEqual([
      ['owls', 'owls-1', 0],
      ['owls', 'owls-2', 1],
      ['swifts', 'swifts-1', 2],
    ]);
  });

  it('are found by their address', () => {
    expect(findParagraph(document, 'swifts-1')).toMatchObject({
      section: { id: 'swifts' },
      paragraph: { text: 'They sleep aloft.' },
      index: 2,
    });
    expect(findParagraph(document, 'swifts-2')).toBeUndefined();
    expect(findParagraph(document, 'swifts')).toBeUndefined();
  });
});
