/** @typedef {import('./index.js').LiveServer} LiveServer */
/** @typedef {Pick<LiveServer, 'handle' | 'upgrade' | 'close'>} LiveDoor */

/**
 * The live session, loaded when somebody first asks for it: who studies alone starts as fast as ever.
 * After a restart the first phone that comes back is who asks.
 *
 * @param {{ folder: string, addresses: () => readonly string[] }} options
 * @returns {LiveDoor}
 */
export function lazyLive(options) {
  /** @type {Promise<LiveServer> | null} */
  let started = null;
  const start = () => (started ??= load(options));

  return {
    handle(request, response) {
      if (!/^\/live(?:[/?]|$)/.test(request.url ?? '')) return false;
      start().then(
        (live) => live.handle(request, response),
        (error) => {
          console.error('The live session could not be started.', error);
          response.statusCode = 500;
          response.end();
        },
      );
      return true;
    },
    upgrade(request, socket, head) {
      start().then(
        (live) => live.upgrade(request, socket, head),
        () => socket.destroy(),
      );
    },
    close: async () => (await started?.catch(() => null))?.close(),
  };
}

/**
 * @param {{ folder: string, addresses: () => readonly string[] }} options
 * @returns {Promise<LiveServer>}
 */
async function load(options) {
  // Node 20 cannot read TypeScript by itself, and the rules of a session are a room of the app.
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: false });
  const { startLive } = await import('./index.js');
  return startLive(options);
}
