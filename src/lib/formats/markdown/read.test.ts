import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentText } from '../../document/index.ts';
import { readMarkdown } from './index.ts';

const project = new URL('../../../../', import.meta.url);
const ARTICLE = new URL('questions/mexico-cartels/document.md', project);
const ORIGINAL = new URL('../shared/document/', project);

const hash = (text: string) => `hash of ${text.length}`;

function read(source: string) {
  const document = readMarkdown(source, hash);
  if (!document.ok) throw new Error(document.error.message);
  return document.value;
}

/** The paragraphs under a title, for sources where only they matter. */
function paragraphs(body: string) {
  return read(`# T\n\n${body}`).sections.flatMap((section) =>
    section.paragraphs.map((one) => one.text),
  );
}

describe('the shipped article', () => {
  const article = read(readFileSync(ARTICLE, 'utf8'));

  it('has its title and nine sections', () => {
    expect(article.title).toBe(
      'Why Mexico’s Cartels Remain Untouchable: Sheinbaum’s Sovereignty Versus Trump’s Military Ambitions in Venezuela - Part II',
    );
    expect(article.language).toBe('en');
    expect(article.sections.map(({ id, paragraphs }) => [id, paragraphs.length])).toEqual([
      ['summary', 7],
      ['introduction', 4],
      ['history', 14],
      ['developments', 12],
      ['causes', 22],
      ['sheinbaum', 12],
      ['venezuela', 10],
      ['outlook', 14],
      ['conclusion', 8],
    ]);
  });

  it('gives every paragraph its address', () => {
    for (const { id, paragraphs } of article.sections) {
      expect(paragraphs.map((paragraph) => paragraph.id)).toEqual(
        paragraphs.map((_, index) => `${id}-${index + 1}`),
      );
    }
  });

  it.skipIf(!existsSync(ORIGINAL))(
    'is the original text, line for line (needs ../shared/document beside the project)',
    () => {
      const [name] = readdirSync(ORIGINAL).filter((file) => file.endsWith('.txt'));
      const lines = readFileSync(new URL(name!, ORIGINAL), 'utf8').split(/\r?\n/);
      expect(documentText(article).split('\n')).toEqual(lines.filter((line) => line.trim() !== ''));
    },
  );
});

describe('readMarkdown', () => {
  it('reads title, sections, addresses and language', () => {
    const source =
      '---\nlanguage: es\n---\n\n# Aves\n\n## Búhos {#owls}\n\nUno.\n\nDos.\n\n## Vencejos\n\nTres.\n';
    expect(read(source)).toEqual({
      id: hash('Aves\nBúhos\nUno.\nDos.\nVencejos\nTres.'),
      title: 'Aves',
      language: 'es',
      sections: [
        {
          id: 'owls',
          heading: 'Búhos',
          paragraphs: [
            { id: 'owls-1', text: 'Uno.' },
            { id: 'owls-2', text: 'Dos.' },
          ],
        },
        { id: 'vencejos', heading: 'Vencejos', paragraphs: [{ id: 'vencejos-1', text: 'Tres.' }] },
      ],
    });
  });

  it('makes the id from the words alone', () => {
    const one = read('# T\n\n## H {#a}\n\nA paragraph\nin two lines.');
    const other = read('---\nlanguage: de\n---\n# T\n## H {#b}\nA *paragraph* in two lines.');
    expect(documentText(other)).toBe(documentText(one));
    expect(other.id).toBe(one.id);
  });

  it('makes an address from a heading of any script', () => {
    const source =
      '# T\n\n## Who, & why?\n\na\n\n## Кто и зачем\n\nb\n\n## हिन्दी में\n\nc\n\n## …\n\nd';
    expect(read(source).sections.map(({ id }) => id)).toEqual([
      'who-why',
      'кто-и-зачем',
      'हिन्दी-में',
      'section',
    ]);
  });

  it('takes text before the first section for a section of its own', () => {
    expect(read('# T\n\nOne.\n\n## H\n\nTwo.').sections).toMatchObject([
      { id: 'text', heading: 'T', paragraphs: [{ id: 'text-1', text: 'One.' }] },
      { id: 'h', heading: 'H' },
    ]);
  });

  it('gives text above the title the title as its heading', () => {
    expect(read('One.\n\n# T\n\nTwo.').sections).toMatchObject([
      { heading: 'T', paragraphs: [{ text: 'One.' }, { text: 'Two.' }] },
    ]);
  });

  it('drops a section without a paragraph', () => {
    expect(read('# T\n\n## Empty\n\n## H\n\nTwo.').sections.map(({ id }) => id)).toEqual(['h']);
  });

  it.each([
    [
      'Windows line ends',
      '\ufeff---\r\nlanguage: es\r\n---\r\n\r\n# T\r\n\r\n## H\r\n\r\nOne\r\ntwo.\r\n',
    ],
    ['old Macintosh line ends', '---\nlanguage: es\n---\n\n# T\r\r## H\r\rOne\rtwo.\r'],
    ['a byte order mark', '\ufeff---\nlanguage: es\n---\n# T\n## H\nOne\ntwo.'],
    ['a quoted language', '---\nlanguage: "es"\n---\n# T\n## H\nOne\ntwo.'],
  ])('reads %s', (_name, source) => {
    expect(read(source)).toMatchObject({
      title: 'T',
      language: 'es',
      sections: [{ id: 'h', paragraphs: [{ text: 'One two.' }] }],
    });
  });
});

describe('the words of a paragraph', () => {
  it.each([
    ['emphasis in a word', 'un*believ*able, **El** _Mayo_', 'unbelievable, El Mayo'],
    ['escapes', 'El Mayo \\(he\\) \\*star\\* \\$20 \\#1 a\\_b', 'El Mayo (he) *star* $20 #1 a_b'],
    ['an underscore within a word', 'snake_case_word', 'snake_case_word'],
    ['entities', 'A &amp; B &mdash; C&#8217;s', 'A & B — C’s'],
    ['a link', 'see [the treaty](https://example.org "x") here', 'see the treaty here'],
    ['code', 'the `word` here', 'the word here'],
    ['a soft line break', 'one\n   two', 'one two'],
    ['a hard line break', 'one  \ntwo\\\nthree', 'one two three'],
    ['marks of other scripts', 'שלום **עולם** é e\u0301 🦉', 'שלום עולם é e\u0301 🦉'],
    ['a dollar sign', '$20 billion, 37 % of it', '$20 billion, 37 % of it'],
  ])('survive %s', (_name, markdown, text) => {
    expect(paragraphs(markdown)).toEqual([text]);
  });

  it.each([
    ['a list', '- one\n- *two*\n  - three\n', ['one', 'two', 'three']],
    ['a list with paragraphs', '1. one\n\n   more\n2. two', ['one', 'more', 'two']],
    ['a quotation', '> one\n>\n> two', ['one', 'two']],
    ['a rule', 'one\n\n---\n\ntwo', ['one', 'two']],
    ['a picture without words', 'one\n\n![](x.png)', ['one']],
  ])('are kept apart in %s', (_name, markdown, texts) => {
    expect(paragraphs(markdown)).toEqual(texts);
  });

  it('never stand on two lines, so that a document is one line a paragraph', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ' ', '\n', '\r', '*', '-', '`', '>', '\\', '1.', '\t')),
        (parts) => {
          const document = readMarkdown(`# T\n\nx\n\n${parts.join('')}`, hash);
          expect(document.ok).toBe(true);
          if (!document.ok) return;
          const lines = documentText(document.value).split(/[\r\n]/);
          const count = document.value.sections.reduce(
            (sum, one) => sum + 1 + one.paragraphs.length,
            1,
          );
          expect(lines).toHaveLength(count);
        },
      ),
    );
  });
});

/** Any UTF-16, halves of surrogate pairs too. */
const utf16 = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));

describe('a text that is no document', () => {
  it.each([
    ['', 'no-title'],
    ['Only words.', 'no-title'],
    ['## Only a section\n\nWords.', 'no-title'],
    ['#\n\nWords.', 'no-title'],
    ['# Title', 'no-text'],
    ['# Title\n\n## Section\n\n---', 'no-text'],
    ['# T\n\n## A {#x}\n\na\n\n## B {#x}\n\nb', 'double-address'],
    ['# T\n\n## Same\n\na\n\n## same\n\nb', 'double-address'],
  ])('is refused with a reason: %j', (source, code) => {
    expect(readMarkdown(source, hash)).toMatchObject({ ok: false, error: { code } });
  });

  it('is named in the reason, with what to do', () => {
    const read = readMarkdown('# T\n\n## One {#x}\n\na\n\n## Two {#x}\n\nb', hash);
    expect(!read.ok && read.error.message).toMatch(/“x”.*## Two \{#/);
  });

  it('throws nothing, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: utf16 }), fc.string()), (source) => {
        readMarkdown(source, hash);
        readMarkdown(`---\nlanguage: ${source}\n---\n# T\n${source}`, hash);
      }),
    );
  });
});
