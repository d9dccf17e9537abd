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
  const { greeting, lanAddresses } = await import('./greeting.js');
  const { dataFolder, hostSecret } = await import('./live/data-folder.js');
  const { lazyLive } = await import('./live/lazy.js');
  const folder = dataFolder();
  let port = options.value.port;
  const addresses = () => reachableAt(options.value.host, lanAddresses(), port);
  const live = lazyLive({ folder, addresses });
  const server = await serve({ directory: join(ROOT, 'build'), ...options.value, live });
  if (!server.ok) return fail(server.error);

  // To be told to stop is how a server ends; only a set-up is broken off by it.
  stop = async () => {
    await server.value.close();
    process.exit(0);
  };
  port = server.value.port;
  const colour = Boolean(process.stdout.isTTY);
  const secret = tryTo(() => hostSecret(folder));
  console.log(greeting({ host: options.value.host, port, colour, secret }));
}

/**
 * Where phones reach this machine, as addresses of the app; empty where it serves itself only.
 *
 * @param {string} host that we listen at
 * @param {readonly string[]} all addresses of this machine in its networks
 * @param {number} port
 */
function reachableAt(host, all, port) {
  const everywhere = host === '0.0.0.0' || host === '::';
  const reached = everywhere ? all : ['127.0.0.1', 'localhost', '::1'].includes(host) ? [] : [host];
  return reached.map((address) => `http://${address}:${port}`);
}

/**
 * Where nothing can be kept, a class cannot be led; studying can go on.
 *
 * @template T
 * @param {() => T} work
 * @returns {T | null}
 */
function tryTo(work) {
  try {
    return work();
  } catch {
    return null;
  }
}

await start();
