/**
 * @typedef {object} Options
 * @property {string} host the address to listen at
 * @property {number} port 0 lets the system choose
 */

/** @typedef {import('../lib/primitives/index.ts').Result<Options>} Parsed */

const USAGE = 'Usage: npm start [-- --lan]; PORT and HOST are read from the environment.';

/**
 * What the command line and the environment of `npm start` ask for.
 *
 * @param {readonly string[]} parameters
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Parsed}
 */
export function parseOptions(parameters, environment) {
  const unknown = parameters.find((parameter) => parameter !== '--lan');
  if (unknown !== undefined) return wrong(`Unknown argument: ${unknown}. ${USAGE}`);

  const port = environment.PORT?.trim() || '4173';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return wrong(`PORT must be a number from 0 to 65535, not “${port}”.`);
  }

  const lan = parameters.includes('--lan') || environment.RECITE_LAN === '1';
  // Our own machine only, unless asked: whoever can reach the port can read the documents.
  const host = environment.HOST?.trim() || (lan ? '0.0.0.0' : '127.0.0.1');
  return { ok: true, value: { host, port: Number(port) } };
}

/**
 * @param {string} message
 * @returns {Parsed}
 */
function wrong(message) {
  return { ok: false, error: { code: 'bad-arguments', message } };
}
