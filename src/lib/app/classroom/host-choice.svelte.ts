import type { Bank, Question } from '../../bank/index.ts';
import { isLive, readRoster, type Settings } from '../../classroom/index.ts';
import { t } from '../../language/index.ts';
import { assembleQuiz, eligible, EVERYTHING, sectionOf } from '../../quiz/index.ts';
import { isRecord, keep, kept } from '../kept.ts';
import { picked, toggled } from '../picking.ts';
import { CLASS_KINDS, typesOf } from '../quiz-choice.svelte.ts';
import { freshKey } from './line.ts';

const KEY = 'recite-host-choice';

const LENGTHS = [3, 5, 10, 20, 'all'] as const;
export type HostLength = (typeof LENGTHS)[number];

/** What is written has to be marked, so it is for those who ask for it. */
const LIVE_KINDS = [...CLASS_KINDS, 'recall'] as const;
export type HostKind = (typeof LIVE_KINDS)[number];
const NAMINGS = ['generated', 'roster', 'typed'] as const;
const MOST_TEAMS = 6;

/** What the next session shall be: chosen by the teacher, and remembered on this device. */
export class HostChoice {
  title = $state('');
  sections = $state.raw<ReadonlySet<string>>(new Set());
  kinds = $state.raw<ReadonlySet<HostKind>>(new Set());
  length = $state<HostLength>(5);
  /** Draws the questions; another one draws others. */
  seed = $state(freshKey());
  /** Questions that shall not come this time. */
  leftOut = $state.raw<ReadonlySet<string>>(new Set());
  names = $state<Settings['names']>('generated');
  /** As it was pasted. */
  roster = $state('');
  pace = $state<Settings['pace']>('together');
  /** Seconds a question; 0: no clock. */
  seconds = $state(0);
  speed = $state(false);
  confidence = $state(false);
  /** As many as there are; empty: none. */
  teams = $state.raw<readonly string[]>([]);

  /** Of the document that is asked about: what can be asked live. */
  #bank = $state.raw<Bank>({ id: '', document: NO_DOCUMENT, questions: [] });
  #all = $derived(this.#bank.document.sections.map(({ id }) => id));

  constructor(bank: Bank) {
    this.use(bank);
    const value = kept(KEY);
    const before: Record<string, unknown> = isRecord(value) ? value : {};
    this.sections = picked(before.sections, this.#all);
    this.kinds = picked(before.kinds, LIVE_KINDS, CLASS_KINDS);
    this.length = LENGTHS.find((one) => one === before.length) ?? 5;
    this.names = NAMINGS.find((one) => one === before.names) ?? 'generated';
    this.roster = typeof before.roster === 'string' ? before.roster : '';
    this.pace = before.pace === 'self' ? 'self' : 'together';
    this.seconds = typeof before.seconds === 'number' ? before.seconds : 0;
    this.speed = before.speed === true;
    this.confidence = before.confidence === true;
    this.teams = Array.isArray(before.teams)
      ? before.teams.filter((name) => typeof name === 'string').slice(0, MOST_TEAMS)
      : [];
  }

  /** Another document: all of its sections; what else was chosen stays. */
  use(bank: Bank): void {
    this.#bank = { ...bank, questions: bank.questions.filter(isLive) };
    this.sections = new Set(this.#all);
    this.leftOut = new Set();
  }

  /** Of the document. */
  about = $derived.by(() => this.#bank.document);

  /** At their own speed there is no moment to mark what they wrote. */
  #selection = $derived({
    ...EVERYTHING,
    types: typesOf(this.kinds).filter((type) => type !== 'open' || this.pace === 'together'),
  });

  /** The sections, each with how many of its questions are of the chosen kinds. */
  rows = $derived.by(() => {
    const fitting = this.kinds.size === 0 ? [] : eligible(this.#bank, this.#selection);
    return this.#bank.document.sections.map(({ id, heading }) => ({
      id,
      heading,
      count: fitting.filter((question) => sectionOf(question) === id).length,
    }));
  });

  /** What will be asked, in this order. */
  questions = $derived.by((): Question[] => {
    if (this.sections.size === 0 || this.kinds.size === 0) return [];
    const bank = {
      ...this.#bank,
      questions: this.#bank.questions.filter(({ id }) => !this.leftOut.has(id)),
    };
    return assembleQuiz(bank, {
      ...this.#selection,
      bank: bank.id,
      sections: [...this.sections],
      length: this.length === 'all' ? bank.questions.length : this.length,
      seed: this.seed,
    });
  });

  listed = $derived(readRoster(this.roster));

  /** Why no session can be made of this; null where one can. */
  reason = $derived.by((): string | null => {
    if (this.sections.size === 0) return t('Choose at least one section.');
    if (this.kinds.size === 0) return t('Choose at least one kind of question.');
    if (this.questions.length === 0) return t('No question fits. Choose more sections or kinds.');
    if (this.names === 'roster' && this.listed.length === 0)
      return t('Paste the names of your class.');
    return null;
  });

  toggleSection(id: string): void {
    this.sections = toggled(this.sections, id);
  }

  everySection(chosen: boolean): void {
    this.sections = new Set(chosen ? this.#all : []);
  }

  toggleKind(kind: HostKind): void {
    this.kinds = toggled(this.kinds, kind);
  }

  drawOthers(): void {
    this.leftOut = new Set();
    this.seed = freshKey();
  }

  leaveOut(id: string): void {
    this.leftOut = toggled(this.leftOut, id);
  }

  /** @param count 0: none */
  setTeams(count: number): void {
    this.teams = Array.from({ length: count }, (_, at) => this.teams[at] ?? t('Team {0}', at + 1));
  }

  nameTeam(at: number, name: string): void {
    this.teams = this.teams.map((one, place) => (place === at ? name : one));
  }

  /** Settles the choice, and remembers it. */
  settle(): Settings {
    const { names, pace, seconds, speed, confidence } = this;
    const isEvery = this.#all.every((id) => this.sections.has(id));
    keep(KEY, {
      // “All” outlives a document that gains a section.
      sections: isEvery ? 'all' : [...this.sections],
      kinds: [...this.kinds],
      length: this.length,
      names,
      roster: this.roster,
      pace,
      seconds,
      speed,
      confidence,
      teams: this.teams,
    });
    return {
      title: this.title.trim() || this.#bank.document.title,
      names,
      roster: names === 'roster' ? this.listed : [],
      pace,
      limit: seconds === 0 ? null : seconds * 1000,
      speed,
      confidence,
      teams: this.teams.map((name, at) => name.trim() || t('Team {0}', at + 1)),
    };
  }
}

const NO_DOCUMENT: Bank['document'] = { id: '', title: '', language: 'en', sections: [] };
