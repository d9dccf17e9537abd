import type { Failure, Result } from '../../primitives/index.ts';
import { FALSE, TRUE } from '../../bank/index.ts';
import type { Verdict } from '../../grading/index.ts';
import type { Confidence } from '../../journal/index.ts';
import {
  SeatLine,
  topics,
  type Asked,
  type Planned,
  type SeatKnown,
} from '../../classroom/index.ts';
import { enter, missedQuestions, takeSeat, type Doorway, type Seating } from './doors.ts';
import { keepGiven } from './given-memory.ts';
import { given, isGiven, takenOf, withTaken } from './given.ts';
import { freshKey, openLine } from './line.ts';
import { sceneOf, sentOf } from './scene.ts';
import { seatMemory } from './seat-memory.ts';

/** Where many come in at once, or the machine is away, it is knocked again. */
const AGAIN_MS = 2000;

/** A student’s phone in a live class. */
export class StudentDesk {
  /**
   * `code`: to be typed; `name`: to be given; `in`: seated, perhaps still waiting for the teacher;
   * `out`: the seat that this phone had is not its own any more, and `failure` says why.
   */
  step = $state<'starting' | 'code' | 'name' | 'in' | 'out'>('starting');
  doorway = $state.raw<Doorway | null>(null);
  failure = $state.raw<Failure | null>(null);
  busy = $state(false);
  known = $state.raw<SeatKnown | null>(null);
  session = $state('');
  /** The answer being given: texts, as `Options` and the like take them. */
  taken = $state.raw<readonly string[]>([]);
  sure = $state<Confidence | null>(null);
  /** This student’s own time is over, though the question may still be open to others. */
  timeUp = $state(false);

  #line: SeatLine | null = null;
  #key = '';
  #seat = '';
  #secret = '';
  #asked = '';
  #closed = false;
  #again: ReturnType<typeof setTimeout> | undefined;

  stage = $derived(this.known?.stage ?? null);
  view = $derived(this.known?.view ?? null);
  scene = $derived(sceneOf(this.stage, this.view));
  /** What can be answered now, or was; null between questions. */
  question: Asked | null = $derived.by(() => {
    const asked =
      (this.stage?.pace === 'self' ? this.view?.question : this.stage?.question) ?? null;
    // These two are the app’s words, and the teacher’s machine may speak another language.
    return asked?.type === 'truefalse' ? { ...asked, options: [TRUE, FALSE] } : asked;
  });
  /** The student’s answer to the question on screen, sent from here or known from before a reload. */
  sent = $derived(this.known && this.question ? sentOf(this.known, this.question) : null);
  /** What lies on the table: the answer that was sent, else the one being given. */
  shown = $derived(
    this.question && this.sent && this.sent.state !== 'refused'
      ? takenOf(this.question, this.sent.response)
      : this.taken,
  );
  /** Whether what was taken makes an answer, and one may be sent. */
  ready = $derived.by(() => {
    const { question, sent } = this;
    if (!question || this.timeUp || (sent && sent.state !== 'refused')) return false;
    return isGiven(question, this.taken);
  });
  /** Of the question whose key shows. */
  result = $derived(this.view?.results.find(({ place }) => place === this.stage?.place) ?? null);

  /** @param secret of the link that was scanned; '' where there is none */
  async open(secret: string): Promise<void> {
    this.#leave();
    const kept = seatMemory.seat();
    if (kept && (secret === '' || secret === kept.secret)) {
      this.#key = kept.key;
      this.#secret = kept.secret;
      const back = await takeSeat({ ...kept, back: 'same' });
      if (back.ok) return this.#connect(back.value.session, back.value.seat);
      if (isPassing(back.error)) return this.#later(back.error, () => this.open(secret));
      // That session is over, or the seat is another phone’s: like somebody new.
    }
    this.#key = freshKey();
    if (secret === '') this.step = 'code';
    else await this.#enter({ secret });
  }

  enterCode(code: string): Promise<void> {
    return this.#enter({ code });
  }

  /** After the seat was lost: in again as somebody new, or back to it by the teacher’s nod. */
  async anew(): Promise<void> {
    this.#leave();
    this.#key = freshKey();
    await this.#enter({ secret: this.#secret });
  }

  async #enter(by: { secret: string } | { code: string }): Promise<void> {
    this.busy = true;
    const entered = await enter(by);
    this.busy = false;
    this.failure = entered.ok ? null : entered.error;
    this.doorway = entered.ok ? entered.value : null;
    this.step = entered.ok ? 'name' : 'code';
  }

  /** @param back with which phone the student was in before; absent: with none */
  async join(name: string, back?: Seating['back']): Promise<void> {
    const { secret } = this.doorway!;
    const seating = { secret, key: this.#key, name };
    this.busy = true;
    const joined = await takeSeat(back ? { ...seating, back } : seating);
    this.busy = false;
    if (!joined.ok) {
      if (joined.error.code === 'too-many') this.#later(joined.error, () => this.join(name, back));
      this.failure = joined.error;
      return;
    }
    this.#secret = secret;
    seatMemory.keepSeat(seating);
    this.#connect(joined.value.session, joined.value.seat);
  }

  #later(failure: Failure, again: () => Promise<void>): void {
    this.failure = failure;
    if (!this.#closed) this.#again = setTimeout(() => void again(), AGAIN_MS);
  }

  #connect(session: string, seat: string): void {
    this.#leave();
    if (this.#closed) return;
    this.failure = null;
    this.session = session;
    this.#seat = seat;
    this.step = 'in';
    const connection = freshKey();
    const will = {
      topic: topics.seatUp(session, seat),
      text: JSON.stringify({ t: 'gone', connection }),
    };
    const transport = openLine({ clientId: seat, username: 'seat', password: this.#key, will });
    this.#line = new SeatLine(transport, { session, seat, connection }, Date.now, (known) =>
      this.#learn(known),
    );
  }

  #learn(known: SeatKnown): void {
    const before = this.known;
    this.known = known;
    const { question, stage } = this;
    const asked = question && stage ? `${question.place}.${stage.vote}` : '';
    if (question && asked !== '' && asked !== this.#asked) this.#clear(question);
    if (asked !== '') this.#asked = asked;
    if (known.sent && known.sent.state !== 'sending') seatMemory.forgetUnsent();
    if (before?.stage !== known.stage || before?.view !== known.view) this.#sendUnsent();
    if (known.movedTo !== null && !before?.movedTo) this.#connect(this.session, known.movedTo);
    else if (known.line === 'refused' && before?.line !== 'refused') void this.#lookForSeat();
  }

  /** The broker knows this phone no more: it was handed another seat meanwhile, or has none. */
  async #lookForSeat(): Promise<void> {
    const found = await takeSeat({ secret: this.#secret, key: this.#key, name: '', back: 'same' });
    if (found.ok) return this.#connect(found.value.session, found.value.seat);
    if (isPassing(found.error)) return this.#later(found.error, () => this.#lookForSeat());
    this.failure = found.error;
    this.step = 'out';
  }

  #clear(question: Asked): void {
    this.taken = question.type === 'order' ? question.items : [];
    this.sure = null;
    this.timeUp = false;
  }

  take(option: string): void {
    if (this.question && !this.locked) this.taken = withTaken(this.question, this.taken, option);
  }

  give(taken: readonly string[]): void {
    if (!this.locked) this.taken = taken;
  }

  /** Nothing can be changed any more. */
  locked = $derived(this.timeUp || (this.sent !== null && this.sent.state !== 'refused'));

  send(): void {
    const { question, stage, session, sure } = this;
    if (!question || !stage || !this.ready) return;
    const response = given(question, this.taken);
    const { place } = question;
    const { vote } = stage;
    seatMemory.keepUnsent({ session, place, vote, response, confidence: sure });
    const whose = { session, seat: this.#seat, name: this.view?.name ?? '' };
    const key = stage.resultKey ?? '';
    keepGiven({ ...whose, key }, { asked: question, vote, response, confidence: sure });
    this.#line?.answer(place, response, sure);
  }

  /** What this student makes of their own written answer to the question whose key shows. */
  mark(verdict: Verdict): void {
    if (this.stage?.phase === 'revealed') this.#line?.mark(this.stage.place, verdict);
  }

  /** What was on its way when the page went: the same answer twice changes nothing. */
  #sendUnsent(): void {
    const unsent = seatMemory.unsent();
    const { stage, view, question } = this;
    if (!unsent || !stage || !view || this.known?.sent) return;
    const fits = unsent.session === this.session && unsent.place === question?.place;
    if (!fits || unsent.vote !== stage.vote) seatMemory.forgetUnsent();
    else this.#line?.answer(unsent.place, unsent.response, unsent.confidence);
  }

  /** The questions that this student missed, of those whose keys were shown: to keep as cards. */
  missed(): Promise<Result<{ missed: readonly Planned[] }>> {
    return missedQuestions(this.#key);
  }

  #leave(): void {
    clearTimeout(this.#again);
    this.#line?.close();
    this.#line = null;
    this.known = null;
  }

  close(): void {
    this.#closed = true;
    this.#leave();
  }
}

/** It is worth while to try again. */
function isPassing({ code }: Failure): boolean {
  return code === 'unreachable' || code === 'too-many' || code === 'broken';
}
