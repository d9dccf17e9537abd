import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../src/server/setup.js';
import { codeFiles } from './imports.ts';

/** After a word, hidden words that begin with a mark; a heading may say it in a label instead. */
const ODD = /[^\s>]<span class="visually-hidden">\s*[:;,.!?)]/;

// They stand in a box of their own, so browsers put a space before them: "New : why?".
it('words for screen readers only, within others, never begin with a mark', () => {
  const files = codeFiles(ROOT, 'src').filter((file) => file.endsWith('.svelte'));
  expect(files.filter((file) => ODD.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});
