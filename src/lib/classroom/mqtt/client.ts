import type { Random } from '../../primitives/index.ts';
import type { Transport, TransportState } from '../transport.ts';
import {
  connectPacket,
  DISCONNECT,
  PacketReader,
  PING,
  pubackPacket,
  publishPacket,
  subscribePacket,
  type Connect,
  type Received,
  type Utf8,
} from './packets.ts';

/** As much of a WebSocket as is needed. */
export interface Socket {
  send(bytes: Uint8Array): void;
  close(): void;
}

/** What the client needs of the world. */
export interface MqttPorts {
  /** Opens a socket; from then on exactly one `closed` comes, whether it had opened or not. */
  open(heard: { opened(): void; bytes(chunk: Uint8Array): void; closed(): void }): Socket;
  /** Calls back after that many milliseconds, unless cancelled. */
  after(milliseconds: number, callback: () => void): () => void;
  readonly random: Random;
  readonly utf8: Utf8;
}

const KEEP_ALIVE_S = 30;
/** Without a sign for this long, after one was asked for, the connection is dead: phones sleep. */
const PATIENCE_MS = 5000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8000;

type Login = Omit<Connect, 'keepAlive' | 'clean'>;

interface Pending {
  readonly topic: string;
  readonly text: string;
  readonly acknowledged: () => void;
  sent: boolean;
}

/** A page’s connection to the broker, by MQTT 3.1.1. It comes back by itself for as long as it is not closed. */
export class MqttClient implements Transport {
  readonly #login: Login;
  readonly #ports: MqttPorts;
  readonly #takers = new Map<string, (text: string) => void>();
  /** By packet id, in the order in which they were given. */
  readonly #pending = new Map<number, Pending>();
  readonly #watchers: ((state: TransportState) => void)[] = [];
  #state: TransportState = 'connecting';
  #socket: Socket | null = null;
  /** Counts sockets: what an old one still says is not heard. */
  #turn = 0;
  #tries = 0;
  #lastId = 0;
  #cancel: () => void = () => undefined;

  constructor(login: Login, ports: MqttPorts) {
    this.#login = login;
    this.#ports = ports;
    this.#connect();
  }

  subscribe(topic: string, take: (text: string) => void): void {
    this.#takers.set(topic, take);
    if (this.#state === 'connected') this.#subscribe([topic]);
  }

  deliver(topic: string, text: string): Promise<void> {
    return new Promise((acknowledged) => {
      const id = this.#newId();
      this.#pending.set(id, { topic, text, acknowledged, sent: false });
      if (this.#state === 'connected') this.#sendPending(id);
    });
  }

  send(topic: string, text: string): void {
    if (this.#state !== 'connected') return;
    this.#write(publishPacket({ topic, text, id: null, again: false }, this.#ports.utf8));
  }

  watch(told: (state: TransportState) => void): void {
    this.#watchers.push(told);
    told(this.#state);
  }

  wake(): void {
    if (this.#state === 'connected') this.#ping();
    // One that is being opened is given its time.
    else if (this.#state === 'connecting' && !this.#socket) this.#connect();
  }

  close(): void {
    if (this.#socket && this.#state === 'connected') this.#write(DISCONNECT);
    this.#drop();
    this.#tell('closed');
  }

  #connect(): void {
    this.#cancel();
    const turn = ++this.#turn;
    const reader = new PacketReader(this.#ports.utf8);
    const login = { ...this.#login, keepAlive: KEEP_ALIVE_S, clean: true };
    const ours = (then: () => void) => () => {
      if (turn === this.#turn) then();
    };
    this.#socket = this.#ports.open({
      opened: ours(() => this.#write(connectPacket(login, this.#ports.utf8))),
      bytes: (chunk) => {
        if (turn !== this.#turn) return;
        const packets = reader.read(chunk);
        if (!packets) return this.#lost();
        for (const packet of packets) {
          if (turn === this.#turn) this.#take(packet);
        }
      },
      closed: ours(() => this.#lost()),
    });
    this.#after(PATIENCE_MS, () => this.#lost());
  }

  #take(packet: Received): void {
    if (packet.type === 'connack') return this.#connack(packet.code);
    // Any sign shows that the connection lives.
    this.#rest();
    if (packet.type === 'publish') {
      this.#takers.get(packet.topic)?.(packet.text);
      if (packet.id !== null) this.#write(pubackPacket(packet.id));
    } else if (packet.type === 'puback') {
      const pending = this.#pending.get(packet.id);
      this.#pending.delete(packet.id);
      pending?.acknowledged();
    }
  }

  #connack(code: number): void {
    if (code !== 0) {
      // 3.2.2.3: 3 is “not now”; all others are about who we are.
      if (code === 3) return this.#lost();
      this.#drop();
      return this.#tell('refused');
    }
    this.#tries = 0;
    this.#rest();
    this.#state = 'connected';
    if (this.#takers.size > 0) this.#subscribe([...this.#takers.keys()]);
    for (const id of this.#pending.keys()) this.#sendPending(id);
    this.#tell('connected');
  }

  #subscribe(topics: readonly string[]): void {
    this.#write(subscribePacket(this.#newId(), topics, this.#ports.utf8));
  }

  #sendPending(id: number): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    const { topic, text, sent } = pending;
    this.#write(publishPacket({ topic, text, id, again: sent }, this.#ports.utf8));
    pending.sent = true;
  }

  /** A sign came: the next is asked for in time for the broker, which waits one and a half times as long. */
  #rest(): void {
    this.#after((KEEP_ALIVE_S * 1000) / 2, () => this.#ping());
  }

  #ping(): void {
    this.#write(PING);
    this.#after(PATIENCE_MS, () => this.#lost());
  }

  /** Tries again, later each time, and not all phones of a class at once. */
  #lost(): void {
    if (this.#state === 'closed' || this.#state === 'refused') return;
    this.#drop();
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#tries++);
    this.#after(longest * (0.5 + this.#ports.random() / 2), () => this.#connect());
    if (this.#state !== 'connecting') this.#tell('connecting');
  }

  #drop(): void {
    this.#turn++;
    this.#cancel();
    this.#socket?.close();
    this.#socket = null;
  }

  #write(bytes: Uint8Array): void {
    this.#socket?.send(bytes);
  }

  #after(milliseconds: number, callback: () => void): void {
    this.#cancel();
    this.#cancel = this.#ports.after(milliseconds, callback);
  }

  #tell(state: TransportState): void {
    this.#state = state;
    for (const told of this.#watchers) told(state);
  }

  /** From 1 to 65535, none that is in use. */
  #newId(): number {
    do this.#lastId = (this.#lastId % 0xffff) + 1;
    while (this.#pending.has(this.#lastId));
    return this.#lastId;
  }
}
