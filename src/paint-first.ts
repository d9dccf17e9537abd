import { createHash } from 'node:crypto';

/** What Kit begins the app with, at the end of every page. */
const BEGINNING = /<script>(\s*\{\s*__sveltekit_[^]*?)<\/script>/;
const IMPORTS = /Promise\.all\(\[([^]*?)\]\)\.then/;
const SCRIPTS = "script-src 'self'";

/**
 * A page with what runs before its first paint in its head: a file of its own would be one more thing to
 * wait for.
 *
 * @param html a page with `%first-paint%` in its head
 * @param script the source of `first-paint.js`
 */
export function withFirstPaint(html: string, script: string): string {
  const bare = withoutComments(script);
  return html
    .replace('%first-paint%', () => `<script>${bare}</script>`)
    .replace(SCRIPTS, () => `${SCRIPTS} '${hashOf(bare)}'`);
}

/**
 * A page whose words are painted before its app is asked for: neither the network nor the processor is kept
 * from what can be read already. What Kit would preload at once is marked for `painted` of
 * `first-paint.js`, and what it would import waits for that. The page's policy goes by the hash of each
 * script, so the hash goes with it.
 *
 * @param html a whole page, as Kit makes it in a build
 * @throws {Error} where Kit makes its pages otherwise than this knows
 */
export function paintedFirst(html: string): string {
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
    .replaceAll(' rel="modulepreload"', ' data-after-paint');
}

/** Comments on lines of their own, and those with types; what the page carries is read by no person. */
function withoutComments(script: string): string {
  return script.replace(/^\s*\/\/.*\n/gm, '').replace(/\/\*\* @type .*? \*\/\s*/g, '');
}

/** As a Content-Security-Policy names it. */
function hashOf(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
