import { WebSocket } from 'ws';

/** A class: so many phones, each with a connection of its own, all in this process. */

/** @typedef {import('../../src/lib/classroom/mqtt/index.ts').MqttClient} MqttClient */

/** @param {number} at */
export const keyOf = (at) => at.toString(16).padStart(32, '0');

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @type {import('../../src/lib/classroom/mqtt/index.ts').MqttPorts['utf8']} */
const utf8 = { encode: (text) => encoder.encode(text), decode: (bytes) => decoder.decode(bytes) };

/**
 * @param {number} port
 * @returns {import('../../src/lib/classroom/mqtt/index.ts').MqttPorts}
 */
function portsOf(port) {
  return {
    random: Math.random,
    utf8,
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    open(heard) {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/live/mqtt`, 'mqtt', {
        perMessageDeflate: false,
      });
      socket.on('open', () => heard.opened());
      socket.on('message', (data) => heard.bytes(/** @type {Buffer} */ (data)));
      socket.on('close', () => heard.closed());
      socket.on('error', () => undefined);
      return {
        send: (bytes) => socket.readyState === WebSocket.OPEN && socket.send(bytes),
        close: () => socket.close(),
      };
    },
  };
}

/**
 * @param {number} port
 * @param {{ clientId: string, username: string, password: string }} login
 * @returns {Promise<MqttClient>}
 */
export async function clientOf(port, login) {
  const { MqttClient } = await import('../../src/lib/classroom/mqtt/index.ts');
  return new MqttClient({ ...login, will: null }, portsOf(port));
}

/**
 * A client, and a way past it, for packets that a page of ours has no use for: those to be retained.
 *
 * @param {number} port
 * @param {{ clientId: string, username: string, password: string }} login
 */
export async function wiredClientOf(port, login) {
  const { MqttClient } = await import('../../src/lib/classroom/mqtt/index.ts');
  const ports = portsOf(port);
  /** @type {import('../../src/lib/classroom/mqtt/index.ts').Socket | null} */
  let socket = null;
  const client = new MqttClient(
    { ...login, will: null },
    { ...ports, open: (heard) => (socket = ports.open(heard)) },
  );
  const write = (/** @type {Uint8Array} */ bytes) => socket?.send(bytes);
  return { client, write, utf8 };
}

/** @param {MqttClient} client */
export function connected(client) {
  return new Promise((resolve) => {
    client.watch((state) => state === 'connected' && resolve(null));
  });
}

/** Phones that come in one after the other, so many at once. */
const AT_ONCE = 50;

/**
 * @typedef {object} Class
 * @property {MqttClient[]} phones
 * @property {number[]} joins milliseconds from opening the socket to being taken in
 * @property {(take: (phone: number, text: string) => void) => void} hear what comes on the stage
 */

/**
 * @param {number} port
 * @param {number} students
 * @returns {Promise<Class>}
 */
export async function comeIn(port, students) {
  /** @type {MqttClient[]} */
  const phones = [];
  /** @type {number[]} */
  const joins = [];
  /** @type {(phone: number, text: string) => void} */
  let taken = () => undefined;
  let next = 0;
  const one = async () => {
    while (next < students) {
      const at = next++;
      const seat = `seat${at}`;
      const since = performance.now();
      const phone = await clientOf(port, { clientId: seat, username: 'seat', password: keyOf(at) });
      phones[at] = phone;
      phone.subscribe('recite/bench/stage', (text) => taken(at, text));
      phone.subscribe(`recite/bench/seat/${seat}`, () => undefined);
      await connected(phone);
      joins.push(performance.now() - since);
      phone.send(`recite/bench/seat/${seat}/up`, '{"t":"here","connection":"abcd"}');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return { phones, joins, hear: (take) => (taken = take) };
}
