import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/server/processes.js';
import { ROOT } from '../../src/server/setup.js';

/** What the framework asks for before an app has said anything: one page with nothing on it. */
const FILES = {
  'package.json': '{ "type": "module", "private": true }\n',
  'svelte.config.js': `import adapter from '@sveltejs/adapter-static';
export default { kit: { adapter: adapter() } };
`,
  // The same target as the app's, so that the framework is compiled alike.
  'vite.config.js': `import { sveltekit } from '@sveltejs/kit/vite';
export default { plugins: [sveltekit()], build: { target: 'es2022' } };
`,
  'src/app.html': `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    %sveltekit.head%
  </head>
  <body>
    <div>%sveltekit.body%</div>
  </body>
</html>
`,
  'src/routes/+layout.js': 'export const prerender = true;\n',
  'src/routes/+page.svelte': '',
};

/**
 * Builds an empty app with the packages of the lockfile, in a folder that goes afterwards.
 *
 * @template T
 * @param {(build: string) => Promise<T>} work is given the folder of the finished build
 * @returns {Promise<T>}
 */
export async function withEmptyApp(work) {
  const root = mkdtempSync(join(tmpdir(), 'recite-empty-app-'));
  const remove = () => rmSync(root, { recursive: true, force: true });
  // Also where the bench is told to stop in the middle.
  process.once('exit', remove);
  try {
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
    const code = await run([process.execPath, vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      quietStdout: true,
    });
    if (code !== 0) throw new Error(`The empty app could not be built (exit code ${code}).`);
    return await work(join(root, 'build'));
  } finally {
    process.off('exit', remove);
    remove();
  }
}
