import { WebSocketServer } from 'ws';
import { MOST_BYTES } from '../../lib/classroom/index.ts';
import { isOurPage } from './answer-http.js';
import { startBroker } from './broker.js';
import { dataFolder, hostSecret, newId } from './data-folder.js';
import { doors } from './doors.js';
import { boardSecret, digest, isSame } from './keys.js';
import { beginSession, takeUpSession } from './sessions.js';
import { joinCluster } from './nats/broker.js';
import { keptCredentials } from './nats/credentials.js';

/**
 * The live session of a class, in the process that also serves the app: its doors by HTTP, its broker
 * by WebSocket at `/live/mqtt`, its answers on this machine’s disk.
 */

/** How often the teacher and the board are told what has changed. */
const TELL_MS = 250;

/** Sockets that one machine holds without trouble; more are turned away. */
const MOST_SOCKETS = 8000;

/**
 * @typedef {object} LiveServer
 * @property {string} host the secret that makes a page the teacher’s
 * @property {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean} handle
 * @property {(request: import('node:http').IncomingMessage, socket: import('node:stream').Duplex, head: Buffer) => void} upgrade
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ folder?: string, now?: () => number, addresses?: () => readonly string[], cluster?: string }} [options]
 *   `cluster`: addresses of its nodes’ WebSockets, divided by commas; '' for the embedded broker
 * @returns {Promise<LiveServer>}
 */
export async function startLive({
  folder = dataFolder(),
  now = Date.now,
  addresses = () => [],
  cluster = process.env.RECITE_BROKER_URL ?? '',
} = {}) {
  const host = hostSecret(folder);
  /** @type {import('./sessions.js').Live | null} */
  let live = null;
  let isBroken = false;

  /** @type {import('./broker.js').Rules} */
  const rules = {
    session: () => live?.entrance.session ?? '',
    now,
    take: (topic, text) =>
      live ? live.engine.take(topic, text) : Promise.reject(new Error('No session')),
    roleOf(clientId, username, password) {
      if (!live) return null;
      const { session } = live.entrance;
      if (username === 'host' && clientId.startsWith('host-')) {
        return isSame(password, host) ? { kind: 'host' } : null;
      }
      if (username === 'board' && clientId.startsWith('board-')) {
        return isSame(password, boardSecret(host, session)) ? { kind: 'board' } : null;
      }
      // Nobody connects by another’s id: whoever does so would throw the other out.
      const seat = username === 'seat' ? live.engine.session.seats.get(clientId) : undefined;
      return seat && isSame(digest(password), seat.key) ? { kind: 'seat', seat: clientId } : null;
    },
  };
  const urls = cluster
    .split(',')
    .map((url) => url.trim())
    .filter((url) => url !== '');
  const credentials = urls.length > 0 ? keptCredentials(folder) : null;
  if (urls.length > 0 && !credentials) {
    throw new Error('RECITE_BROKER_URL is set, but “npm run -s broker” has not been run here yet.');
  }
  const broker = credentials
    ? joinCluster({ urls, credentials, rules, connected: () => live?.engine.restore() })
    : await startBroker(rules);

  /** @type {import('./sessions.js').World} */
  const world = {
    folder,
    now,
    // A cluster has users for one session: see the command.
    newSession: () => credentials?.session ?? newId(),
    newSeat: (isTaken) =>
      credentials ? (credentials.seats.find(({ id }) => !isTaken(id))?.id ?? null) : newId(),
    publish: (topic, text, retain) => broker.publish(topic, text, retain),
    happened(event) {
      // The phone that had the seat before is no longer its student’s.
      if (event.kind === 'moved') broker.disconnect(event.seat);
    },
    broken(error) {
      if (!isBroken)
        console.error(`Answers can no longer be written to the disk: ${String(error)}`);
      isBroken = true;
    },
  };
  live = await takeUpSession(world);

  const handle = doors({
    folder,
    host,
    now,
    addresses,
    current: () => live,
    connections: broker.connections,
    async begin(wanted) {
      if (live && live.engine.session.phase !== 'ended') {
        return { ok: false, error: RUNNING };
      }
      if (!broker.isReady()) return { ok: false, error: AWAY };
      const begun = await beginSession(world, wanted);
      if (!begun.ok) return begun;
      await live?.log.close();
      live = begun.value;
      return begun;
    },
  });

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_BYTES + 64,
    perMessageDeflate: false,
    handleProtocols: (protocols) => (protocols.has('mqtt') ? 'mqtt' : false),
  });
  const telling = setInterval(() => live?.engine.flush(), TELL_MS);
  telling.unref();

  return {
    host,
    handle,
    upgrade(request, socket, head) {
      const path = (request.url ?? '').split('?', 1)[0];
      const isOurs = path === '/live/mqtt' && isOurPage(request);
      if (!isOurs || sockets.clients.size >= MOST_SOCKETS) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      sockets.handleUpgrade(request, socket, head, (accepted) => broker.accept(accepted, socket));
    },
    async close() {
      clearInterval(telling);
      await broker.close();
      for (const socket of sockets.clients) socket.terminate();
      await live?.log.close();
    },
  };
}

const RUNNING = {
  code: 'running',
  message: 'A session is running already. End it first; its answers are kept.',
};

const AWAY = {
  code: 'cluster-away',
  message: 'The cluster cannot be reached yet. Nothing was begun; try again in some seconds.',
};
