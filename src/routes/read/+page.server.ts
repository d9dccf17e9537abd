import { banks } from 'virtual:recite/banks';
import { readerData } from '$lib/app/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => readerData(banks[0]!);
