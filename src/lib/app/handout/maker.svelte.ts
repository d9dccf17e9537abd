import { err, ok, type Failure, type Result } from '../../primitives/index.ts';
import type { Planned } from '../../classroom/index.ts';
import {
  codeCheck,
  codeOf,
  codeText,
  framesOf,
  fromBase32,
  handoutId,
  linkText,
  packWhole,
  publicKeyOf,
  SECRET_BYTES,
  spacedCode,
  toBase32,
} from '../../handout/index.ts';
import { assembleQuiz, versionOf, type Recipe } from '../../quiz/index.ts';
import { keepRecord } from '../gradebook/shelf.svelte.ts';
import { ClassBank } from '../documents/class-bank.svelte.ts';
import { CLASS_KINDS, QuizChoice, typesOf } from '../quiz-choice.svelte.ts';
import type { Recite } from '../recite.svelte.ts';
import { t } from '../../language/index.ts';
import { handOverFrames } from './hand-over.ts';
import { heldHandouts, hold, letGo, type Held } from './held.ts';
import { planFor } from './linked.ts';
import { recordId } from './record-id.ts';
import { squeeze } from './squeeze.ts';

/** How the quiz gets to the class. */
export type HandoutWay = 'link' | 'whole';

/** A hand-out as it is shown to the class. */
export interface ShownHandout {
  readonly held: Held;
  /** The link; null where the questions go along. */
  readonly address: string | null;
  /** The texts of the QR codes: one, or a loop. */
  readonly codes: readonly string[];
  /** What opens the explanations: to be typed, and for a QR code. */
  readonly code: string;
  readonly codeText: string;
}

const ASKED_TYPES = typesOf(new Set(CLASS_KINDS));
const LENGTHS = [5, 10, 15, 20, 30] as const;

/** As much as a link takes. */
const LONGEST_TITLE = 80;

/** The teacher’s page that makes quizzes for a class without a server. */
export class HandoutMaker {
  readonly #recite: Recite;
  readonly lengths = LENGTHS;
  readonly about: ClassBank;

  choice = $state.raw<QuizChoice | null>(null);
  /** How the teacher would like it to get to the phones. */
  #way = $state<HandoutWay>('link');
  length = $state<number>(10);
  title = $state('');
  /** Students say how sure they are. */
  sure = $state(false);
  #seed = $state('');
  failure = $state.raw<Failure | null>(null);
  busy = $state(false);
  shown = $state.raw<ShownHandout | null>(null);
  held = $state.raw<readonly Held[]>([]);

  constructor(recite: Recite) {
    this.#recite = recite;
    this.about = new ClassBank(recite);
  }

  async open(): Promise<void> {
    await this.#recite.start();
    if (this.#recite.status !== 'ready') return;
    await this.about.open();
    this.#use();
    this.redraw();
    this.#look();
  }

  /** Takes the questions from another document. */
  async useDocument(id: string): Promise<void> {
    await this.about.choose(id);
    this.#use();
  }

  #use(): void {
    const before = this.choice;
    const choice = new QuizChoice(this.about.bank ?? this.#recite.bank, false);
    const kinds = before?.kinds ?? choice.kinds;
    choice.kinds = new Set(CLASS_KINDS.filter((kind) => kinds.has(kind)));
    this.choice = choice;
  }

  /** Phones have the questions of the document that came with the app, and of no other. */
  get way(): HandoutWay {
    return this.about.isStudied ? this.#way : 'whole';
  }

  set way(way: HandoutWay) {
    this.#way = way;
  }

  #look(): void {
    this.held = heldHandouts().filter(({ source }) => source.kind !== 'live');
  }

  redraw(): void {
    this.#seed = this.#recite.environment.newId().slice(-6).toUpperCase();
  }

  /** A link draws on what every device has; whole questions may be the teacher’s own. */
  #bank = $derived.by(() => {
    if (!this.choice) return null;
    return this.way === 'link' ? this.#recite.shippedBank : this.about.bank;
  });

  #recipe = $derived.by((): Recipe | null => {
    if (this.choice?.reason !== null) return null;
    const { recipe } = this.choice;
    const types = ASKED_TYPES.filter((type) => recipe.types.includes(type));
    return { ...recipe, types, length: this.length, seed: this.#seed };
  });

  /** The questions that will be asked, in their order. */
  questions = $derived.by(() => {
    if (!this.#bank || !this.#recipe || this.#recipe.types.length === 0) return [];
    return assembleQuiz(this.#bank, this.#recipe);
  });

  /** Why none can be made of this; null where one can. */
  reason = $derived.by((): string | null => {
    if (!this.choice) return null;
    if (this.choice.reason !== null) return this.choice.reason;
    return this.questions.length === 0
      ? t('No question fits. Choose more sections or kinds.')
      : null;
  });

  document = $derived.by(() => this.about.bank?.document ?? null);

  async make(): Promise<void> {
    if (!this.#bank || !this.#recipe || this.busy) return;
    this.busy = true;
    const made = await this.#make(this.#bank, this.#recipe);
    this.busy = false;
    this.failure = made.ok ? null : made.error;
    if (made.ok) await this.show(made.value);
  }

  async #make(bank: Recite['bank'], recipe: Recipe): Promise<Result<Held>> {
    const made = planFor(bank, recipe);
    if (!made.ok) return made;
    const { plan, asked } = made.value;
    const secret = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
    const own = this.title.trim();
    const usual = bank.document.title.slice(0, LONGEST_TITLE);
    // Who has the questions has their document's title: a link is as short as it can be.
    const title = own || (this.way === 'link' ? '' : usual);
    const identity = { title, sure: this.sure, key: publicKeyOf(secret), asked };
    const id = handoutId(identity);
    const code = codeOf(secret);
    const at = this.#recite.environment.now();
    const base = { id, title: own || usual, at, secret: toBase32(secret) };
    let source: Held['source'];
    if (this.way === 'link') {
      const rules = { mode: 'exam', limit: null } as const;
      const quiz = { recipe, rules, version: versionOf(bank.document) };
      const text = linkText({ ...identity, quiz, id, check: codeCheck(code, id) });
      source = { kind: 'link', text };
    } else {
      const { bytes } = await packWhole(identity, plan, code, squeeze);
      const frames = framesOf(bytes);
      if (!frames.ok) return frames;
      source = { kind: 'whole', bytes: toBase32(bytes) };
    }
    const held = { ...base, source };
    const kept = await this.#keep(held, plan);
    return kept.ok ? ok(held) : kept;
  }

  /** Its questions go into the gradebook at once: results may come when the bank has changed. */
  async #keep(held: Held, plan: readonly Planned[]): Promise<Result<unknown>> {
    const { id, title, at } = held;
    const kept = await keepRecord({ id: recordId(id), title, at, plan, sheets: [] });
    if (!kept.ok) return kept;
    hold(held);
    this.#look();
    return this.held.some((one) => one.id === id) ? ok(null) : err(NOT_KEPT);
  }

  /** Shows one that was made before. */
  async show(held: Held): Promise<void> {
    const { source } = held;
    const secret = fromBase32(held.secret);
    if (!secret || source.kind === 'live') return;
    const code = codeOf(secret);
    const base = { held, code: spacedCode(code), codeText: codeText(code) };
    if (source.kind === 'link') {
      const address = `${location.origin}/take#${source.text}`;
      this.shown = { ...base, address, codes: [address] };
      return;
    }
    const frames = framesOf(fromBase32(source.bytes) ?? new Uint8Array(0));
    this.failure = frames.ok ? null : frames.error;
    if (frames.ok) this.shown = { ...base, address: null, codes: frames.value };
  }

  /** Back to the choice. */
  leave(): void {
    this.shown = null;
    this.redraw();
  }

  /** Forgets the secret: results that come afterwards cannot be opened. What was collected stays. */
  remove(held: Held): void {
    letGo(held.id);
    this.#look();
    if (this.shown?.held.id === held.id) this.leave();
  }

  /** QR codes that give all of it to another device of the teacher’s. */
  async handOver(held: Held): Promise<readonly string[]> {
    const frames = await handOverFrames(held);
    this.failure = frames.ok ? null : frames.error;
    return frames.ok ? frames.value : [];
  }
}

const NOT_KEPT: Failure = {
  code: 'handout-not-kept',
  message: t(
    'This browser keeps nothing, so the key of the results would be lost with the page. Allow storage for this page, and make the quiz again.',
  ),
};
