import { banks } from 'virtual:recite/banks';
import { shelfEntry } from '$lib/app/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => shelfEntry(banks[0]!);
