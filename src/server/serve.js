import { createServer } from 'node:http';
import sirv from 'sirv';

/** @typedef {{ port: number, close: () => Promise<void> }} Running */

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // The rest of the policy stands in each page, with the hashes of its scripts; browsers heed this
  // directive only in a header.
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'geolocation=(), microphone=()',
};

/** Kit puts a hash of the content into every name below this folder. */
const IMMUTABLE = '/_app/immutable/';

/** How long open requests may take once we are told to stop. */
const GRACE_MS = 500;

/**
 * Answers requests from a folder: the file, or else (for an address that only the app knows) the
 * app's shell `200.html`.
 *
 * @param {string} directory
 * @returns {import('node:http').RequestListener}
 */
export function createHandler(directory) {
  const files = sirv(directory, {
    // Looks at the disk with every request: a build made while we run is served whole, where a
    // list from the start would name files that are gone.
    dev: true,
    etag: true,
    single: '200.html',
    // A missing chunk is missing; the shell in its place would be run as a script.
    ignores: [/^\/_app\//],
    brotli: true,
    gzip: true,
    setHeaders(response, path) {
      // The one kind of ours that sirv knows no type for; and nobody may guess (nosniff).
      if (path.endsWith('.ico')) response.setHeader('Content-Type', 'image/x-icon');
    },
    onNoMatch: (_request, response) => refuse(response, 404, 'Not found'),
  });

  return (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const { method, url = '/' } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return refuse(response, 405, 'Only GET and HEAD');
    }
    const [path = '/', query] = url.split(/\?(.*)/s);
    if (/[^/]\/+$/.test(path)) {
      // Pages name their files relative to an address without a slash at its end. The leading
      // slashes become one, lest `//other.site/` send the reader elsewhere.
      const target = path.replace(/^[/\\]*/, '/').replace(/\/+$/, '');
      response.setHeader('Location', query ? `${target}?${query}` : target);
      return refuse(response, 308, 'Moved');
    }
    response.setHeader(
      'Cache-Control',
      path.startsWith(IMMUTABLE) ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    // sirv answers an impossible range with an exception. Nothing here is long: send it whole.
    delete request.headers.range;
    // A file that vanishes between being found and being read (a new build) ends this answer only.
    response.on('pipe', (source) => source.on('error', () => response.destroy()));
    files(request, response);
  };
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 */
function refuse(response, status, text) {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Content-Type', 'text/plain;charset=utf-8');
  response.statusCode = status;
  response.end(`${text}\n`);
}

/**
 * Serves a folder until closed, and on the same port the live session of a class.
 *
 * @param {{ directory: string, host: string, port: number, live?: import('./live/lazy.js').LiveDoor }} options
 * @returns {Promise<import('../lib/primitives/index.ts').Result<Running>>}
 */
export function serve({ directory, host, port, live }) {
  const files = createHandler(directory);
  const server = createServer((request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (!live?.handle(request, response)) files(request, response);
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (live) live.upgrade(request, socket, head);
    else socket.destroy();
  });
  return new Promise((resolve) => {
    server.once('error', (error) => {
      resolve({ ok: false, error: { code: 'no-port', message: whyNot(error, host, port) } });
    });
    server.listen(port, host, () => {
      const address = server.address();
      const actual = address && typeof address === 'object' ? address.port : port;
      resolve({ ok: true, value: { port: actual, close: () => close(server, live) } });
    });
  });
}

/**
 * @param {import('node:http').Server} server
 * @param {import('./live/lazy.js').LiveDoor} [live]
 * @returns {Promise<void>}
 */
async function close(server, live) {
  const closed = closeServer(server);
  await live?.close();
  await closed;
}

/**
 * @param {import('node:http').Server} server
 * @returns {Promise<void>}
 */
function closeServer(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  });
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {string} host
 * @param {number} port
 */
function whyNot({ code, message }, host, port) {
  if (code === 'EADDRINUSE') {
    const other = port < 65_535 ? port + 1 : 4173;
    return `Port ${port} is in use, perhaps by another Recite. Choose another one: PORT=${other} npm start`;
  }
  if (code === 'EACCES') {
    return `Port ${port} needs more rights than this user has. Choose another one: PORT=4173 npm start`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `This machine has no address “${host}”. Leave HOST out to listen at 127.0.0.1.`;
  }
  return `The server could not start: ${message}`;
}
