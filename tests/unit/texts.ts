import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textsOf, type TextUse } from '../../src/cli/words/texts.ts';
import { codeFiles } from './imports.ts';

/** All texts in a folder of the code, tests left out. */
export function readTexts(root: string, folder: string): TextUse[] {
  return codeFiles(root, folder)
    .filter((file) => !file.startsWith('src/lib/language/'))
    .flatMap((file) => textsOf(file, readFileSync(join(root, file), 'utf8')));
}
