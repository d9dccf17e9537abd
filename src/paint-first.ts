import { createHash } from 'node:crypto';

/** What Kit begins the app with, at the end of every page. */
const BEGINNING = /<script>(\s*\{\s*__sveltekit_[^]*?)<\/script>/;
const IMPORTS = /Promise\.all\(\[([^]*?)\]\)\.then/;
const PRELOAD = ' rel="modulepreload"';

/**
 * A page whose words are painted before its app is asked for: neither the network nor the processor is kept
 * from what can be read already. What Kit would preload at once is marked for `painted` of
 * `first-paint.js`, and what it would import waits for that. The page's policy goes by the hash of each
 * script, so the hash goes with it.
 *
 * @param html a whole page, as Kit makes it in a build
 * @throws {Error} where Kit makes its pages otherwise than this knows
 */
export function paintFirst(html: string): string {
  const script = BEGINNING.exec(html)?.[1];
  if (script === undefined || !IMPORTS.test(script) || !html.includes(hashOf(script)))
    throw new Error('Kit begins its pages in another way: src/paint-first.ts has to follow it.');
  const waiting = script.replace(
    IMPORTS,
    (_, imports: string) => `painted().then(() => Promise.all([${imports}])).then`,
  );
  return html
    .replace(script, () => waiting)
    .replace(hashOf(script), () => hashOf(waiting))
    .replaceAll(PRELOAD, ' data-after-paint');
}

/** As a Content-Security-Policy names it. */
function hashOf(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
