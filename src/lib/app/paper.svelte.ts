import type { Failure } from '../primitives/index.ts';
import { QUESTION_TYPES } from '../bank/index.ts';
import { cardSheets, flashcardsOf, MOST_ON_PAPER, paperOf, type Recipe } from '../quiz/index.ts';
import type { PaperHead, PaperLook } from '../ui/index.ts';
import { keepLook, keptLook } from './paper-look.ts';
import { KIND_OF, QUIZ_KINDS, QuizChoice, type QuizKind } from './quiz-choice.svelte.ts';
import { lineOf } from './quiz-again.ts';
import { isOfAnotherVersion, readShared } from './quiz-shared.ts';
import type { Recite } from './recite.svelte.ts';

export type PaperKind = 'quiz' | 'cards';

/** What the address of the page asks for. */
export interface PaperAddress {
  readonly kind: PaperKind;
  /** `1&bank=…`: a quiz as its link has it; '' where nothing is asked for. */
  readonly recipe: string;
  /** `?seed=…`: the seed for what is chosen. */
  readonly seed: string | null;
}

const QUIZ_LENGTHS = [5, 10, 20, 30, 40];
/** Whole sheets of cards; the last stands for all that there are. */
const CARD_LENGTHS = [8, 16, 24, 48, 1000];
/** A seed of this length at most is printed whole, so that it can be typed in again. */
const SHORT_SEED = 12;

/**
 * The page that prints: which quiz or which cards, and how. Nothing is kept of it but the look; the same
 * address gives the same paper on every device.
 */
export class PaperDesk {
  readonly #recite: Recite;

  kind = $state<PaperKind>('quiz');
  /** What to print from; null until the bank is there. */
  choice = $state.raw<QuizChoice | null>(null);
  /** A quiz that no choice describes, as one on certain mistakes: printed as it is. */
  given = $state.raw<Recipe | null>(null);
  /** Why what the address asked for cannot be printed. */
  failure = $state.raw<Failure | null>(null);
  /** The address is from another version of the document. */
  otherVersion = $state(false);
  /** How many questions, or cards, are wanted. */
  length = $state(10);
  seed = $state('');
  /** On top of the paper; '' for the document’s own. */
  title = $state('');
  look = $state.raw<PaperLook>(keptLook());

  /** The ways to answer that the other kind of paper had. */
  #otherKinds: ReadonlySet<QuizKind> = new Set(QUIZ_KINDS);
  #otherLength = CARD_LENGTHS[0]!;

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  async open(asked: PaperAddress): Promise<void> {
    await this.#recite.start();
    if (this.#recite.status !== 'ready') return;
    this.choice ??= new QuizChoice(this.#recite.bank, true);
    if (this.seed === '') {
      const { length } = this.choice;
      this.length = length === 'all' ? MOST_ON_PAPER : length;
      this.redraw();
    }
    this.show(asked.kind);
    if (asked.seed) this.seedWith(asked.seed);
    this.failure = null;
    this.otherVersion = false;
    if (asked.recipe !== '' && asked.recipe !== this.#text) this.#take(asked.recipe);
  }

  /** Sets everything as the address says. */
  #take(text: string): void {
    const read = readShared(this.#recite, text);
    if (!read.ok) this.failure = read.error;
    if (!read.ok || !this.choice) return;
    const { recipe } = read.value;
    this.otherVersion = isOfAnotherVersion(this.#recite, read.value);
    this.seed = recipe.seed;
    this.length = recipe.length;
    const kinds = new Set(recipe.types.map((type) => KIND_OF[type]));
    const whole = QUESTION_TYPES.every(
      (type) => !kinds.has(KIND_OF[type]) || recipe.types.includes(type),
    );
    if (recipe.only.length > 0 || !whole) {
      this.given = recipe;
      return;
    }
    this.given = null;
    this.choice.everySection(recipe.sections.length === 0);
    for (const section of recipe.sections) this.choice.toggleSection(section);
    this.choice.kinds = new Set(kinds.size === 0 ? QUIZ_KINDS : kinds);
    this.choice.tags = new Set(recipe.tags);
    this.choice.levels = new Set(recipe.levels);
  }

  /** A quiz, or cards to cut out: each has ways to answer and a number of its own. */
  show(kind: PaperKind): void {
    if (kind === this.kind || !this.choice) return;
    this.kind = kind;
    [this.choice.kinds, this.#otherKinds] = [this.#otherKinds, this.choice.kinds];
    [this.length, this.#otherLength] = [this.#otherLength, this.length];
  }

  /** Other questions, or another order of the same. */
  redraw(): void {
    // The end of an id is its chance; six of its letters are enough to tell a teacher’s papers apart.
    this.seed = this.#recite.environment.newId().slice(-6).toUpperCase();
    if (this.given) this.given = { ...this.given, seed: this.seed };
  }

  /** The paper of this number, as another device printed it. */
  seedWith(seed: string): void {
    if (seed.trim() === '') return;
    this.seed = seed.trim();
    if (this.given) this.given = { ...this.given, seed: this.seed };
  }

  /** Leaves the quiz that was given, to choose freely. */
  chooseFreely(): void {
    this.given = null;
  }

  change(part: Partial<PaperLook>): void {
    this.look = { ...this.look, ...part };
    keepLook(this.look);
  }

  lengths = $derived.by((): readonly number[] => {
    const usual = this.kind === 'quiz' ? QUIZ_LENGTHS : CARD_LENGTHS;
    return [...new Set([...usual, this.length])].sort((a, b) => a - b);
  });

  /** Why there is nothing to print; null where there is. */
  reason = $derived(this.given ? null : (this.choice?.reason ?? null));

  recipe = $derived.by((): Recipe | null => {
    if (!this.choice || this.reason !== null) return null;
    return this.given ?? { ...this.choice.recipe, length: this.length, seed: this.seed };
  });

  paper = $derived.by(() => {
    if (!this.recipe || this.kind !== 'quiz') return null;
    return paperOf(this.#recite.bank, this.recipe, this.look.versions);
  });

  readonly #cards = $derived.by(() => {
    if (!this.recipe || this.kind !== 'cards') return null;
    return flashcardsOf(this.#recite.bank, this.recipe);
  });

  sheets = $derived(this.#cards && cardSheets(this.#cards, this.look.edge));

  /** How many questions or cards there will be. */
  count = $derived(this.paper?.versions[0]?.questions.length ?? this.#cards?.length ?? 0);

  head = $derived.by((): PaperHead | null => {
    if (!this.choice) return null;
    const { title, language } = this.#recite.bank.document;
    const code = this.seed.length <= SHORT_SEED ? this.seed : this.seed.slice(-6).toUpperCase();
    return { title: this.title.trim() || title, document: title, language, code };
  });

  /** The address of what is on screen; null while it loads. */
  address = $derived.by((): string | null => {
    if (!this.choice) return null;
    const text = this.#text;
    return `/print${this.kind === 'cards' ? '?cards' : ''}${text === '' ? '' : `#${text}`}`;
  });

  get #text(): string {
    if (!this.recipe) return '';
    const rules = { mode: 'practice', limit: null } as const;
    return lineOf(this.#recite, { recipe: this.recipe, rules });
  }
}
