import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import { MqttClient } from '../../src/lib/classroom/mqtt/index.ts';
import { SeatLine, topics, type SeatKnown } from '../../src/lib/classroom/index.ts';
import { PLAN } from '../../src/lib/classroom/fixture.ts';
import { PLAIN, type Planned } from '../../src/lib/classroom/types.ts';

/** A class in a test: real sockets to a real server on this machine. */

export type Json = Record<string, unknown>;

export const newKey = () => randomBytes(16).toString('hex');

export async function call(
  port: number,
  method: 'GET' | 'POST',
  path: string,
  {
    body,
    bearer,
    headers = {},
  }: { body?: unknown; bearer?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; json: Json }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: text.startsWith('{') ? (JSON.parse(text) as Json) : {} };
}

export interface Begun {
  readonly port: number;
  readonly host: string;
  readonly session: string;
  readonly secret: string;
  readonly code: string;
  readonly board: string;
}

export async function begin(
  port: number,
  host: string,
  settings: Json = {},
  plan: readonly Planned[] = PLAN,
): Promise<Begun> {
  const { status, json } = await call(port, 'POST', '/live/session', {
    bearer: host,
    body: { settings: { ...PLAIN, names: 'generated', ...settings }, plan },
  });
  if (status !== 200) throw new Error(JSON.stringify(json));
  return { port, host, ...(json as Pick<Begun, 'session' | 'secret' | 'code' | 'board'>) };
}

export async function join(
  port: number,
  secret: string,
  key = newKey(),
  name = '',
): Promise<string> {
  const { json } = await call(port, 'POST', '/live/join', { body: { secret, key, name } });
  if (typeof json.seat !== 'string') throw new Error(JSON.stringify(json));
  return json.seat;
}

interface Login {
  clientId: string;
  username: string;
  password: string;
  will?: { topic: string; text: string } | null;
}

const ports = (port: number) => ({
  random: Math.random,
  utf8: {
    encode: (text: string) => new TextEncoder().encode(text),
    decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
  },
  after(milliseconds: number, callback: () => void) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  open(heard: { opened(): void; bytes(chunk: Uint8Array): void; closed(): void }) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/live/mqtt`, 'mqtt');
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => heard.opened();
    socket.onmessage = ({ data }) => heard.bytes(new Uint8Array(data as ArrayBuffer));
    socket.onclose = () => heard.closed();
    socket.onerror = () => undefined;
    return {
      send: (bytes: Uint8Array) => socket.readyState === WebSocket.OPEN && socket.send(bytes),
      close: () => socket.close(),
    };
  },
});

export function client(port: number, { will = null, ...login }: Login): MqttClient {
  return new MqttClient({ ...login, will }, ports(port));
}

export interface TestPhone {
  readonly seat: string;
  readonly line: SeatLine;
  readonly transport: MqttClient;
  readonly known: () => SeatKnown;
}

export function phone(
  { port, session }: Pick<Begun, 'port' | 'session'>,
  seat: string,
  key: string,
): TestPhone {
  const connection = newKey();
  const will = {
    topic: topics.seatUp(session, seat),
    text: JSON.stringify({ t: 'gone', connection }),
  };
  const transport = client(port, { clientId: seat, username: 'seat', password: key, will });
  let known!: SeatKnown;
  const line = new SeatLine(
    transport,
    { session, seat, connection },
    Date.now,
    (news) => (known = news),
  );
  return { seat, line, transport, known: () => known };
}

export interface TestHost {
  readonly transport: MqttClient;
  readonly news: Json[];
  tap(command: Json): Promise<unknown>;
}

/** The teacher’s page. */
export function teacher({ port, session, host }: Begun): TestHost {
  const transport = client(port, {
    clientId: `host-${newKey().slice(0, 8)}`,
    username: 'host',
    password: host,
  });
  const news: Json[] = [];
  const waiting = new Map<string, (failure: unknown) => void>();
  transport.subscribe(topics.host(session), (text) => {
    const json = JSON.parse(text) as Json;
    news.push(json);
    if (json.t === 'done') waiting.get(json.id as string)?.(json.failure);
  });
  return {
    transport,
    news,
    tap: (command) =>
      new Promise((resolve) => {
        const id = newKey();
        waiting.set(id, resolve);
        void transport.deliver(topics.hostUp(session), JSON.stringify({ t: 'do', id, command }));
      }),
  };
}

/** Waits until it is so; what never becomes so is a failure. */
export async function until<T>(
  what: () => T | null | undefined | false,
  milliseconds = 8000,
): Promise<T> {
  const before = Date.now();
  for (;;) {
    const found = what();
    if (found) return found;
    if (Date.now() - before > milliseconds) throw new Error(`Never came about: ${what.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
