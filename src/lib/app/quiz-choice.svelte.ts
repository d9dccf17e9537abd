import { QUESTION_TYPES, type Bank, type QuestionType } from '../bank/index.ts';
import { eligible, EVERYTHING, sectionOf, type Recipe } from '../quiz/index.ts';
import { keepChoice, keptChoice } from './quiz-device.ts';

/** What the learner does to answer. */
export const QUIZ_KINDS = ['choose', 'judge', 'type', 'arrange', 'find', 'recall'] as const;
export type QuizKind = (typeof QUIZ_KINDS)[number];

const KIND_OF: Readonly<Record<QuestionType, QuizKind>> = {
  choice: 'choose',
  multi: 'choose',
  truefalse: 'judge',
  cloze: 'type',
  short: 'type',
  number: 'type',
  order: 'arrange',
  match: 'arrange',
  evidence: 'find',
  open: 'recall',
};

/** Only the learner can judge what was recalled, so that kind is for those who ask for it. */
const USUAL_KINDS = QUIZ_KINDS.filter((kind) => kind !== 'recall');

export const QUIZ_LENGTHS = [5, 10, 20, 'all'] as const;
export type QuizLength = (typeof QUIZ_LENGTHS)[number];

/** What the next quiz shall ask: chosen on the set-up, and remembered on the device. */
export class QuizChoice {
  sections = $state.raw<ReadonlySet<string>>(new Set());
  kinds = $state.raw<ReadonlySet<QuizKind>>(new Set());
  length = $state<QuizLength>(10);

  readonly #bank: Bank;
  readonly #all: readonly string[];

  constructor(bank: Bank) {
    this.#bank = bank;
    this.#all = bank.document.sections.map(({ id }) => id);
    const kept = keptChoice();
    this.sections = picked(kept.sections, this.#all);
    this.kinds = picked(kept.kinds, QUIZ_KINDS, USUAL_KINDS);
    this.length = QUIZ_LENGTHS.find((length) => length === kept.length) ?? 10;
  }

  /** The sections, each with how many of its questions are of the chosen kinds. */
  rows = $derived.by(() => {
    const fitting = this.kinds.size === 0 ? [] : eligible(this.#bank, this.#selection());
    return this.#bank.document.sections.map(({ id, heading }) => ({
      id,
      heading,
      count: fitting.filter((question) => sectionOf(question) === id).length,
    }));
  });

  /** How many questions fit. */
  fitting = $derived(
    this.rows.reduce((sum, { id, count }) => sum + (this.sections.has(id) ? count : 0), 0),
  );

  /** How many the quiz will ask. */
  count = $derived(this.length === 'all' ? this.fitting : Math.min(this.length, this.fitting));

  /** Why no quiz can be made of this; null where one can. */
  reason = $derived.by((): string | null => {
    if (this.sections.size === 0) return 'Choose at least one section.';
    if (this.kinds.size === 0) return 'Choose at least one kind of question.';
    return this.fitting === 0 ? 'No question fits. Choose more sections or kinds.' : null;
  });

  #selection() {
    return { ...EVERYTHING, types: QUESTION_TYPES.filter((type) => this.kinds.has(KIND_OF[type])) };
  }

  toggleSection(id: string): void {
    this.sections = toggled(this.sections, id);
  }

  toggleKind(kind: QuizKind): void {
    this.kinds = toggled(this.kinds, kind);
  }

  everySection(chosen: boolean): void {
    this.sections = new Set(chosen ? this.#all : []);
  }

  /** This section alone; one that the document does not have changes nothing. */
  onlySection(id: string): void {
    if (this.#all.includes(id)) this.sections = new Set([id]);
  }

  /** The recipe without its seed. Also remembers the choice. */
  settle(): Omit<Recipe, 'seed'> {
    const allSections = this.sections.size === this.#all.length;
    const sections = this.#all.filter((id) => this.sections.has(id));
    const kinds = QUIZ_KINDS.filter((kind) => this.kinds.has(kind));
    keepChoice({
      // “All” outlives a document that gains a section.
      sections: allSections ? 'all' : sections,
      kinds,
      length: this.length,
    });
    return {
      ...this.#selection(),
      bank: this.#bank.id,
      sections: allSections ? [] : sections,
      length: this.count,
    };
  }
}

/** What was kept of a choice, as far as it still exists; the usual where nothing is left. */
function picked<T extends string>(
  kept: unknown,
  all: readonly T[],
  usual: readonly T[] = all,
): ReadonlySet<T> {
  const chosen = Array.isArray(kept) ? all.filter((one) => kept.includes(one)) : [];
  return new Set(chosen.length > 0 ? chosen : usual);
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  return set.has(item)
    ? new Set([...set].filter((other) => other !== item))
    : new Set([...set, item]);
}
