import type { ReaderData } from '$lib/app/index.ts';
import type { PageLoad } from './$types';

// From a file, not from a load on the server: for that, every page would carry two kilobytes more.
export const load: PageLoad = async ({ fetch }) => {
  const response = await fetch('/read/data.json');
  return (await response.json()) as ReaderData;
};
