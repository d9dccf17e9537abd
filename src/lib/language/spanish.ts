import { everywhere, pages } from 'virtual:recite/words';
import type { Language, Phrase } from './index.ts';

/** What was fetched of it. */
const phrases: Record<string, Phrase> = { ...everywhere };

/**
 * Spanish, as it is understood in Spain and in America alike; the reader is addressed as “tú”. Most
 * pages say what no other does: their words come with them (`src/cli/vite-words.ts`).
 */
export const SPANISH: Language = {
  locale: 'es',
  phrases,
  async prepare(path) {
    const [, page = ''] = path.split('/');
    try {
      Object.assign(phrases, (await pages[page]?.())?.default);
    } catch {
      // They cannot be had: where they are missing, the page speaks English.
    }
  },
};
