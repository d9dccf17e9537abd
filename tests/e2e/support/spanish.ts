import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../src/server/setup.js';

const CATALOGUE = join(ROOT, 'src/lib/language/es');
export const SPANISH = Object.assign(
  {},
  ...readdirSync(CATALOGUE).map(
    (name) => JSON.parse(readFileSync(join(CATALOGUE, name), 'utf8')) as Record<string, unknown>,
  ),
) as Readonly<Record<string, unknown>>;

/** How the app says a text in Spanish; what it does not translate stays. */
export function inSpanish(text: string): string {
  if (text === 'cards') return 'tarjetas';
  const phrase = SPANISH[text];
  return typeof phrase === 'string' ? phrase : text;
}
