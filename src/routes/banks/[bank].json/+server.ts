import { json } from '@sveltejs/kit';
import { banks } from 'virtual:recite/banks';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => banks.map(({ id }) => ({ bank: id }));

/** The compiled bank as a file of its own, so that pages stay small and the app can keep it. */
export const GET: RequestHandler = ({ params }) =>
  json(banks.find(({ id }) => id === params.bank) ?? null);
