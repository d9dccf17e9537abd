import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { packBank } from '../lib/bank/index.ts';
import { formatSourceProblem } from '../lib/bank/source/index.ts';
import { readAll } from './folder.ts';

const VIRTUAL = 'virtual:recite/banks';

/**
 * Compiles the shipped banks into the module `virtual:recite/banks`. A bank with a problem stops the
 * build with file, line and reason; in development the page shows it and mends itself on saving.
 */
export function banks(folder = 'questions'): Plugin {
  const root = resolve(folder);
  return {
    name: 'recite-banks',
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
    load(id) {
      if (id !== `\0${VIRTUAL}`) return undefined;
      const read = readAll(root);
      if (!read.ok) {
        throw new Error(
          `The banks have problems:\n${read.error.map(formatSourceProblem).join('\n')}`,
        );
      }
      return `export const banks = ${JSON.stringify(read.value.map(packBank))};`;
    },
    configureServer(server) {
      server.watcher.add(root);
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(root)) return;
        for (const { moduleGraph } of Object.values(server.environments)) {
          const module = moduleGraph.getModuleById(`\0${VIRTUAL}`);
          if (module) moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
