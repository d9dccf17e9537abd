import type { Phase } from '../schedule/index.ts';
import type { Answer } from './answers.ts';
import type { CardId } from './events.ts';

/** The phases as the log numbers them. */
export const PHASES = ['new', 'learning', 'review', 'relearning'] as const satisfies readonly (
  Phase | 'new'
)[];
export const IN_REVIEW = PHASES.indexOf('review');

/**
 * All answers of a history in columns: half a million of them take 11 MB, move from a worker to the
 * page without being copied, and are summed in milliseconds. One row is one answer; the rows of a
 * card stand together, oldest first.
 */
export interface AnswerLog {
  /** The cards that were answered; `card` points into it. */
  readonly cards: readonly CardId[];
  readonly card: Uint32Array;
  readonly day: Int32Array;
  readonly hour: Uint8Array;
  readonly rating: Uint8Array;
  /** An index of `PHASES`. */
  readonly phase: Uint8Array;
  /** Days; see `Answer`. */
  readonly elapsed: Uint32Array;
  /** NaN where nothing was predicted. */
  readonly predicted: Float32Array;
  readonly milliseconds: Uint32Array;
}

type Columns = Omit<AnswerLog, 'cards'>;

export const EMPTY_LOG: AnswerLog = { cards: [], ...columnsOf(0) };

function columnsOf(rows: number): Columns {
  return {
    card: new Uint32Array(rows),
    day: new Int32Array(rows),
    hour: new Uint8Array(rows),
    rating: new Uint8Array(rows),
    phase: new Uint8Array(rows),
    elapsed: new Uint32Array(rows),
    predicted: new Float32Array(rows),
    milliseconds: new Uint32Array(rows),
  };
}

/** Gathers the answers of one card after the other into a log. */
export class AnswerLogBuilder {
  readonly #cards: CardId[] = [];
  readonly #columns: Columns;
  #rows = 0;

  /** @param most the most answers that may come: that many events there are */
  constructor(most: number) {
    this.#columns = columnsOf(most);
  }

  add(card: CardId, answers: readonly Answer[]): void {
    if (answers.length === 0) return;
    const columns = this.#columns;
    const index = this.#cards.push(card) - 1;
    for (const answer of answers) {
      const row = this.#rows++;
      columns.card[row] = index;
      columns.day[row] = answer.day;
      columns.hour[row] = answer.hour;
      columns.rating[row] = answer.rating;
      columns.phase[row] = PHASES.indexOf(answer.phase);
      columns.elapsed[row] = answer.elapsed;
      columns.predicted[row] = answer.predicted ?? NaN;
      columns.milliseconds[row] = answer.milliseconds;
    }
  }

  build(): AnswerLog {
    const { card, day, hour, rating, phase, elapsed, predicted, milliseconds } = this.#columns;
    const rows = this.#rows;
    return {
      cards: this.#cards,
      card: card.slice(0, rows),
      day: day.slice(0, rows),
      hour: hour.slice(0, rows),
      rating: rating.slice(0, rows),
      phase: phase.slice(0, rows),
      elapsed: elapsed.slice(0, rows),
      predicted: predicted.slice(0, rows),
      milliseconds: milliseconds.slice(0, rows),
    };
  }
}

/** The memory that a log lies in, to hand it from a worker to the page without a copy. */
export function buffersOf(log: AnswerLog): ArrayBufferLike[] {
  const { cards: _, ...columns } = log;
  return Object.values(columns).map((column) => column.buffer);
}

/** The first day on which anything was answered; null before the first answer. */
export function firstDay(log: AnswerLog): number | null {
  if (log.day.length === 0) return null;
  return log.day.reduce((first, day) => Math.min(first, day), Infinity);
}

/**
 * The rows of some cards within some days, both included, in the order of the log. Everything else
 * is summed over such a choice.
 */
export function chooseRows(
  log: AnswerLog,
  isWanted: (card: CardId) => boolean,
  from: number,
  to: number,
): Uint32Array {
  const wanted = Uint8Array.from(log.cards, (card) => (isWanted(card) ? 1 : 0));
  const chosen = new Uint32Array(log.day.length);
  let count = 0;
  for (let row = 0; row < log.day.length; row++) {
    const day = log.day[row]!;
    if (day >= from && day <= to && wanted[log.card[row]!] === 1) chosen[count++] = row;
  }
  return chosen.slice(0, count);
}
