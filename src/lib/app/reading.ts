import { ok, type LocalDay, type Result } from '../primitives/index.ts';
import { findParagraph, placedParagraphs, type Document } from '../document/index.ts';
import type { ReadingEvent } from '../journal/index.ts';
import { ReadingTime } from './reading-time.ts';
import type { Recite } from './recite.svelte.ts';

/**
 * Writes down what is read of a document: a paragraph once a visit, when it was in view for long
 * enough, many at a time. It lies in the journal on this device like everything else.
 */
export class ReadingRecord {
  readonly #recite: Recite;
  readonly #document: Document;
  #time: ReadingTime | null = null;
  #card: string | null = null;
  #lookedUp: string | null = null;
  #inView = new Set<string>();
  #resting = false;

  constructor(recite: Recite, document: Document) {
    this.#recite = recite;
    this.#document = document;
  }

  /**
   * One came to the page, or followed an address within it: what was read before is written.
   *
   * @param lookedUp the paragraph that one came for
   * @param card the card that led there
   */
  arrive(lookedUp: string | null, card: string | null): void {
    void this.keep();
    this.#lookedUp = lookedUp;
    this.#card = card;
    if (this.#time) this.#time.lookedUp = lookedUp;
  }

  /** A paragraph came into view, or went. */
  sees(paragraph: string, inView: boolean): void {
    if (inView) this.#inView.add(paragraph);
    else this.#inView.delete(paragraph);
    this.#running()?.sees(paragraph, inView, this.#now());
  }

  /** The page is out of sight, or in sight again. */
  rests(resting: boolean): void {
    this.#resting = resting;
    this.#running()?.rests(resting, this.#now());
    if (resting) void this.keep();
  }

  /** Writes what was read so far. What cannot be written is lost: no answer hangs on it. */
  async keep(): Promise<void> {
    const read = this.#running()?.read(this.#now()) ?? [];
    if (read.length === 0) return;
    const bank = this.#recite.bank.id;
    await this.#recite.noteReading(
      read.flatMap(({ paragraph, milliseconds }) => {
        const found = findParagraph(this.#document, paragraph);
        if (!found) return [];
        const card = paragraph === this.#lookedUp ? this.#card : null;
        const isKnown = card !== null && this.#recite.questionOf(card) !== undefined;
        const place = { bank, section: found.section.id, paragraph, milliseconds };
        return [isKnown ? { ...place, card } : place];
      }),
    );
  }

  #now(): number {
    return this.#recite.environment.now();
  }

  /** Time runs once the journal is open: before, there is no clock and nowhere to write. */
  #running(): ReadingTime | null {
    if (this.#recite.status !== 'ready') return null;
    if (!this.#time) {
      const placed = placedParagraphs(this.#document);
      const texts = new Map(placed.map(({ paragraph }) => [paragraph.id, paragraph.text]));
      this.#time = new ReadingTime(texts, this.#now());
      this.#time.lookedUp = this.#lookedUp;
      for (const paragraph of this.#inView) this.#time.sees(paragraph, true, this.#now());
      if (this.#resting) this.#time.rests(true, this.#now());
    }
    return this.#time;
  }
}

/** The days on which paragraphs of the bank were last read, by paragraph. */
export async function lastRead(recite: Recite): Promise<Result<ReadonlyMap<string, LocalDay>>> {
  const readings = await readingsOf(recite);
  if (!readings.ok) return readings;
  const days = new Map<string, LocalDay>();
  for (const { paragraph, day } of readings.value) {
    days.set(paragraph, Math.max(day, days.get(paragraph) ?? day));
  }
  return ok(days);
}

/** All that was read of the bank's document. */
export async function readingsOf(recite: Recite): Promise<Result<readonly ReadingEvent[]>> {
  const readings = await recite.store.eventsOfKind('reading');
  if (!readings.ok) return readings;
  const { id } = recite.bank;
  return ok(readings.value.filter(({ bank }) => bank === id));
}
