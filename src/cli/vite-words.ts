import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Phrase } from '../lib/language/index.ts';
import { sharesOf, type Shares } from './words/shares.ts';

const WORDS = 'virtual:recite/words';
const CATALOGUE = 'src/lib/language/es';

/**
 * The Spanish catalogue as the module `virtual:recite/words`: what every page says, and by the
 * first part of a page's address, a function that fetches what the page says besides. Translators need not know which is which:
 * it is found out from what the pages import.
 */
export function words(root = '.'): Plugin {
  let catalogue: Record<string, Phrase> = {};
  let shares: Shares | null = null;
  const part = (texts: ReadonlySet<string>) =>
    JSON.stringify(Object.fromEntries([...texts].map((text) => [text, catalogue[text]])));
  return {
    name: 'recite-words',
    buildStart: () => void (shares = null),
    resolveId: (id) => (id === WORDS || id.startsWith(`${WORDS}/`) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${WORDS}`)) return undefined;
      if (!shares) {
        catalogue = readCatalogue(root);
        shares = sharesOf(root, Object.keys(catalogue));
      }
      const share = id.slice(`\0${WORDS}/`.length);
      if (share) return `export default ${part(shares.shares.get(share) ?? new Set())};`;
      const fetched = [...shares.shareOf].map(
        ([page, name]) => `'${page}': () => import('${WORDS}/${name}'),`,
      );
      return [
        `export const everywhere = ${part(shares.everywhere)};`,
        `export const pages = { ${fetched.join(' ')} };`,
      ].join('\n');
    },
  };
}

/** All of it, from the files that translators keep. */
function readCatalogue(root: string): Record<string, Phrase> {
  const folder = join(root, CATALOGUE);
  const parts = readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, Phrase>,
  );
  return Object.assign({}, ...parts) as Record<string, Phrase>;
}
