import { Aedes } from 'aedes';
import { Buckets, MESSAGES, mayPublish, maySubscribe } from '../../lib/classroom/index.ts';
import { pubackPacket, publishPacket } from '../../lib/classroom/mqtt/index.ts';
import { framed } from './frames.js';
import { socketStream } from './socket-stream.js';

/**
 * The embedded broker: aedes, with our rules. It knows no session of its own: `rules` says who somebody
 * is, and takes what is sent to the engine.
 */

/** @typedef {import('../../lib/classroom/index.ts').Role} Role */
/** @typedef {import('./socket-stream.js').SocketStream} SocketStream */
/** @typedef {import('aedes').Client & { role?: Role, reading?: Set<string>, closed?: boolean }} Client */

/**
 * @typedef {object} Rules
 * @property {() => string} session
 * @property {(clientId: string, username: string, password: string) => Role | null} roleOf
 * @property {(topic: string, text: string) => Promise<boolean>} take resolves when it may be
 *   acknowledged; rejects where it could not be kept
 * @property {() => number} now
 */

/**
 * @typedef {object} Broker
 * @property {(socket: import('ws').WebSocket, wire: import('node:stream').Duplex) => void} accept a phone, and
 *   the connection below its WebSocket
 * @property {(topic: string, text: string, retain: boolean) => void} publish
 * @property {(seat: string) => void} disconnect
 * @property {() => boolean} isReady whether it can be spoken to: a cluster may be away
 * @property {() => number} connections
 * @property {() => Promise<void>} close
 */

/**
 * Acknowledges in the broker’s place, which would first look for readers that it has not: what is sent to
 * us goes to nobody else.
 *
 * @param {Client} client
 * @param {import('aedes').PublishPacket & { messageId?: number }} packet
 */
function acknowledge(client, packet) {
  if (packet.qos !== 1 || packet.messageId === undefined) return;
  tell(client, framed(pubackPacket(packet.messageId)));
  packet.qos = 0;
}

/** @param {Client} client @param {import('./frames.js').Framed} what */
function tell({ conn }, what) {
  /** @type {SocketStream} */ (conn).tell(what);
}

const UTF8 = {
  encode: (/** @type {string} */ text) => Buffer.from(text),
  decode: (/** @type {Uint8Array} */ bytes) => Buffer.from(bytes).toString(),
};

/**
 * @param {Rules} rules
 * @returns {Promise<Broker>}
 */
export async function startBroker(rules) {
  const messages = new Buckets(MESSAGES);
  // What we say goes to its readers as the same octets, packet and frame made once. By way of aedes each
  // reader’s would be made and written anew, piece by piece: that is the longest part of a question’s way.
  /** @type {Map<string, Set<Client>>} */
  const readers = new Map();
  /** @type {Map<string, import('./frames.js').Framed>} */
  const retained = new Map();
  /** @param {Client} client @param {string} topic */
  const read = (client, topic) => {
    if (client.closed) return;
    client.reading ??= new Set();
    client.reading.add(topic);
    readers.set(topic, (readers.get(topic) ?? new Set()).add(client));
    const last = retained.get(topic);
    if (last) tell(client, last);
  };

  const broker = await Aedes.createBroker({
    connectTimeout: 10_000,
    maxTopicLevels: 6,
    // Of the broker itself, which nobody may read.
    heartbeatInterval: 3_600_000,
    // Clean sessions only: what outlives a connection is retained, or on disk.
    preConnect: (_client, packet, done) =>
      packet.clean && (packet.will?.qos ?? 0) === 0
        ? done(null, true)
        : done(new Error('Only clean sessions'), false),
    authenticate(client, username, password, done) {
      const role = rules.roleOf(client.id, username ?? '', password?.toString() ?? '');
      if (role) /** @type {Client} */ (client).role = role;
      done(null, role !== null);
    },
    authorizePublish(client, packet, done) {
      const role = /** @type {Client | null} */ (client)?.role;
      if (!role || packet.qos === 2 || packet.retain) return done(new Error('Refused'));
      if (!mayPublish(rules.session(), role, packet.topic)) return done(new Error('Refused'));
      // By student, not by connection: coming back does not fill the bucket. The teacher may hurry.
      if (role.kind === 'seat' && !messages.take(role.seat, rules.now())) {
        return done(new Error('Too many messages'));
      }
      rules.take(packet.topic, packet.payload.toString()).then(
        (known) => {
          if (!known) return done(new Error('Not understood'));
          acknowledge(/** @type {Client} */ (client), packet);
          done(null);
        },
        (error) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
    authorizeSubscribe(client, subscription, done) {
      const { topic } = subscription;
      const role = /** @type {Client} */ (client).role;
      if (!role || !maySubscribe(rules.session(), role, topic)) return done(null, null);
      // Here and not at its event “subscribe”, which comes after the client’s next packet.
      read(client, topic);
      done(null, subscription);
    },
  });
  // A connection that breaks the rules is closed by aedes; there is nothing to add.
  broker.on('clientError', () => undefined);
  broker.on('connectionError', () => undefined);

  /** @type {Map<string, Client>} */
  const seats = new Map();
  broker.on('client', (/** @type {Client} */ client) => {
    if (client.role?.kind === 'seat') seats.set(client.role.seat, client);
  });
  broker.on('clientDisconnect', (/** @type {Client} */ client) => {
    if (client.role?.kind === 'seat' && seats.get(client.role.seat) === client) {
      seats.delete(client.role.seat);
    }
  });

  /** @param {Client} client @param {Iterable<string>} topics */
  const forget = (client, topics) => {
    for (const topic of topics) {
      const known = readers.get(topic);
      known?.delete(client);
      if (known?.size === 0) readers.delete(topic);
    }
  };
  broker.on('unsubscribe', (topics, /** @type {Client} */ client) => forget(client, topics));
  broker.on('clientDisconnect', (/** @type {Client} */ client) =>
    forget(client, client.reading ?? []),
  );

  return {
    accept: (socket, wire) => void broker.handle(socketStream(socket, wire, rules.now)),
    publish(topic, text, retain) {
      const packet = { topic, text, id: null, again: false };
      if (retain) retained.set(topic, framed(publishPacket({ ...packet, retain }, UTF8)));
      const to = readers.get(topic);
      if (!to) return;
      const bytes = framed(publishPacket(packet, UTF8));
      for (const client of to) tell(client, bytes);
    },
    disconnect: (seat) => seats.get(seat)?.close(),
    isReady: () => true,
    connections: () => broker.connectedClients,
    close: () => new Promise((done) => broker.close(() => done())),
  };
}
