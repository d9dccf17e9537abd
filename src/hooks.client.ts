import type { ClientInit } from '@sveltejs/kit';
import { prepare, speak } from '$lib/language/index.ts';

/**
 * Before the first page is made: the words of the language that `src/first-paint.js` chose. Where they cannot
 * be had, the app speaks English. Those of further pages: `hooks.ts`.
 */
export const init: ClientInit = async () => {
  const page = document.documentElement;
  try {
    if (page.lang === 'es') speak((await import('$lib/language/spanish.ts')).SPANISH);
    else if (page.lang === 'ar-XB') speak((await import('$lib/language/pseudo.ts')).PSEUDO);
    await prepare(location.pathname);
  } catch {
    page.lang = 'en';
  }
};
