import type { Handle } from '@sveltejs/kit';

/** While pages are made: the file of the reading serif that every page needs is asked for with the styles. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: ({ type, path }) =>
      type === 'js' || type === 'css' || (type === 'font' && path.includes('/literata-latin.')),
  });
