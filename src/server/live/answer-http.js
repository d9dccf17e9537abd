/** Requests and answers in JSON, for the doors of a live session. */

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * @param {Response} response
 * @param {number} status
 * @param {unknown} value
 */
export function answer(response, status, value) {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json;charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(JSON.stringify(value));
}

/**
 * A failure, in words for the person.
 *
 * @param {Response} response
 * @param {number} status
 * @param {import('../../lib/primitives/index.ts').Failure} failure
 */
export function refuse(response, status, failure) {
  answer(response, status, { failure });
}

/**
 * The object that a request holds; null where it holds none, or too much.
 *
 * @param {Request} request
 * @param {number} mostBytes
 * @returns {Promise<Readonly<Record<string, unknown>> | null>}
 */
export async function readObject(request, mostBytes) {
  // A form of another site can send no JSON.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return null;
  /** @type {Buffer[]} */
  const parts = [];
  let size = 0;
  /** @type {AsyncIterable<Buffer>} */
  const body = request;
  for await (const part of body) {
    size += part.length;
    if (size > mostBytes) return null;
    parts.push(part);
  }
  try {
    const value = /** @type {unknown} */ (JSON.parse(Buffer.concat(parts).toString('utf8')));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? /** @type {Record<string, unknown>} */ (value) : null;
  } catch {
    return null;
  }
}

/**
 * Whether a page of ours asks. Another site open in the same browser says where it is from; programs
 * that are no browsers say nothing.
 *
 * @param {Request} request
 */
export function isOurPage(request) {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/**
 * What was sent as `Authorization: Bearer …`.
 *
 * @param {Request} request
 */
export function bearer(request) {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
}
