import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { err, ok, type Hash, type Result } from '../../primitives/index.ts';
import { documentText, type Document, type Paragraph, type Section } from '../../document/index.ts';

/**
 * Reads a document written in Markdown (CommonMark): `# title`, `## heading {#address}` or plain
 * `## heading`, paragraphs. An optional front matter says `language: xx` (BCP 47; default `en`).
 *
 * @param hash makes the document's id from its text
 * @returns the document, or why the text is none: no title, no paragraph, an address used twice
 */
export function readMarkdown(source: string, hash: Hash): Result<Document> {
  const { language, body } = splitFrontMatter(source);
  let title = '';
  const sections: { id: string; heading: string; paragraphs: Paragraph[] }[] = [];

  for (const node of fromMarkdown(body).children.flatMap(blocksOf)) {
    const text = wordsOf(node)
      .replace(/\s*[\r\n]\s*/g, ' ')
      .trim();
    if (node.type === 'heading' && node.depth === 1 && !title) {
      title = text;
    } else if (node.type === 'heading') {
      const { heading, id } = splitAddress(text);
      if (sections.some((section) => section.id === id)) {
        return err({
          code: 'double-address',
          message: `Two headings have the address “${id}”. Give one of them another: ## ${heading} {#…}`,
        });
      }
      sections.push({ id, heading, paragraphs: [] });
    } else if (text) {
      if (sections.length === 0) sections.push({ id: 'text', heading: '', paragraphs: [] });
      const section = sections[sections.length - 1]!;
      section.paragraphs.push({ id: `${section.id}-${section.paragraphs.length + 1}`, text });
    }
  }
  if (!title) {
    return err({
      code: 'no-title',
      message: 'The document has no title. Begin it with “# Title”.',
    });
  }
  const filled: Section[] = sections
    .filter((section) => section.paragraphs.length > 0)
    .map((section) => ({ ...section, heading: section.heading || title }));
  if (filled.length === 0) {
    return err({ code: 'no-text', message: 'The document has a title but no paragraph.' });
  }
  return ok({
    id: hash(documentText({ title, sections: filled })),
    title,
    language,
    sections: filled,
  });
}

/** The blocks that hold text: those of lists and quotations too, each on its own. */
function blocksOf(node: Nodes): Nodes[] {
  return node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote'
    ? node.children.flatMap(blocksOf)
    : [node];
}

function wordsOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(wordsOf).join('') : toString(node);
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;

function splitFrontMatter(text: string): { language: string; body: string } {
  const source = text.replace(/^\ufeff/, '');
  const match = FRONT_MATTER.exec(source);
  const language = /^language:\s*(["']?)([A-Za-z0-9-]+)\1\s*$/m.exec(match?.[1] ?? '')?.[2] ?? 'en';
  return { language, body: match ? source.slice(match[0].length) : source };
}

function splitAddress(text: string): { heading: string; id: string } {
  const match = /^(.*?)\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}$/.exec(text);
  return match ? { heading: match[1]!, id: match[2]! } : { heading: text, id: addressOf(text) };
}

/** A heading in small letters, figures and hyphens; letters of every script are kept. */
function addressOf(heading: string): string {
  const address = heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return address || 'section';
}
