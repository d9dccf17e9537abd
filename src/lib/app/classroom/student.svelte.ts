import type { Failure, Result } from '../../primitives/index.ts';
import { TRUE } from '../../bank/index.ts';
import type { Response } from '../../grading/index.ts';
import type { Confidence } from '../../journal/index.ts';
import {
  SeatLine,
  topics,
  type Asked,
  type Planned,
  type SeatKnown,
} from '../../classroom/index.ts';
import { enter, missedQuestions, takeSeat, type Doorway } from './doors.ts';
import { freshKey, openLine } from './line.ts';

/** What a phone keeps, to come back to its seat after a reload. */
interface Kept {
  readonly secret: string;
  readonly key: string;
  readonly name: string;
}

const KEPT = 'recite-class';
/** Where many come in at once, the door says so, and it is knocked again. */
const AGAIN_MS = 2000;

/** A student’s phone in a live class. */
export class StudentDesk {
  /** `code`: to be typed; `name`: to be given; `in`: seated, perhaps still waiting for the teacher. */
  step = $state<'starting' | 'code' | 'name' | 'in'>('starting');
  doorway = $state.raw<Doorway | null>(null);
  failure = $state.raw<Failure | null>(null);
  busy = $state(false);
  known = $state.raw<SeatKnown | null>(null);
  /** The answer being given: texts, as `Options` and the like take them. */
  taken = $state.raw<readonly string[]>([]);
  sure = $state<Confidence | null>(null);

  #line: SeatLine | null = null;
  #key = '';
  #asked = '';
  #closed = false;

  stage = $derived(this.known?.stage ?? null);
  view = $derived(this.known?.view ?? null);
  /** What can be answered now, or was; null between questions. */
  question = $derived(this.stage?.pace === 'self' ? this.view?.question : this.stage?.question);
  /** The student’s answer to the question on screen, sent from here or known from before a reload. */
  sent = $derived.by(() => {
    const { sent } = this.known ?? {};
    const { question, stage, view } = this;
    if (!question || !stage) return null;
    if (sent?.place === question.place && sent.vote === stage.vote) return sent;
    const mine = view?.mine;
    if (!mine || stage.pace === 'self') return null;
    const { place } = question;
    return { place, vote: stage.vote, response: mine, state: 'saved' as const, failure: null };
  });
  /** Of the question whose key shows. */
  result = $derived(this.view?.results.find(({ place }) => place === this.stage?.place) ?? null);

  /** @param secret of the link that was scanned; '' where there is none */
  async open(secret: string): Promise<void> {
    const kept = readKept();
    if (kept && (secret === '' || kept.secret === secret)) {
      this.#key = kept.key;
      await this.#enter({ secret: kept.secret });
      if (this.doorway) return this.join(kept.name);
      if (this.failure?.code === 'unreachable') return;
      // That session is over.
      this.failure = null;
    }
    this.#key = freshKey();
    if (secret === '') this.step = 'code';
    else await this.#enter({ secret });
  }

  enterCode(code: string): Promise<void> {
    return this.#enter({ code });
  }

  async #enter(by: { secret: string } | { code: string }): Promise<void> {
    this.busy = true;
    const entered = await enter(by);
    this.busy = false;
    this.failure = entered.ok ? null : entered.error;
    if (!entered.ok) {
      if (this.step === 'starting') this.step = 'code';
      return;
    }
    this.doorway = entered.value;
    this.step = 'name';
    if (entered.value.names === 'generated') await this.join('');
  }

  async join(name: string): Promise<void> {
    const { secret } = this.doorway!;
    this.busy = true;
    const joined = await takeSeat(secret, this.#key, name);
    this.busy = false;
    this.failure = joined.ok ? null : joined.error;
    if (!joined.ok) {
      if (joined.error.code === 'too-many') setTimeout(() => void this.join(name), AGAIN_MS);
      return;
    }
    keep({ secret, key: this.#key, name });
    this.step = 'in';
    this.#connect(joined.value.session, joined.value.seat);
  }

  #connect(session: string, seat: string): void {
    this.#line?.close();
    if (this.#closed) return;
    const connection = freshKey();
    const will = {
      topic: topics.seatUp(session, seat),
      text: JSON.stringify({ t: 'gone', connection }),
    };
    const transport = openLine({ clientId: seat, username: 'seat', password: this.#key, will });
    this.#line = new SeatLine(transport, { session, seat, connection }, Date.now, (known) =>
      this.#learn(known, session),
    );
  }

  #learn(known: SeatKnown, session: string): void {
    const before = this.known?.movedTo ?? null;
    this.known = known;
    const { question, stage } = this;
    const asked = question && stage ? `${question.place}.${stage.vote}` : '';
    if (question && asked !== '' && asked !== this.#asked) this.#clear(question);
    if (asked !== '') this.#asked = asked;
    if (known.movedTo !== null && before === null) this.#connect(session, known.movedTo);
  }

  #clear(question: Asked): void {
    this.taken = question.type === 'order' ? question.items : [];
    this.sure = null;
  }

  take(option: string): void {
    const { question } = this;
    if (!question || this.sent) return;
    if (question.type !== 'multi') this.taken = [option];
    else if (this.taken.includes(option)) this.taken = this.taken.filter((one) => one !== option);
    else if (this.taken.length < question.take) this.taken = [...this.taken, option];
  }

  /** Whether what was taken makes an answer. */
  ready = $derived.by(() => {
    const { question, taken } = this;
    if (!question || (this.sent && this.sent.state !== 'refused')) return false;
    if (question.type === 'multi') return taken.length === question.take;
    if (question.type === 'match') return taken.some((one) => one !== '');
    return (taken[0] ?? '').trim() !== '';
  });

  send(): void {
    const { question } = this;
    if (!question || !this.ready) return;
    this.#line?.answer(question.place, responseTo(question, this.taken), this.sure);
  }

  /** The questions that this student missed, of those whose keys were shown: to keep as cards. */
  missed(): Promise<Result<{ missed: readonly Planned[] }>> {
    return missedQuestions(this.#key);
  }

  close(): void {
    this.#closed = true;
    this.#line?.close();
  }
}

function responseTo(question: Asked, taken: readonly string[]): Response {
  switch (question.type) {
    case 'truefalse':
      return { kind: 'truth', value: taken[0] === TRUE };
    case 'choice':
      return { kind: 'option', text: taken[0] ?? '' };
    case 'multi':
      return { kind: 'options', texts: taken };
    case 'order':
      return { kind: 'sequence', items: taken };
    case 'match': {
      const pairs = question.items.map((left, at) => ({ left, right: taken[at] ?? '' }));
      return { kind: 'pairs', pairs: pairs.filter(({ right }) => right !== '') };
    }
    default:
      return { kind: 'typed', text: taken[0] ?? '' };
  }
}

function readKept(): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

function keep(kept: Kept): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(kept));
  } catch {
    // Then this seat lasts as long as the page.
  }
}
