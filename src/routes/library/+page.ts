import type { ShelfEntry } from '$lib/app/index.ts';
import type { PageLoad } from './$types';

// From a file, as the reader's: see there.
export const load: PageLoad = async ({ fetch }) => {
  const response = await fetch('/library/data.json');
  return (await response.json()) as ShelfEntry;
};
