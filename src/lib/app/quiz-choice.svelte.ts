import {
  LEVELS,
  QUESTION_TYPES,
  TAGS,
  type Bank,
  type Level,
  type QuestionType,
  type Tag,
} from '../bank/index.ts';
import {
  eligible,
  EVERYTHING,
  sectionOf,
  type Mode,
  type Recipe,
  type Rules,
} from '../quiz/index.ts';
import { keepChoice, keptChoice } from './quiz-device.ts';
import { t } from '../language/index.ts';
import { picked, toggled } from './picking.ts';

/** What the learner does to answer. */
export const QUIZ_KINDS = ['choose', 'judge', 'type', 'arrange', 'find', 'recall'] as const;
export type QuizKind = (typeof QUIZ_KINDS)[number];

/** How a question of each type is answered. */
export const KIND_OF: Readonly<Record<QuestionType, QuizKind>> = {
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

/** The types of question that are answered in one of these ways. */
export function typesOf(kinds: ReadonlySet<QuizKind>): QuestionType[] {
  return QUESTION_TYPES.filter((type) => kinds.has(KIND_OF[type]));
}

/** In a class nobody judges what they recalled, or points into the text. */
export const CLASS_KINDS = ['choose', 'judge', 'type', 'arrange'] as const satisfies QuizKind[];

const TIMES = ['none', 'half', 'one', 'two', 'ten', 'thirty'] as const;

/** Only the learner can judge what was recalled, so that kind is for those who ask for it. */
const USUAL_KINDS = QUIZ_KINDS.filter((kind) => kind !== 'recall');

export const QUIZ_LENGTHS = [5, 10, 20, 'all'] as const;
export type QuizLength = (typeof QUIZ_LENGTHS)[number];

/** How long an exam may take: in all, or so much a question. */
export const QUIZ_TIMES = {
  none: null,
  half: { each: 30 },
  one: { each: 60 },
  two: { each: 120 },
  ten: { all: 600 },
  thirty: { all: 1800 },
} as const;
export type QuizTime = keyof typeof QUIZ_TIMES;

/** What was chosen: everything about the next quiz. */
export interface Settled {
  readonly recipe: Omit<Recipe, 'seed'>;
  readonly rules: Rules;
  readonly asksConfidence: boolean;
  readonly counts: boolean;
  /** Absent: a new one each time. */
  readonly seed?: string;
}

/** What the next quiz shall ask: chosen on the set-up, and remembered on the device. */
export class QuizChoice {
  sections = $state.raw<ReadonlySet<string>>(new Set());
  kinds = $state.raw<ReadonlySet<QuizKind>>(new Set());
  tags = $state.raw<ReadonlySet<Tag>>(new Set());
  levels = $state.raw<ReadonlySet<Level>>(new Set());
  length = $state<QuizLength>(10);
  mode = $state<Mode>('practice');
  time = $state<QuizTime>('none');
  /** The same seed draws the same quiz, on every device; empty: another each time. */
  seed = $state('');
  /** With each answer one may say how sure one is. */
  asksConfidence = $state(true);
  /** Its answers count for the schedule. */
  counts = $state(true);

  readonly #bank: Bank;
  readonly #all: readonly string[];

  /** @param counts what the settings say about it */
  constructor(bank: Bank, counts: boolean) {
    this.counts = counts;
    this.#bank = bank;
    this.#all = bank.document.sections.map(({ id }) => id);
    const kept = keptChoice();
    this.sections = picked(kept.sections, this.#all);
    this.kinds = picked(kept.kinds, QUIZ_KINDS, USUAL_KINDS);
    this.tags = picked(kept.tags, TAGS, []);
    this.levels = picked(kept.levels, LEVELS, []);
    this.length = QUIZ_LENGTHS.find((length) => length === kept.length) ?? 10;
    this.mode = kept.mode === 'exam' ? 'exam' : 'practice';
    this.time = TIMES.find((time) => time === kept.time) ?? 'none';
    this.asksConfidence = kept.asksConfidence !== false;
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
    if (this.sections.size === 0) return t('Choose at least one section.');
    if (this.kinds.size === 0) return t('Choose at least one kind of question.');
    return this.fitting === 0 ? t('No question fits. Choose more sections or kinds.') : null;
  });

  #selection() {
    return {
      ...EVERYTHING,
      types: typesOf(this.kinds),
      tags: TAGS.filter((tag) => this.tags.has(tag)),
      levels: LEVELS.filter((level) => this.levels.has(level)),
    };
  }

  toggleSection(id: string): void {
    this.sections = toggled(this.sections, id);
  }

  toggleKind(kind: QuizKind): void {
    this.kinds = toggled(this.kinds, kind);
  }

  toggleTag(tag: Tag): void {
    this.tags = toggled(this.tags, tag);
  }

  toggleLevel(level: Level): void {
    this.levels = toggled(this.levels, level);
  }

  /** Milliseconds that an exam of this choice may take; null: as long as one likes. */
  limit = $derived.by((): number | null => {
    const time: { readonly each?: number; readonly all?: number } | null = QUIZ_TIMES[this.time];
    if (this.mode === 'practice' || time === null) return null;
    return 1000 * (time.all ?? time.each! * this.count);
  });

  everySection(chosen: boolean): void {
    this.sections = new Set(chosen ? this.#all : []);
  }

  /** This section alone; one that the document does not have changes nothing. */
  onlySection(id: string): void {
    if (this.#all.includes(id)) this.sections = new Set([id]);
  }

  /** The quiz that was chosen, but for its seed; see `reason`. */
  recipe = $derived.by((): Omit<Recipe, 'seed'> => {
    const all = this.sections.size === this.#all.length;
    const sections = all ? [] : this.#all.filter((id) => this.sections.has(id));
    return { ...this.#selection(), bank: this.#bank.id, sections, length: this.count };
  });

  /** Settles the choice, and remembers it. */
  settle(): Settled {
    const { recipe } = this;
    const kinds = QUIZ_KINDS.filter((kind) => this.kinds.has(kind));
    const seed = this.seed.trim();
    keepChoice({
      // “All” outlives a document that gains a section.
      sections: recipe.sections.length === 0 ? 'all' : recipe.sections,
      kinds,
      tags: [...this.tags],
      levels: [...this.levels],
      length: this.length,
      mode: this.mode,
      time: this.time,
      asksConfidence: this.asksConfidence,
    });
    return {
      recipe,
      rules: { mode: this.mode, limit: this.limit },
      asksConfidence: this.asksConfidence,
      counts: this.counts,
      ...(seed !== '' && { seed }),
    };
  }
}
