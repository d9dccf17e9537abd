import { WebSocket } from 'ws';
import { Bucket, Buckets, MESSAGES, MOST_BYTES } from '../../../lib/classroom/index.ts';
import { connectPacket, readConnect } from '../../../lib/classroom/mqtt/index.ts';
import { PacketMeter } from '../packet-meter.js';
import { linkEngine } from './engine-link.js';

/** @typedef {import('../broker.js').Broker} Broker */
/** @typedef {import('../../../lib/classroom/index.ts').Role} Role */

/** As for the embedded broker: see `socket-stream.js`. */
const PACKETS = { burst: 60, perSecond: 20 };

const utf8 = {
  encode: (/** @type {string} */ text) => new TextEncoder().encode(text),
  decode: (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes),
};

/**
 * A NATS cluster in the broker’s place. Phones still connect to us: we look at who they are, as ever,
 * and pass them on to a node under the user that is theirs there. Where a node dies, its phones come
 * back by themselves and are passed on to the next.
 *
 * @param {object} options
 * @param {readonly string[]} options.urls
 * @param {import('./credentials.js').Credentials} options.credentials
 * @param {import('../broker.js').Rules} options.rules
 * @param {() => void} options.connected
 * @returns {Broker}
 */
export function joinCluster({ urls, credentials, rules, connected }) {
  const messages = new Buckets(MESSAGES);
  const passwords = new Map(credentials.seats.map(({ id, password }) => [id, password]));
  /** @type {Map<string, WebSocket>} */
  const seats = new Map();
  let next = 0;
  let connections = 0;

  const link = linkEngine({
    urls,
    credentials,
    connected,
    take(topic, text) {
      // Who floods is heard no more; the stream is emptied all the same.
      const isHeard = !/\/seat\//.test(topic) || messages.take(topic, rules.now());
      return isHeard ? rules.take(topic, text) : Promise.resolve();
    },
  });

  /** @param {Role} role */
  function userOf(role) {
    if (role.kind === 'seat') return { username: role.seat, password: passwords.get(role.seat) };
    return {
      username: role.kind,
      password: role.kind === 'host' ? credentials.host : credentials.board,
    };
  }

  /**
   * @param {WebSocket} phone
   * @param {Buffer} first its first packet, which says who it is
   */
  function passOn(phone, first) {
    const login = readConnect(first, utf8);
    const role = login && rules.roleOf(login.clientId, login.username, login.password);
    const { username = '', password } = role ? userOf(role) : {};
    if (!login || !role || !password) {
      // CONNACK: not authorised.
      phone.send(Uint8Array.of(0x20, 2, 0, 5));
      phone.close();
      return null;
    }
    if (role.kind === 'seat') {
      seats.get(role.seat)?.terminate();
      seats.set(role.seat, phone);
    }
    const node = new WebSocket(`${urls[next++ % urls.length]}/mqtt`, 'mqtt', {
      handshakeTimeout: 2000,
    });
    node.on('open', () =>
      node.send(connectPacket({ ...login, username, password, clean: true }, utf8)),
    );
    node.on('message', (data) => phone.readyState === WebSocket.OPEN && phone.send(data));
    node.on('error', () => undefined);
    node.on('close', () => phone.terminate());
    phone.on('close', () => {
      node.terminate();
      if (role.kind === 'seat' && seats.get(role.seat) === phone) seats.delete(role.seat);
    });
    return node;
  }

  return {
    accept(phone) {
      // What it would say first, nobody would hear; it comes again by itself.
      if (!link.isOpen()) return phone.close(1013);
      connections++;
      const meter = new PacketMeter(MOST_BYTES);
      const bucket = new Bucket(PACKETS, rules.now());
      /** @type {WebSocket | null} */
      let node = null;
      phone.on('message', (data) => {
        const bytes = /** @type {Buffer} */ (data);
        const packets = meter.measure(bytes);
        if (packets < 0) return phone.close(1009);
        for (let packet = 0; packet < packets; packet++) {
          if (!bucket.take(rules.now())) return phone.close(1008);
        }
        if (!node) node = passOn(phone, bytes);
        else if (node.readyState === WebSocket.OPEN) node.send(bytes);
      });
      phone.on('error', () => undefined);
      phone.on('close', () => connections--);
    },
    publish: (topic, text, retain) => link.publish(topic, text, retain),
    disconnect: (seat) => seats.get(seat)?.terminate(),
    isReady: () => link.isOpen(),
    connections: () => connections,
    async close() {
      link.close();
    },
  };
}
