import type { Confidence } from '../journal/index.ts';
import type { Failure } from '../primitives/index.ts';
import type { Response, Verdict } from '../grading/index.ts';
import type { SeatNews } from './news.ts';
import { topics } from './topics.ts';
import type { Transport, TransportState } from './transport.ts';
import type { Vote } from './types.ts';
import type { SeatView, Stage } from './views.ts';
import { readFields } from './wire.ts';

/** What a student gave as an answer on this phone, and what has become of it. */
export interface Sent {
  readonly place: number;
  readonly vote: Vote;
  readonly response: Response;
  /** `saved`: it is on the teacher’s disk. */
  readonly state: 'sending' | 'saved' | 'refused';
  readonly failure: Failure | null;
}

/** All that a phone knows of the session. */
export interface SeatKnown {
  readonly line: TransportState;
  readonly stage: Stage | null;
  readonly view: SeatView | null;
  /** When `view` came, by the phone’s own clock: `view.left` counts from there. */
  readonly viewAt: number;
  readonly sent: Sent | null;
  /** The teacher handed this phone another seat: connect again, as that one. */
  readonly movedTo: string | null;
}

const NOTHING_KNOWN: SeatKnown = {
  line: 'connecting',
  stage: null,
  view: null,
  viewAt: 0,
  sent: null,
  movedTo: null,
};

/** A student’s side of a session, over any transport. */
export class SeatLine {
  readonly #transport: Transport;
  readonly #session: string;
  readonly #seat: string;
  readonly #connection: string;
  readonly #told: (known: SeatKnown) => void;
  readonly #now: () => number;
  #known = NOTHING_KNOWN;

  /**
   * @param connection the same as in the transport’s will: new with every page
   * @param told is called with every change
   */
  constructor(
    transport: Transport,
    names: { session: string; seat: string; connection: string },
    now: () => number,
    told: (known: SeatKnown) => void,
  ) {
    this.#transport = transport;
    this.#session = names.session;
    this.#seat = names.seat;
    this.#connection = names.connection;
    this.#now = now;
    this.#told = told;
    transport.subscribe(topics.stage(this.#session), (text) => this.#takeStage(text));
    transport.subscribe(topics.seat(this.#session, this.#seat), (text) => this.#takeNews(text));
    transport.watch((line) => {
      this.#learn({ line });
      // After each connection: what was told meanwhile is told again.
      if (line === 'connected') this.#sayHere();
    });
  }

  /** Sends an answer, as often as it takes. A second one to the same question is not sent. */
  answer(place: number, response: Response, confidence: Confidence | null): void {
    const vote = this.#known.stage?.vote ?? 1;
    const { sent } = this.#known;
    if (sent?.place === place && sent.vote === vote && sent.state !== 'refused') return;
    this.#learn({ sent: { place, vote, response, state: 'sending', failure: null } });
    const message = JSON.stringify({ t: 'answer', place, vote, response, confidence });
    void this.#transport.deliver(topics.seatUp(this.#session, this.#seat), message).then(() => {
      const now = this.#known.sent;
      if (now?.place !== place || now.vote !== vote || now.state !== 'sending') return;
      this.#learn({ sent: { ...now, state: 'saved' } });
    });
  }

  /** What the student makes of an answer of their own; the same again changes nothing. */
  mark(place: number, verdict: Verdict): void {
    const message = JSON.stringify({ t: 'mark', place, verdict });
    void this.#transport.deliver(topics.seatUp(this.#session, this.#seat), message);
  }

  close(): void {
    this.#transport.close();
  }

  #sayHere(): void {
    const here = JSON.stringify({ t: 'here', connection: this.#connection });
    this.#transport.send(topics.seatUp(this.#session, this.#seat), here);
  }

  #takeStage(text: string): void {
    const fields = readFields(text);
    if (typeof fields?.n !== 'number' || fields.session !== this.#session) return;
    const stage = fields as unknown as Stage;
    // What was sent before a restart may come after what was retained.
    if (this.#known.stage && stage.n < this.#known.stage.n) return;
    this.#learn({ stage });
  }

  #takeNews(text: string): void {
    const news = readFields(text) as SeatNews | null;
    const { sent, view } = this.#known;
    if (news?.t === 'view') {
      if (view && news.view.n < view.n) return;
      this.#learn({ view: news.view, viewAt: this.#now() });
    } else if (news?.t === 'refused' && sent?.place === news.place) {
      this.#learn({ sent: { ...sent, state: 'refused', failure: news.failure } });
    } else if (news?.t === 'moved') {
      this.#learn({ movedTo: news.seat });
    }
  }

  #learn(news: Partial<SeatKnown>): void {
    this.#known = { ...this.#known, ...news };
    this.#told(this.#known);
  }
}
