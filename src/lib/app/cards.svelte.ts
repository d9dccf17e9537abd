import type { Failure, LocalDay } from '../primitives/index.ts';
import type { Bank } from '../bank/index.ts';
import { memoryLevel, type CardEvent, type MemoryLevel } from '../journal/index.ts';
import {
  cardFacts,
  IN_TEXT,
  matching,
  ordered,
  ORDERS,
  readSearch,
  termText,
  type CardFacts,
  type Order,
  type OrderName,
  type PlacedCard,
  type Vocabulary,
} from '../journal/card-query/index.ts';
import { doneWords, eventFor, undoing, writeAll, type BulkAction } from './bulk.ts';
import { filtersOf, withFilter, type FilterName } from './card-filters.ts';
import { placedCards } from './card-places.ts';
import type { Recite } from './recite.svelte.ts';
import { t } from '../language/index.ts';

/** A card as the list shows it. */
export interface ListedCard extends CardFacts {
  readonly level: MemoryLevel;
}

/** What was done at one stroke, and what takes it back. */
interface Done {
  readonly words: string;
  readonly events: readonly CardEvent[];
}

/** Something that is being written, or that stopped on the way. */
interface Work {
  readonly events: readonly CardEvent[];
  readonly words: string;
  /** An undo is not undone. */
  readonly undoable: boolean;
  readonly written: number;
}

/** The browser of all cards: what is looked for, what is chosen, and what is done to the chosen. */
export class CardBrowser {
  /** The search as it is typed. */
  text = $state('');
  order = $state.raw<Order>(IN_TEXT);
  failure = $state.raw<Failure | null>(null);
  /** Cards are being chosen: what opens a card chooses it instead. */
  selecting = $state(false);
  /** What was done last; it can be taken back as long as it is shown. */
  done = $state.raw<Done | null>(null);
  /** What is being written, or was not wholly written: then `failure` says why. */
  work = $state.raw<Work | null>(null);

  #cards = $state.raw<readonly ListedCard[] | null>(null);
  #selected = $state.raw<ReadonlySet<string>>(new Set());
  /** From where a range is drawn. */
  #anchor: string | null = null;
  /** What was read: the journal after so many writes, and for which day. */
  #seen = -1;
  #day: LocalDay = 0;
  /** The bank's cards; it is another bank once the learner has written a question. */
  #placed: { readonly bank: Bank; readonly cards: readonly PlacedCard[] } | null = null;
  readonly #recite: Recite;

  readonly ready = $derived(this.#cards !== null);
  readonly all = $derived(this.#cards ?? []);
  readonly writing = $derived(this.work !== null && this.failure === null);
  /** The learner's own tags, in alphabetical order. */
  readonly ownTags = $derived([...new Set(this.all.flatMap(({ tags }) => tags))].sort());
  readonly bankTags = $derived(
    [...new Set(this.all.flatMap(({ question }) => question.tags))].sort(),
  );
  readonly #known: Vocabulary = $derived({
    sections: this.ready ? this.sections : [],
    tags: [...this.bankTags, ...this.ownTags],
  });
  readonly search = $derived(readSearch(this.text, this.#known));
  readonly filters = $derived(filtersOf(this.search));
  readonly #fitting = $derived(this.all.filter(matching(this.search.query)));
  readonly found = $derived(ordered(this.#fitting, this.order) as readonly ListedCard[]);
  /** The chosen ones among those found: what is out of sight is not touched. */
  readonly chosen = $derived(this.found.filter(({ card }) => this.#selected.has(card)));

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  get sections(): Vocabulary['sections'] {
    return this.#recite.bank.document.sections;
  }

  /** Reads how every card stands, unless nothing has happened since. */
  async refresh(): Promise<void> {
    const { writes } = this.#recite;
    if (!this.ready || writes !== this.#seen || this.#recite.moment().day !== this.#day) {
      await this.load();
    }
  }

  /** Reads how every card stands. */
  async load(): Promise<void> {
    const { bank, store, settings, writes } = this.#recite;
    this.#seen = writes;
    const read = await store.cards(bank.id);
    if (!read.ok) {
      this.failure = read.error;
      return;
    }
    const { day } = this.#recite.moment();
    this.#day = day;
    const snapshots = new Map(read.value.map((snapshot) => [snapshot.card, snapshot]));
    if (this.#placed?.bank !== bank) this.#placed = { bank, cards: placedCards(bank) };
    this.#cards = this.#placed.cards.map((placed) => {
      const facts = cardFacts(placed, snapshots.get(placed.card) ?? null, day, settings);
      return { ...facts, level: memoryLevel(facts.recall) };
    });
    if (!this.work) this.failure = null;
  }

  /** The card with that id, found or not. */
  card(id: string): ListedCard | null {
    return this.all.find(({ card }) => card === id) ?? null;
  }

  setFilter(name: FilterName, value: string): void {
    this.text = withFilter(this.search, name, value);
  }

  /** Puts the list in another order; the same again turns it around. */
  sort(by: OrderName): void {
    this.order = { by, down: this.order.by === by && !this.order.down };
  }

  isSelected(card: string): boolean {
    return this.#selected.has(card);
  }

  select(card: string, chosen: boolean): void {
    this.#anchor = card;
    this.#choose([card], chosen);
  }

  /** Chooses all from the one touched last to this one. */
  selectTo(card: string): void {
    const ids = this.found.map((facts) => facts.card);
    const [from, to] = [ids.indexOf(this.#anchor ?? card), ids.indexOf(card)];
    this.#choose(ids.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1), true);
  }

  selectAll(): void {
    this.#choose(
      this.found.map(({ card }) => card),
      true,
    );
  }

  selectNone(): void {
    this.#selected = new Set();
    this.#anchor = null;
  }

  #choose(cards: readonly string[], chosen: boolean): void {
    const selected = new Set(this.#selected);
    for (const card of cards) {
      if (chosen) selected.add(card);
      else selected.delete(card);
    }
    this.#selected = selected;
  }

  /** Does something to cards, to those chosen unless others are given. */
  async act(action: BulkAction, cards: readonly CardFacts[] = this.chosen): Promise<void> {
    if (this.writing) return;
    const events = cards.flatMap((facts) => eventFor(action, facts) ?? []);
    const words = doneWords(action, events.length, cards.length - events.length);
    await this.#write(this.#recite.stampBatch(events), words, true);
  }

  /** Takes back what was done last, all of it. */
  async undo(): Promise<void> {
    if (!this.done || this.writing) return;
    const { events } = this.done;
    await this.#write(this.#recite.stampBatch(undoing(events)), t('Undone.'), false);
  }

  /** Goes on with what was not wholly written. */
  async tryAgain(): Promise<void> {
    if (!this.work || this.writing) return;
    await this.#write(this.work.events, this.work.words, this.work.undoable);
  }

  /** Takes back what came to the disk before it failed. */
  async takeBack(): Promise<void> {
    if (!this.work || this.writing) return;
    const { events, written } = this.work;
    const back = undoing(events.slice(0, written));
    await this.#write(this.#recite.stampBatch(back), t('Undone.'), false);
  }

  async #write(events: readonly CardEvent[], words: string, undoable: boolean): Promise<void> {
    const taken = [...(this.done?.events ?? []), ...(this.work?.events ?? [])];
    const reworded = [...events, ...taken].some(({ kind }) => kind === 'edit');
    this.failure = null;
    this.done = null;
    const work = { events, words, undoable };
    this.work = { ...work, written: 0 };
    const result = await writeAll(this.#recite, events, (written) => {
      this.work = { ...work, written };
    });
    await this.#recite.wrote(reworded);
    if (!result.ok) this.failure = result.error;
    else {
      this.work = null;
      this.done = { words, events: undoable ? events : [] };
    }
    await this.load();
  }
}

const browsers = new WeakMap<Recite, CardBrowser>();

/** The browser, as it was left: whoever comes back finds the list where it was. */
export function openBrowser(recite: Recite): CardBrowser {
  const known = browsers.get(recite) ?? new CardBrowser(recite);
  browsers.set(recite, known);
  return known;
}

/** A search and an order as an address has them: `?q=is:due&sort=recall&down`. */
export function searchOf(query: URLSearchParams): { text: string; order: Order } {
  const by = query.get('sort');
  const order: Order =
    by !== null && Object.hasOwn(ORDERS, by)
      ? { by: by as OrderName, down: query.has('down') }
      : IN_TEXT;
  return { text: query.get('q') ?? '', order };
}

/** The address of a search; of a card in it, where one is given. */
export function cardsHref(text: string, { by, down }: Order, card: string | null = null): string {
  const query = new URLSearchParams({
    ...(text.trim() !== '' && { q: text.trim() }),
    ...(by !== IN_TEXT.by && { sort: by }),
    ...(down && { down: '' }),
    ...(card !== null && { card }),
  });
  return query.size > 0 ? `/cards?${query}` : '/cards';
}

/** The search for all cards with a tag. */
export function tagSearch(tag: string): string {
  return termText('tag', tag);
}
