import { join } from 'node:path';
import { parseOptions } from './options.js';
import { onStop, stopAll } from './processes.js';
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

  /** @type {(() => Promise<void>) | undefined} */
  let close;
  onStop((signal) => {
    // To be told to stop is how a server ends; a set-up that is broken off has not succeeded.
    if (close) void close().then(() => process.exit(0));
    else void stopAll().then(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  });

  const installed = await ensureInstalled();
  if (!installed.ok) return fail(installed.error);
  const built = await ensureBuilt();
  if (!built.ok) return fail(built.error);

  // Not before: these need what has just been installed.
  const { serve } = await import('./serve.js');
  const { greeting } = await import('./greeting.js');
  const server = await serve({ directory: join(ROOT, 'build'), ...options.value });
  if (!server.ok) return fail(server.error);
  close = server.value.close;
  const { port } = server.value;
  console.log(greeting({ host: options.value.host, port, colour: Boolean(process.stdout.isTTY) }));
}

await start();
