import type { Reroute } from '@sveltejs/kit';
import { prepare } from '$lib/language/index.ts';

/** No page is put elsewhere; but this is asked before any part of a page is loaded, and can wait. */
export const reroute: Reroute = async ({ url }) => {
  await prepare(url.pathname);
};
