import type { Citation } from '../document/index.ts';
import { createdEvent } from './created.ts';
import { Engine } from './engine.ts';
import type { LiveEvent } from './events.ts';
import { MemoryBroker } from './memory/index.ts';
import { SeatLine, type SeatKnown } from './seat-line.ts';
import { topics } from './topics.ts';
import { PLAIN, type LiveQuestion, type Planned, type Settings } from './types.ts';
import type { Command } from './deciding.ts';

/** In everything that nobody may see before the key is shown. */
export const SECRET = 'SECRET';

const CITE: Citation = {
  document: 'd',
  section: 's',
  paragraph: 's-1',
  exact: 'the quote',
  prefix: '',
  suffix: '',
  start: 4,
  end: 13,
};

const COMMON = {
  prompt: 'What?',
  explanation: `Because ${SECRET}.`,
  stance: 'fact',
  level: 'remember',
  tags: [],
  cites: [CITE],
  requires: [],
  waive: {},
} as const;

function planned(question: LiveQuestion): Planned {
  const place = { document: 'A text', section: 's', heading: 'One', paragraph: 's-1' };
  return {
    bank: 'b',
    question,
    passage: { ...place, text: `${SECRET} the quote`, start: 7, end: 16 },
  };
}

const why = (text: string) => ({ text, why: `${text} is not: ${SECRET}.` });

export const PLAN: readonly Planned[] = [
  { type: 'choice', answer: 'Right', distractors: [why('Left'), why('Up'), why('Down')] } as const,
  { type: 'short', answer: `${SECRET} key`, accept: [] } as const,
  { type: 'truefalse', answer: false } as const,
  { type: 'multi', answers: ['One', 'Two'], distractors: [why('Three'), why('Four')] } as const,
  { type: 'number', answer: 27, unit: 'states', tolerance: 0 } as const,
  { type: 'order', items: ['First', 'Second', 'Third'] } as const,
  {
    type: 'match',
    pairs: [
      { left: 'a', right: 'A' },
      { left: 'b', right: 'B' },
      { left: 'c', right: 'C' },
    ],
  } as const,
].map((own, at) => planned({ ...COMMON, id: `${SECRET}-${at}`, ...own }));

/** A phone in a test. */
export interface Phone {
  readonly seat: string;
  readonly line: SeatLine;
  readonly known: () => SeatKnown;
  cut(): void;
  wake(): void;
}

/** A session with its broker, its log and its clock, all in memory. */
export class Room {
  now = Date.UTC(2026, 2, 2, 10);
  /** What is on disk. */
  readonly log: LiveEvent[] = [];
  /** What was published, in order. */
  readonly wire: { topic: string; text: string }[] = [];
  readonly broker = new MemoryBroker('room');
  /** While true, nothing gets onto the disk until `sync`. */
  slow = false;
  /** While true, the disk takes nothing. */
  full = false;
  engine: Engine;
  #ids = 0;
  #commands = 0;
  #waiting: { events: readonly LiveEvent[]; done: () => void }[] = [];

  constructor(settings: Partial<Settings> = {}, plan = PLAN) {
    const event = createdEvent(
      { session: 'room', settings: { ...PLAIN, names: 'generated', ...settings }, plan },
      this.now,
    );
    if (!event.ok) throw new Error(event.error.message);
    this.log.push(event.value);
    this.engine = this.start();
  }

  /** The process, from what is on disk; what was not there yet is gone. */
  start(): Engine {
    this.#waiting = [];
    const engine = new Engine(this.log, 'ABC234', {
      now: () => this.now,
      newId: () => `id${String(this.#ids++).padStart(6, '0')}`,
      newSeat: () => `id${String(this.#ids++).padStart(6, '0')}`,
      append: (events) => this.#append(events),
      publish: (topic, text, retain) => {
        this.wire.push({ topic, text });
        this.broker.publish(topic, text, retain);
      },
    });
    this.engine = engine;
    this.broker.serve((topic, text) => engine.take(topic, text));
    engine.restore();
    return engine;
  }

  #append(events: readonly LiveEvent[]): { handed: Promise<void>; safe: Promise<void> } {
    if (this.full) {
      const refused = Promise.reject(new Error('full'));
      return { handed: refused, safe: refused };
    }
    const handed = Promise.resolve();
    if (!this.slow) {
      this.log.push(...events);
      return { handed, safe: handed };
    }
    const safe = new Promise<void>((done) => this.#waiting.push({ events, done }));
    return { handed, safe };
  }

  /** The disk has taken all that waited. */
  sync(): void {
    for (const { events, done } of this.#waiting.splice(0)) {
      this.log.push(...events);
      done();
    }
  }

  async join(key: string, name = ''): Promise<string> {
    const joined = await this.engine.join(key, name);
    if (!joined.ok) throw new Error(joined.error.message);
    return joined.value;
  }

  phone(seat: string): Phone {
    let known!: SeatKnown;
    const connection = `conn${this.#ids++}`;
    const will = {
      topic: topics.seatUp('room', seat),
      text: JSON.stringify({ t: 'gone', connection }),
    };
    const transport = this.broker.connect({ kind: 'seat', seat }, will);
    const line = new SeatLine(
      transport,
      { session: 'room', seat, connection },
      () => this.now,
      (news) => (known = news),
    );
    return {
      seat,
      line,
      known: () => known,
      cut: () => transport.cut(),
      wake: () => transport.wake(),
    };
  }

  async student(key: string, name = ''): Promise<Phone> {
    return this.phone(await this.join(key, name));
  }

  /** A tap of the teacher. @returns the failure’s code, or null */
  async tap(command: Command): Promise<string | null> {
    const id = `tap${String(this.#commands++).padStart(4, '0')}`;
    await this.engine.take(topics.hostUp('room'), JSON.stringify({ t: 'do', id, command }));
    const done = this.wire.findLast(({ text }) => text.includes(`"id":"${id}"`));
    const news = JSON.parse(done!.text) as { failure: { code: string } | null };
    return news.failure?.code ?? null;
  }
}

/** Lets everything that is under way come to its end. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
