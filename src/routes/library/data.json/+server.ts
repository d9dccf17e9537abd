import { json } from '@sveltejs/kit';
import { banks } from 'virtual:recite/banks';
import { shelfEntry } from '$lib/app/index.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () => json(shelfEntry(banks[0]!));
