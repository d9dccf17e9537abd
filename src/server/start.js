import { join } from 'node:path';
import { parseOptions } from './options.js';
import { breakOff, onStop } from './processes.js';
import { ROOT, ensureBuilt, ensureInstalled } from './setup.js';

/** `npm start`: sets up what is missing, then serves the app until told to stop. */

/** @param {{ message: string }} error */
function fail(error, code = 1) {
  console.error(error.message);
  process.exit(code);
}

async function start() {
  const options = parseOptions(process.argv.slice(2), process.env);
  if (!options.ok) return fail(options.error, 2);

  let stop = breakOff;
  onStop((name) => stop(name));

  const installed = await ensureInstalled();
  if (!installed.ok) return fail(installed.error);
  const built = await ensureBuilt();
  if (!built.ok) return fail(built.error);

  // Not before: these need what has just been installed.
  const { serve } = await import('./serve.js');
  const { greeting } = await import('./greeting.js');
  const server = await serve({ directory: join(ROOT, 'build'), ...options.value });
  if (!server.ok) return fail(server.error);

  // To be told to stop is how a server ends; only a set-up is broken off by it.
  stop = async () => {
    await server.value.close();
    process.exit(0);
  };
  const { port } = server.value;
  const colour = Boolean(process.stdout.isTTY);
  console.log(greeting({ host: options.value.host, port, colour }));
}

await start();
