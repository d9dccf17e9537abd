import type { Language, Phrase } from './index.ts';

const PARTS = import.meta.glob<Record<string, Phrase>>('./es/*.json', {
  eager: true,
  import: 'default',
});

/** Spanish, as it is understood in Spain and in America alike; the reader is addressed as “tú”. */
export const SPANISH: Language = {
  locale: 'es',
  phrases: Object.assign({}, ...Object.values(PARTS)) as Record<string, Phrase>,
};
