import { WebSocket } from 'ws';
import {
  connectPacket,
  PacketReader,
  PING,
  pubackPacket,
  publishPacket,
  subscribePacket,
} from '../../../lib/classroom/mqtt/index.ts';
import { uplinks } from './credentials.js';

/**
 * The engine’s own connection to a cluster. Its session there is lasting: what students send while we
 * are away waits in the stream, and each message is acknowledged only once it is on our disk.
 */

const KEEP_ALIVE_S = 10;
const AGAIN_MS = 300;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const utf8 = {
  encode: (/** @type {string} */ text) => encoder.encode(text),
  decode: (/** @type {Uint8Array} */ bytes) => decoder.decode(bytes),
};

/**
 * @param {object} options
 * @param {readonly string[]} options.urls of the nodes’ WebSockets
 * @param {import('./credentials.js').Credentials} options.credentials
 * @param {(topic: string, text: string) => Promise<unknown>} options.take
 * @param {() => void} options.connected after each connection: what was published meanwhile is lost
 */
export function linkEngine({ urls, credentials, take, connected }) {
  let tries = 0;
  let isClosed = false;
  /** @type {WebSocket | null} Set once it is taken in. */
  let open = null;
  /** @type {() => void} */
  let drop = () => undefined;

  function connect() {
    if (isClosed) return;
    const socket = new WebSocket(`${urls[tries++ % urls.length]}/mqtt`, 'mqtt', {
      handshakeTimeout: 2000,
    });
    const reader = new PacketReader(utf8);
    let isAlive = true;
    const beat = setInterval(() => {
      // A node that hangs is as good as dead.
      if (!isAlive) return socket.terminate();
      isAlive = false;
      if (socket.readyState === WebSocket.OPEN) socket.send(PING);
    }, 2000);
    drop = () => socket.terminate();
    socket.on('open', () => {
      const login = { clientId: 'engine', username: 'engine', password: credentials.engine };
      socket.send(
        connectPacket({ ...login, keepAlive: KEEP_ALIVE_S, will: null, clean: false }, utf8),
      );
    });
    socket.on('message', (/** @type {Buffer} */ data) => {
      isAlive = true;
      const packets = reader.read(data);
      if (!packets) return socket.terminate();
      for (const packet of packets) {
        if (packet.type === 'connack') {
          if (packet.code !== 0) return socket.terminate();
          socket.send(subscribePacket(1, uplinks(credentials.session), utf8, 1));
        } else if (packet.type === 'suback') {
          open = socket;
          connected();
        } else if (packet.type === 'publish') {
          const { id } = packet;
          take(packet.topic, packet.text).then(
            () => {
              if (id !== null && socket.readyState === WebSocket.OPEN)
                socket.send(pubackPacket(id));
            },
            // Not on disk, so not acknowledged: the stream keeps it.
            () => undefined,
          );
        }
      }
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(beat);
      if (open === socket) open = null;
      if (!isClosed) setTimeout(connect, AGAIN_MS);
    });
  }
  connect();

  return {
    /** Whether what is sent to the engine now is heard. */
    isOpen: () => open !== null,

    /**
     * @param {string} topic
     * @param {string} text
     * @param {boolean} retain
     */
    publish(topic, text, retain) {
      open?.send(publishPacket({ topic, text, id: null, again: false, retain }, utf8));
    },
    close() {
      isClosed = true;
      drop();
    },
  };
}
