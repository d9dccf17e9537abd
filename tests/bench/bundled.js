import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from '../../src/server/setup.js';

/**
 * Loads a module as the app's build would make it, in one piece and small: what a development loader
 * makes of it runs slower.
 *
 * @param {string} entry path in the project
 * @returns {Promise<unknown>}
 */
export async function bundled(entry) {
  // Beside the packages, so that nothing has to be told where they are.
  const folder = await mkdtemp(join(ROOT, 'node_modules', '.recite-bench-'));
  try {
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      build: {
        target: 'es2022',
        outDir: folder,
        lib: { entry: join(ROOT, entry), formats: ['es'], fileName: 'bench' },
      },
    });
    /** @type {unknown} */
    const module = await import(pathToFileURL(join(folder, 'bench.js')).href);
    return module;
  } finally {
    await rm(folder, { recursive: true });
  }
}
