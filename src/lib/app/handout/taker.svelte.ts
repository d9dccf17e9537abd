import { err, ok, type Failure, type Result } from '../../primitives/index.ts';
import { cleanName } from '../../classroom/index.ts';
import type { Response } from '../../grading/index.ts';
import {
  framesOf,
  fromBase32,
  readCode,
  sealResult,
  taggedText,
  toBase32,
  WRONG_CODE,
} from '../../handout/index.ts';
import type { Confidence } from '../../journal/index.ts';
import type { Recite } from '../recite.svelte.ts';
import { t } from '../../language/index.ts';
import { given, isGiven, withTaken } from '../classroom/given.ts';
import { CodeWatch } from './code-watch.svelte.ts';
import { keepTaking, takings, type Taking } from './taken-memory.ts';
import { explain, readQuiz, type Explained, type TakenQuiz } from './taken-quiz.ts';

/** More octets than this make a code that a hand cannot hold steady enough. */
const MOST_IN_ONE = 600;

/** A student’s page that takes a quiz without a server. */
export class Taker {
  readonly #recite: Recite;
  readonly codes = new CodeWatch({
    text: (text) => this.#see(text),
    whole: (bytes) => this.#takeWhole(bytes),
  });

  step = $state<'starting' | 'scan' | 'begin' | 'answer' | 'overview' | 'done'>('starting');
  failure = $state.raw<Failure | null>(null);
  quiz = $state.raw<TakenQuiz | null>(null);
  taking = $state.raw<Taking | null>(null);
  name = $state('');
  /** The texts of the QR codes of the result: one, or a loop where much was typed. */
  result = $state.raw<readonly string[]>([]);
  explained = $state.raw<readonly Explained[] | null>(null);
  /** Quizzes that were begun or handed in on this phone. */
  earlier = $state.raw<readonly Taking[]>([]);

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  question = $derived(this.quiz?.asked[this.taking?.place ?? 0] ?? null);
  taken = $derived.by((): readonly string[] => {
    const taken = this.taking?.taken[this.taking.place] ?? [];
    // Until one is moved, they lie as they were asked, which is no answer.
    return this.question?.type === 'order' && taken.length === 0 ? this.question.items : taken;
  });
  feeling = $derived(this.taking?.sure[this.taking.place] ?? null);
  #standing = $derived.by((): readonly (readonly string[])[] =>
    (this.quiz?.asked ?? []).map(({ options }, at) => {
      const taken = this.taking?.taken[at] ?? [];
      // In another language than it was taken in, “True” is none of the options.
      return options.length > 0 ? taken.filter((one) => options.includes(one)) : taken;
    }),
  );
  #responses = $derived.by((): readonly (Response | null)[] =>
    (this.quiz?.asked ?? []).map((one, at) => {
      const taken = this.#standing[at]!;
      return isGiven(one, taken) ? given(one, taken) : null;
    }),
  );
  answered = $derived(this.#responses.map((response) => response !== null));

  /** @param text what stands in the address behind `#`; '' where nothing does */
  async open(text: string): Promise<void> {
    this.failure = null;
    this.earlier = takings();
    if (text === '') this.step = 'scan';
    else await this.#take({ kind: 'link', text });
  }

  /** A quiz of `earlier`, as it was left. */
  resume(taking: Taking): Promise<void> {
    return this.#take(taking.source);
  }

  async #take(source: Taking['source']): Promise<void> {
    const quiz = await readQuiz(this.#recite, source);
    this.failure = quiz.ok ? null : quiz.error;
    if (!quiz.ok) {
      this.step = 'scan';
      return;
    }
    this.codes.stop();
    this.quiz = quiz.value;
    this.explained = null;
    const before = takings().find(({ id }) => id === quiz.value.id) ?? null;
    this.taking = before;
    this.name = before?.name ?? '';
    this.step = !before ? 'begin' : before.sealed === null ? 'answer' : 'done';
    if (before?.sealed) this.#showResult(before.sealed);
    if (before?.code) await this.unlock(before.code);
  }

  begin(): void {
    const { quiz } = this;
    const name = cleanName(this.name);
    this.failure = name === null ? NO_NAME : null;
    if (!quiz || name === null) return;
    const chance = crypto.getRandomValues(new Uint8Array(6));
    this.taking = {
      id: quiz.id,
      title: quiz.title,
      source: quiz.source,
      sheet: Array.from(chance, (byte) => byte.toString(16).padStart(2, '0')).join(''),
      name,
      begun: Date.now(),
      taken: quiz.asked.map(() => []),
      sure: quiz.asked.map(() => null),
      place: 0,
      sealed: null,
      code: null,
    };
    this.step = 'answer';
    keepTaking(this.taking);
  }

  #change(part: Partial<Taking>): void {
    if (this.taking?.sealed !== null) return;
    this.taking = { ...this.taking, ...part };
    keepTaking(this.taking);
  }

  give(taken: readonly string[]): void {
    const { place, taken: all } = this.taking!;
    this.#change({ taken: all.map((one, at) => (at === place ? taken : one)) });
  }

  /** An option: the only one, or of several one more or one less. */
  take(option: string): void {
    if (this.question) this.give(withTaken(this.question, this.taken, option));
  }

  feel(confidence: Confidence): void {
    const { place, sure } = this.taking!;
    this.#change({ sure: sure.map((one, at) => (at === place ? confidence : one)) });
  }

  go(place: number): void {
    this.#change({ place: Math.max(0, Math.min(place, this.quiz!.asked.length - 1)) });
    this.step = 'answer';
  }

  /** Seals what is there; from now on it stands. */
  handIn(): void {
    const { quiz, taking } = this;
    if (!quiz || taking?.sealed !== null) return;
    const at = Date.now();
    const answers = this.#responses.map((response, place) =>
      response ? { response, confidence: taking.sure[place] ?? null } : null,
    );
    const { sheet, name, begun } = taking;
    const sealed = sealResult(
      { sheet, name, at, spent: Math.max(0, at - begun), answers },
      quiz,
      quiz.key,
      (length) => crypto.getRandomValues(new Uint8Array(length)),
    );
    this.failure = sealed.ok ? null : sealed.error;
    if (!sealed.ok) return;
    const text = toBase32(sealed.value);
    this.#change({ sealed: text });
    this.#showResult(text);
    this.step = 'done';
  }

  #showResult(sealed: string): void {
    const bytes = fromBase32(sealed) ?? new Uint8Array(0);
    const frames = bytes.length > MOST_IN_ONE ? framesOf(bytes) : ok([taggedText('R', bytes)]);
    this.failure = frames.ok ? null : frames.error;
    if (frames.ok) this.result = frames.value;
  }

  /** @param typed the code, as it was typed or scanned */
  async unlock(typed: string): Promise<void> {
    const { quiz, taking } = this;
    const code = readCode(typed);
    if (!quiz || !taking) return;
    const plan = code === null ? err(WRONG_CODE) : await quiz.unlock(code);
    this.failure = plan.ok ? null : plan.error;
    if (!plan.ok) return;
    this.codes.stop();
    this.explained = explain(quiz, plan.value, this.#responses);
    if (taking.code === code) return;
    this.taking = { ...taking, code };
    keepTaking(this.taking);
  }

  /** A code that was scanned, or its text pasted: a link, or what unlocks. */
  #see(text: string): Promise<void> {
    if (this.step === 'done') return this.unlock(text);
    const fragment = text.includes('#') ? text.slice(text.indexOf('#') + 1) : text.trim();
    return this.#take({ kind: 'link', text: fragment });
  }

  async #takeWhole(bytes: Result<Uint8Array>): Promise<void> {
    this.failure = bytes.ok ? null : bytes.error;
    if (bytes.ok) await this.#take({ kind: 'whole', bytes: toBase32(bytes.value) });
  }
}

const NO_NAME: Failure = {
  code: 'no-name',
  message: t(
    'Write your name, or your number in the class list, so that your teacher knows whose answers these are.',
  ),
};
