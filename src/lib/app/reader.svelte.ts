import type { Failure, LocalDay } from '../primitives/index.ts';
import {
  findParagraph,
  placedParagraphs,
  type Document,
  type TextPlace,
} from '../document/index.ts';
import { isOwn, type Question } from '../bank/index.ts';
import {
  cardId,
  documentMemory,
  type CardSnapshot,
  type DocumentMemory,
  type MemoryLevel,
} from '../journal/index.ts';
import { lastRead } from './reading.ts';
import type { Recite } from './recite.svelte.ts';
import { destinationOf, isSame } from './reader-address.ts';
import { keepMapWanted, keepPlace, lastPlace, mapWanted } from './reader-memory.ts';
import { standingOf, type Standing } from './standing.ts';

/** A question about a passage, and how it stands today. */
export interface QuestionStanding {
  readonly card: string;
  readonly question: Question;
  readonly standing: Standing;
}

/** How a paragraph is shown on the memory map. */
export interface MapMark {
  readonly level: MemoryLevel;
  /** Mean probability of recall over its cards, in [0, 1]; null where none was met. */
  readonly recall: number | null;
}

/** Words a minute, for one who reads to understand. */
const PACE = 200;
const LETTERS_A_WORD = 6;

/** Reading that stops within the first paragraphs is no place to come back to. */
const FIRST_PARAGRAPHS = 2;

const NO_MARKS: ReadonlyMap<string, MapMark> = new Map();

/**
 * The open document: where one is in it, what was cited, and what is known of it. It reads before
 * the journal is open; what needs the journal comes when it is there.
 */
export class Reader {
  readonly document: Document;
  /** How long the whole takes to read. */
  readonly minutes: number;
  /** The words that an answer rests on, when one came from it. */
  cited = $state.raw<TextPlace | null>(null);
  /** The passages of which it is one, to be read one after the other. */
  tour = $state.raw<readonly TextPlace[]>([]);
  /** The page of the app that led to the cited words, e.g. `/study`. */
  citedFrom = $state<string | null>(null);
  /** The paragraph that is being read. */
  place = $state<string | null>(null);
  /** How much of the text has gone by, from 0 to 1. */
  progress = $state(0);
  /** Where reading stopped last time, to be offered. */
  resume = $state.raw<{ paragraph: string; heading: string } | null>(null);
  memory = $state.raw<DocumentMemory | null>(null);
  /** How many days ahead the map looks. */
  ahead = $state(0);
  failure = $state.raw<Failure | null>(null);
  /** The days on which paragraphs were last read, by paragraph; null until it is asked for. */
  lastRead = $state.raw<ReadonlyMap<string, LocalDay> | null>(null);

  #mapWanted = $state<boolean | null>(null);
  #snapshots: ReadonlyMap<string, CardSnapshot> = new Map();
  #day: LocalDay = 0;
  readonly #recite: Recite;
  readonly #sections: ReadonlyMap<string, string>;
  readonly #order: ReadonlyMap<string, number>;

  /** Something has been studied, so there is a map to show. */
  readonly studied = $derived((this.memory?.met ?? 0) > 0);
  readonly mapOn = $derived(this.studied && (this.#mapWanted ?? true));
  readonly section = $derived(this.place === null ? null : this.sectionOf(this.place));

  /** Where in the tour one is, and what comes next; null where there is no tour. */
  readonly stop = $derived.by(() => {
    const at = this.tour.findIndex((stop) => isSame(stop, this.cited));
    if (at < 0) return null;
    return { number: at + 1, total: this.tour.length, next: this.tour[at + 1] ?? null };
  });

  /** The cited words themselves. */
  readonly quote = $derived.by(() => {
    if (!this.cited) return '';
    const { block, start, end } = this.cited;
    return findParagraph(this.document, block)?.paragraph.text.slice(start, end) ?? '';
  });

  /**
   * What will be known on the day that the map looks at, if nothing is studied until then. The cards
   * come with the memory.
   */
  readonly #onDay = $derived.by(() => {
    if (!this.memory || this.ahead === 0 || !this.mapOn) return this.memory;
    const { bank, settings } = this.#recite;
    return documentMemory(bank, [...this.#snapshots.values()], this.#day + this.ahead, settings);
  });

  /** Mean recall of what was met, on that day; null before anything was. */
  readonly recall = $derived(this.#onDay?.recall ?? null);

  /** The mark of each paragraph. While cited words are shown, nothing else is marked. */
  readonly marks: ReadonlyMap<string, MapMark> = $derived(
    this.#onDay && this.mapOn && !this.cited
      ? new Map(
          this.#onDay.sections.flatMap(({ strokes }) =>
            strokes.map((stroke) => [stroke.paragraph, stroke]),
          ),
        )
      : NO_MARKS,
  );

  /** The share of each section's questions that one would answer that day; only where any was met. */
  readonly known: ReadonlyMap<string, number> = $derived(
    new Map(
      this.studied
        ? (this.#onDay?.sections ?? []).flatMap(({ section, cards, seen, recall }) =>
            recall === null ? [] : [[section, (recall * seen) / cards] as const],
          )
        : [],
    ),
  );

  /** Paragraph → its questions, in the bank's order. */
  readonly #standings: ReadonlyMap<string, readonly QuestionStanding[]> = $derived.by(() => {
    const standings = new Map<string, QuestionStanding[]>();
    // What is read from the journal comes with the memory.
    if (!this.memory) return standings;
    const { bank, settings } = this.#recite;
    for (const question of bank.questions) {
      const card = cardId(bank.id, question.id);
      const snapshot = this.#snapshots.get(card) ?? null;
      const shown = { card, question, standing: standingOf(snapshot, this.#day, settings) };
      for (const paragraph of new Set(question.cites.map((cite) => cite.paragraph))) {
        standings.set(paragraph, [...(standings.get(paragraph) ?? []), shown]);
      }
    }
    return standings;
  });

  /** The same for the margin: what is due or has faded first, what was never met last. */
  readonly notes: ReadonlyMap<string, readonly QuestionStanding[]> = $derived.by(
    () =>
      new Map(
        [...this.#standings].map(([paragraph, questions]) => [
          paragraph,
          questions.toSorted((one, other) => urgency(one.standing) - urgency(other.standing)),
        ]),
      ),
  );

  constructor(recite: Recite, document: Document) {
    this.#recite = recite;
    this.document = document;
    const placed = placedParagraphs(document);
    this.#sections = new Map(placed.map(({ section, paragraph }) => [paragraph.id, section.id]));
    this.#order = new Map(placed.map(({ paragraph, index }) => [paragraph.id, index]));
    const letters = placed.reduce((sum, { paragraph }) => sum + paragraph.text.length, 0);
    this.minutes = Math.max(1, Math.round(letters / LETTERS_A_WORD / PACE));
  }

  sectionOf(paragraph: string): string | null {
    return this.#sections.get(paragraph) ?? null;
  }

  /** Reads from the journal what is known today. */
  async load(): Promise<void> {
    const { store, bank, settings } = this.#recite;
    const cards = await store.cards(bank.id);
    if (!cards.ok) {
      this.failure = cards.error;
      return;
    }
    this.failure = null;
    this.#day = this.#recite.moment().day;
    this.#snapshots = new Map(cards.value.map((snapshot) => [snapshot.card, snapshot]));
    this.memory = documentMemory(bank, cards.value, this.#day, settings);
  }

  /**
   * The page was opened, or an address within it followed.
   *
   * @param from the path of the page that led here, null where it was none of ours
   */
  arrive(url: URL, from: string | null): void {
    const { id, cited, tour } = destinationOf(url, this.document);
    this.cited = cited;
    this.tour = tour;
    this.citedFrom = cited ? from : null;
    this.#mapWanted = mapWanted();
    const last = id === null ? lastPlace(this.document.id) : null;
    const stopped = last === null ? undefined : findParagraph(this.document, last);
    this.resume = stopped
      ? { paragraph: stopped.paragraph.id, heading: stopped.section.heading }
      : null;
  }

  clearCited(): void {
    this.cited = null;
  }

  /** The eye has reached a paragraph. */
  reached(paragraph: string): void {
    this.place = paragraph;
    // Looking up a passage is not reading on: the place stays where reading stopped.
    if (this.cited || (this.#order.get(paragraph) ?? 0) < FIRST_PARAGRAPHS) return;
    keepPlace(this.document.id, paragraph);
  }

  showMap(wanted: boolean): void {
    this.#mapWanted = wanted;
    keepMapWanted(wanted);
  }

  /** How many questions there are on each paragraph, the learner's own included. */
  counted(shipped: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
    if (this.#recite.status !== 'ready') return shipped;
    const counts = { ...shipped };
    for (const { cites } of this.#recite.bank.questions.filter(isOwn)) {
      const { paragraph } = cites[0];
      counts[paragraph] = (counts[paragraph] ?? 0) + 1;
    }
    return counts;
  }

  /** Reads when paragraphs were last read. Where that cannot be read, nothing is said of it. */
  async recallReading(): Promise<void> {
    if (this.#recite.status !== 'ready') return;
    const days = await lastRead(this.#recite);
    if (days.ok) this.lastRead = days.value;
  }

  /** How many days ago a paragraph was last read; null where it never was, as far as is known. */
  readAgo(paragraph: string): number | null {
    const day = this.lastRead?.get(paragraph);
    return day === undefined ? null : Math.max(0, this.#day - day);
  }

  /** The questions whose passage lies in a paragraph; null until they are known. */
  questionsOn(paragraph: string): readonly QuestionStanding[] | null {
    return this.memory && (this.#standings.get(paragraph) ?? []);
  }
}

/** The less, the sooner it wants to be looked at. */
function urgency(standing: Standing): number {
  switch (standing.kind) {
    case 'learning':
      return 0;
    case 'due':
      return standing.recall;
    case 'later':
      return 1 + standing.recall;
    case 'new':
      return 3;
    case 'suspended':
      return 4;
  }
}
