import { seededRandom, type LocalDay } from '../primitives/index.ts';
import type { CardSnapshot } from '../journal/index.ts';
import {
  BALANCED_DAYS,
  balancedInterval,
  comesOn,
  fuzzSeed,
  type ChooseInterval,
} from '../schedule/index.ts';
import { readComing } from './coming.ts';
import type { Recite } from './recite.svelte.ts';

/** Days read at once, and the pause between: grading goes first. */
const PIECE_DAYS = 7;
const PAUSE_MS = 30;

/**
 * Chooses intervals with an eye on how full the days are, on days off and on siblings. What it knows
 * is read once, in the background; until then, and beyond its horizon, all days are alike to it.
 */
export class Balancing {
  readonly #load = new Map<LocalDay, number>();
  readonly #siblingDays = new Map<string, ReadonlySet<LocalDay>>();
  readonly #recite: Recite;
  /** The local day from which it looks ahead. */
  readonly day: LocalDay;

  constructor(recite: Recite) {
    this.#recite = recite;
    this.day = recite.moment().day;
  }

  /** Reads how many cards come on each of the days ahead, the nearest first. */
  async read(): Promise<void> {
    const tomorrow = this.day + 1;
    for (let ahead = 0; ahead < BALANCED_DAYS; ahead += PIECE_DAYS) {
      const from = tomorrow + ahead;
      const counts = await readComing(this.#recite, from, from + PIECE_DAYS - 1);
      if (!counts.ok) return;
      for (const { day, count } of counts.value) this.#load.set(day, count);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  /** Reads when the siblings of a card come: the card lies on the table. */
  async meet(card: string): Promise<void> {
    const siblings = this.#recite.siblingsOf(card);
    if (siblings.length === 0) return;
    const read = await this.#recite.store.cardsOf(siblings);
    if (!read.ok) return;
    const days = read.value.flatMap(({ queueDay }) => queueDay ?? []);
    this.#siblingDays.set(card, new Set(days));
  }

  /** Keeps count: an answer moved a card. */
  moved(before: CardSnapshot | null, after: CardSnapshot): void {
    this.#count(before, -1);
    this.#count(after, 1);
  }

  #count(snapshot: CardSnapshot | null, change: number): void {
    if (snapshot?.queueDay === undefined) return;
    const day = comesOn(snapshot.queueDay, this.#recite.settings);
    const known = this.#load.get(day);
    // A day that was not read yet will be read with it.
    if (known !== undefined) this.#load.set(day, Math.max(0, known + change));
  }

  /** @param reviews how often the card was answered before: with its id, the seed of the choice */
  chooser(card: string, reviews: number): ChooseInterval {
    const { day } = this.#recite.moment();
    const off = this.#recite.settings;
    const avoid = this.#siblingDays.get(card);
    const random = seededRandom(fuzzSeed(card, reviews))();
    return (range, atLeast) => {
      const known =
        this.#load.has(comesOn(day + range.low, off)) &&
        this.#load.has(comesOn(day + range.high, off));
      const load = (at: LocalDay) => (known ? (this.#load.get(at) ?? 0) : 0);
      const balance = { load, off, ...(avoid && { avoid }) };
      return balancedInterval(range, day, balance, random, atLeast);
    };
  }
}
