import { json } from '@sveltejs/kit';
import { banks } from 'virtual:recite/banks';
import { readerData } from '$lib/app/index.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () => json(readerData(banks[0]!));
