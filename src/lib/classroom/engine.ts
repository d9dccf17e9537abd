import { ok, type Failure, type Result } from '../primitives/index.ts';
import { decideAnswer } from './answering.ts';
import { boardViewOf, hostViewOf } from './audience.ts';
import { decide, isTimeUp } from './deciding.ts';
import type { Happening, LiveEvent } from './events.ts';
import { decideOwnMark } from './marking.ts';
import { decideJoin, likeness, type Joining } from './joining.ts';
import { applyEvent, foldSession } from './session.ts';
import { senderOn, topics } from './topics.ts';
import type { Seat, Session } from './types.ts';
import type { HostNews, SeatNews } from './news.ts';
import type { Appended, EnginePorts } from './ports.ts';
import { hostSeatOf, seatViewOf, stageOf, type HostSeat } from './views.ts';
import { readHostMessage, readSeatMessage, type HostMessage, type SeatMessage } from './wire.ts';

/** As many students fit a message of 16 KB. */
const SEATS_A_MESSAGE = 40;

/**
 * The host of a session: it takes what comes in, decides, writes it down, and only then tells. It keeps
 * no clock of its own: whoever runs it calls `flush` a few times a second.
 */
export class Engine {
  readonly session: Session;
  readonly #ports: EnginePorts;
  readonly #code: string;
  /** Seat → the connection that was last heard of. In memory only: after a restart they say it again. */
  readonly #present = new Map<string, string>();
  /** Seats that the teacher’s page has not been told of as they are now. */
  readonly #changed = new Set<string>();
  #viewChanged = false;
  /** How far all is that was decided so far. */
  #written: Appended = { handed: Promise.resolve(), safe: Promise.resolve() };

  /** @param events the session so far; at least its first */
  constructor(events: Iterable<LiveEvent>, code: string, ports: EnginePorts) {
    this.session = foldSession(events);
    this.#code = code;
    this.#ports = ports;
  }

  /** Puts the retained state in place, and says again what may not have got through. */
  restore(): void {
    this.#publishStage();
    for (const id of this.#present.keys()) this.#tellSeat(id);
    this.#viewChanged = true;
  }

  /**
   * Takes a message from the wire.
   *
   * @returns resolves when what follows from it is on disk: acknowledge it then, and not before. False:
   *   it was none of ours.
   */
  async take(topic: string, text: string): Promise<boolean> {
    const sender = senderOn(this.session.id, topic);
    if (sender?.kind === 'seat') {
      const message = readSeatMessage(text);
      if (message) await this.#fromSeat(sender.seat, message);
      return message !== null;
    }
    if (sender?.kind === 'host') {
      const message = readHostMessage(text);
      if (message) await this.#fromHost(message);
      return message !== null;
    }
    if (sender?.kind === 'board') this.#viewChanged = true;
    return sender !== null;
  }

  /** Lets a phone in, or back: see `decideJoin`. */
  async join(key: string, name: string, back: Joining['back'] = null): Promise<Result<string>> {
    const seats = this.session.seats;
    const free = this.#ports.newSeat((id) => seats.has(id));
    const decided = decideJoin(this.session, { key, name, back }, free);
    if (!decided.ok) return decided;
    const { seat, happenings } = decided.value;
    await this.#write(happenings).safe;
    if (happenings.length > 0) this.#seatChanged(seat);
    return ok(seat);
  }

  /** Tells the host and the board what has changed, and closes a vote whose time is over. */
  flush(): void {
    if (isTimeUp(this.session, this.#ports.now())) {
      void this.#write([{ kind: 'closed' }]).handed.then(
        () => this.#turned(),
        // Nothing can be written any more: whoever runs this has been told.
        () => undefined,
      );
    }
    const { session } = this;
    const seats = [...this.#changed].flatMap((id) => session.seats.get(id) ?? []);
    this.#changed.clear();
    if (seats.length > 0) this.#tellSeats(seats, false);
    if (!this.#viewChanged) return;
    this.#viewChanged = false;
    const present = (seat: string) => this.#present.has(seat);
    const seen = { present, code: this.#code, now: this.#ports.now() };
    this.#tellHost({ t: 'view', view: hostViewOf(session, seen) });
    const board = boardViewOf(session, seen);
    this.#ports.publish(topics.board(session.id), JSON.stringify(board), false);
  }

  async #fromSeat(seat: string, message: SeatMessage): Promise<void> {
    if (!this.session.seats.has(seat)) return;
    if (message.t === 'answer') {
      const decided = decideAnswer(this.session, seat, message, this.#ports.now());
      if (!decided.ok) return this.#refuse(seat, message.place, decided.error);
      await this.#write(decided.value).safe;
      // The acknowledgement says “saved”; only who goes on alone needs to be told how.
      if (this.session.settings.pace === 'self') this.#tellSeat(seat);
    } else if (message.t === 'mark') {
      const decided = decideOwnMark(this.session, seat, message);
      if (decided.ok) await this.#write(decided.value).safe;
      // Told how it stands either way: the teacher may have been quicker.
      this.#tellSeat(seat);
    } else if (message.t === 'here') {
      this.#present.set(seat, message.connection);
      this.#tellSeat(seat);
    } else if (this.#present.get(seat) === message.connection) {
      // The will of a connection that has been followed by another one says nothing.
      this.#present.delete(seat);
    }
    this.#seatChanged(seat);
  }

  async #fromHost(message: HostMessage): Promise<void> {
    if (message.t === 'here') {
      this.#tellSeats([...this.session.seats.values()], true);
      this.#viewChanged = true;
      return;
    }
    const decided = decide(this.session, message.command, this.#ports.newId());
    const { id } = message;
    if (!decided.ok) return this.#tellHost({ t: 'done', id, failure: decided.error });
    // A class does not wait for the disk before it sees a question; what it answers does.
    const { handed, safe } = this.#write(decided.value);
    await handed;
    for (const happening of decided.value) this.#followUp(happening);
    await safe;
    this.#tellHost({ t: 'done', id, failure: null });
  }

  #followUp(happening: Happening): void {
    switch (happening.kind) {
      case 'moved':
        this.#present.delete(happening.from);
        this.#tellHost({ t: 'left', seat: happening.from });
        // To the phone that came in as another: it takes the seat up from there.
        this.#publishTo(happening.from, { t: 'moved', seat: happening.seat });
        return this.#seatChanged(happening.seat);
      case 'named':
      case 'admitted':
      case 'teamed':
      case 'timed':
        return this.#seatTold(happening.seat);
      case 'marked':
        return happening.seats.forEach((seat) => this.#seatTold(seat));
      case 'shown':
      case 'locked':
      case 'standings':
        this.#viewChanged = true;
        return;
      default:
        this.#turned();
    }
  }

  /** Another phase: all are told; each student also their own result, or how much time is left. */
  #turned(): void {
    const { phase, seats, settings, vote } = this.session;
    this.#publishStage();
    const isShown = phase === 'revealed' || phase === 'ended';
    // Who does not vote again is told that the first vote counts.
    const isOwn = isShown || settings.pace === 'self' || vote === 2;
    for (const { id, status } of seats.values()) {
      if (status === 'in' && (isOwn || settings.limit !== null)) this.#tellSeat(id);
      this.#seatChanged(id);
    }
    this.#viewChanged = true;
  }

  /** Decided and written in one breath, so that nothing comes between. */
  #write(happenings: readonly Happening[]): Appended {
    // What comes twice must not be acknowledged before the first of it is on disk.
    if (happenings.length === 0) return this.#written;
    const at = this.#ports.now();
    const events = happenings.map((happening): LiveEvent => {
      const event = { n: this.session.n + 1, at, ...happening };
      applyEvent(this.session, event);
      return event;
    });
    const before = this.#written;
    const { handed, safe } = this.#ports.append(events);
    // Once something could not be written nothing is acknowledged any more: memory knows too much.
    this.#written = {
      handed: before.handed.then(() => handed),
      safe: before.safe.then(() => safe),
    };
    const all = [handed, safe, this.#written.handed, this.#written.safe];
    all.forEach((one) => void one.catch(() => undefined));
    return this.#written;
  }

  #seatTold(id: string): void {
    this.#tellSeat(id);
    this.#seatChanged(id);
  }

  #seatChanged(id: string): void {
    this.#changed.add(id);
    this.#viewChanged = true;
  }

  #publishStage(): void {
    const stage = JSON.stringify(stageOf(this.session));
    this.#ports.publish(topics.stage(this.session.id), stage, true);
  }

  #tellSeat(id: string): void {
    const view = seatViewOf(this.session, id, this.#ports.now());
    if (view) this.#publishTo(id, { t: 'view', view });
  }

  #refuse(id: string, place: number, { code, message }: Failure): void {
    this.#publishTo(id, { t: 'refused', place, failure: { code, message } });
  }

  #publishTo(seat: string, news: SeatNews): void {
    this.#ports.publish(topics.seat(this.session.id, seat), JSON.stringify(news), false);
  }

  #tellSeats(seats: readonly Seat[], all: boolean): void {
    let first = all;
    for (let from = 0; from === 0 || from < seats.length; from += SEATS_A_MESSAGE) {
      const some = seats.slice(from, from + SEATS_A_MESSAGE).map((seat) => this.#hostSeat(seat));
      this.#tellHost({ t: 'seats', all: first, seats: some });
      first = false;
    }
  }

  #hostSeat(seat: Seat): HostSeat {
    return hostSeatOf(this.session, seat, this.#present.has(seat.id), likeness(this.session, seat));
  }

  #tellHost(news: HostNews): void {
    this.#ports.publish(topics.host(this.session.id), JSON.stringify(news), false);
  }
}
