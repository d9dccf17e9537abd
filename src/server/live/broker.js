import { Aedes } from 'aedes';
import { Buckets, MESSAGES, mayPublish, maySubscribe } from '../../lib/classroom/index.ts';
import { socketStream } from './socket-stream.js';

/**
 * The embedded broker: aedes, with our rules. It knows no session of its own: `rules` says who somebody
 * is, and takes what is sent to the engine.
 */

/** @typedef {import('../../lib/classroom/index.ts').Role} Role */
/** @typedef {import('aedes').Client & { role?: Role }} Client */

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
 * @property {(socket: import('ws').WebSocket) => void} accept
 * @property {(topic: string, text: string, retain: boolean) => void} publish
 * @property {(seat: string) => void} disconnect
 * @property {() => boolean} isReady whether it can be spoken to: a cluster may be away
 * @property {() => number} connections
 * @property {() => Promise<void>} close
 */

/** @typedef {{ storeRetained(packet: import('aedes').PublishPacket): Promise<void> }} Retained */

/**
 * @param {Rules} rules
 * @returns {Promise<Broker>}
 */
export async function startBroker(rules) {
  const messages = new Buckets(MESSAGES);
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
      // aedes acknowledges when this calls back.
      rules.take(packet.topic, packet.payload.toString()).then(
        (known) => done(known ? null : new Error('Not understood')),
        (error) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
    authorizeSubscribe(client, subscription, done) {
      const role = /** @type {Client} */ (client).role;
      const allowed = role && maySubscribe(rules.session(), role, subscription.topic);
      done(null, allowed ? subscription : null);
    },
  });
  // Its types leave this out.
  /** @type {unknown} */
  const whole = broker;
  const retained = /** @type {{ persistence: Retained }} */ (whole).persistence;
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

  return {
    accept: (socket) => void broker.handle(socketStream(socket, rules.now)),
    publish(topic, text, retain) {
      const payload = Buffer.from(text);
      /** @type {import('aedes').PublishPacket} */
      const packet = { cmd: 'publish', topic, payload, qos: 0, retain, dup: false };
      // aedes would first wait until it is stored, and send what is published after it before it:
      // clients that get both would then be denied it, as a repetition (their packets’ counters).
      if (retain) void retained.storeRetained(packet);
      broker.publish({ ...packet, retain: false }, () => undefined);
    },
    disconnect: (seat) => seats.get(seat)?.close(),
    isReady: () => true,
    connections: () => broker.connectedClients,
    close: () => new Promise((done) => broker.close(() => done())),
  };
}
