import type { ClientInit } from '@sveltejs/kit';
import { speak } from '$lib/language/index.ts';

/**
 * Before the first page is made: the words of the language that `static/theme.js` chose. Where they cannot
 * be had, the app speaks English.
 */
export const init: ClientInit = async () => {
  const page = document.documentElement;
  try {
    if (page.lang === 'es') speak((await import('$lib/language/spanish.ts')).SPANISH);
    else if (page.lang === 'ar-XB') speak((await import('$lib/language/pseudo.ts')).PSEUDO);
  } catch {
    page.lang = 'en';
  }
};
