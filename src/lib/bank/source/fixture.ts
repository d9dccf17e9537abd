import type { Document } from '../../document/index.ts';
import { compileBank, formatSourceProblem, type SourceFile } from './index.ts';

/** A small document, and banks about it to be made wrong in one place at a time. For tests. */

export const document: Document = {
  id: 'document-id',
  title: 'Birds',
  language: 'en',
  sections: [
    {
      id: 'owls',
      heading: 'Owls',
      paragraphs: [
        { id: 'owls-1', text: 'The barn owl hunts by ear. The barn owl finds 37 mice a night.' },
        { id: 'owls-2', text: 'Owls swallow their prey whole.' },
      ],
    },
    {
      id: 'swifts',
      heading: 'Swifts',
      paragraphs: [{ id: 'swifts-1', text: 'The swift sleeps in the air.' }],
    },
  ],
};

/** Fields that every question has, with a citation that resolves. */
export const COMMON = `
    explanation: Because.
    stance: fact
    level: remember
    tags: [figures]
    cite:
      - paragraph: owls-2
        quote: Owls swallow their prey whole`;

export function question(id: string, own: string, common = COMMON): string {
  return `  - id: ${id}\n    prompt: What about ${id}?\n${own}${common}\n`;
}

export const OPEN = '    type: open\n    answer: Whole.';

export function file(questions: string, name = 'owls.yaml', section = 'owls'): SourceFile {
  return { name, text: `section: ${section}\nquestions:\n${questions}` };
}

export function compile(...files: SourceFile[]) {
  return compileBank('birds', document, files);
}

/** What is wrong, as `file:line: message`. */
export function problemsOf(...files: SourceFile[]): string[] {
  const bank = compile(...files);
  return bank.ok ? [] : bank.error.map(formatSourceProblem);
}
