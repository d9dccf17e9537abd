import { mayPublish, maySubscribe, type Role } from '../topics.ts';
import type { Transport, TransportState } from '../transport.ts';

/** Takes what is sent to the engine; resolves when it may be acknowledged. */
type Take = (topic: string, text: string) => Promise<unknown>;

interface Line {
  readonly role: Role;
  readonly subscriptions: Map<string, (text: string) => void>;
  readonly pending: { topic: string; text: string; acknowledged: () => void }[];
  readonly watchers: ((state: TransportState) => void)[];
  readonly will: { topic: string; text: string } | null;
  connected: boolean;
}

/** A broker in memory, for tests and for a session on one device: the same rules, no network. */
export class MemoryBroker {
  readonly #session: string;
  readonly #retained = new Map<string, string>();
  readonly #lines = new Set<Line>();
  #take: Take = () => Promise.resolve();

  constructor(session: string) {
    this.#session = session;
  }

  serve(take: Take): void {
    this.#take = take;
  }

  /** For the engine’s port. */
  publish(topic: string, text: string, retain: boolean): void {
    if (retain) this.#retained.set(topic, text);
    for (const line of this.#lines) {
      if (line.connected) line.subscriptions.get(topic)?.(text);
    }
  }

  /** @param will is sent to the engine when the connection is cut */
  connect(role: Role, will: Line['will'] = null): Transport & { cut(): void } {
    const line: Line = {
      role,
      will,
      subscriptions: new Map(),
      pending: [],
      watchers: [],
      connected: true,
    };
    this.#lines.add(line);
    return {
      subscribe: (topic, take) => {
        if (!maySubscribe(this.#session, role, topic)) return;
        line.subscriptions.set(topic, take);
        const retained = this.#retained.get(topic);
        if (line.connected && retained !== undefined) take(retained);
      },
      deliver: (topic, text) =>
        new Promise((acknowledged) => {
          line.pending.push({ topic, text, acknowledged });
          if (line.connected) this.#pass(line, line.pending.at(-1)!);
        }),
      send: (topic, text) => {
        if (line.connected) this.#receive(line, topic, text).catch(() => undefined);
      },
      watch: (told) => {
        line.watchers.push(told);
        told(line.connected ? 'connected' : 'connecting');
      },
      wake: () => this.#wake(line),
      close: () => {
        line.connected = false;
        this.#lines.delete(line);
      },
      cut: () => this.#cut(line),
    };
  }

  #receive(line: Line, topic: string, text: string): Promise<unknown> {
    return mayPublish(this.#session, line.role, topic)
      ? this.#take(topic, text)
      : Promise.reject(new Error('refused'));
  }

  #pass(line: Line, sent: Line['pending'][number]): void {
    this.#receive(line, sent.topic, sent.text).then(
      () => {
        // An acknowledgement does not get through a connection that was cut.
        if (!line.connected || !line.pending.includes(sent)) return;
        line.pending.splice(line.pending.indexOf(sent), 1);
        sent.acknowledged();
      },
      () => undefined,
    );
  }

  #cut(line: Line): void {
    if (!line.connected) return;
    line.connected = false;
    if (line.will) this.#receive(line, line.will.topic, line.will.text).catch(() => undefined);
    for (const told of line.watchers) told('connecting');
  }

  #wake(line: Line): void {
    if (line.connected || !this.#lines.has(line)) return;
    line.connected = true;
    for (const [topic, take] of line.subscriptions) {
      const retained = this.#retained.get(topic);
      if (retained !== undefined) take(retained);
    }
    for (const told of line.watchers) told('connected');
    for (const sent of [...line.pending]) this.#pass(line, sent);
  }
}
