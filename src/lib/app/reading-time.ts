import { MINUTE_MS, type Instant } from '../primitives/index.ts';

/** A paragraph that was read, and for how long. */
export interface ReadParagraph {
  readonly paragraph: string;
  readonly milliseconds: number;
}

/** Words a minute, for one who reads fast. */
const PACE = 250;
/** What is skimmed counts as read from this share of its time on, and from this many milliseconds. */
const SHARE = 0.4;
const LEAST_MS = 3000;
/** Who has a paragraph before the eyes for longer than this many times its due has put it down. */
const LONGEST = 4;

/**
 * How long each paragraph was before the eyes, of one visit. Time is shared out among the paragraphs
 * in view by their words, for one reads one after the other; but the passage that one came for gets
 * all of it.
 */
export class ReadingTime {
  /** The paragraph that one came for. */
  lookedUp: string | null = null;
  readonly #words: ReadonlyMap<string, number>;
  readonly #inView = new Set<string>();
  readonly #spent = new Map<string, number>();
  readonly #told = new Set<string>();
  /** Since when time runs; null while the page is out of sight. */
  #since: Instant | null;

  /** @param texts the paragraphs' texts by id */
  constructor(texts: ReadonlyMap<string, string>, now: Instant) {
    this.#words = new Map(
      [...texts].map(([id, text]) => [id, Math.max(1, text.trim().split(/\s+/).length)]),
    );
    this.#since = now;
  }

  /** A paragraph came into view, or went. */
  sees(paragraph: string, inView: boolean, now: Instant): void {
    this.#count(now);
    if (inView) this.#inView.add(paragraph);
    else this.#inView.delete(paragraph);
  }

  /** The page is out of sight, or in sight again. */
  rests(resting: boolean, now: Instant): void {
    this.#count(now);
    this.#since = resting ? null : now;
  }

  /** What was read by now and not told before; a paragraph is told once. */
  read(now: Instant): ReadParagraph[] {
    this.#count(now);
    const read = [...this.#spent]
      .filter(([paragraph, spent]) => !this.#told.has(paragraph) && this.#isRead(paragraph, spent))
      .map(([paragraph, spent]) => ({ paragraph, milliseconds: Math.round(spent) }));
    for (const { paragraph } of read) this.#told.add(paragraph);
    return read;
  }

  #due(paragraph: string): number {
    return ((this.#words.get(paragraph) ?? 1) / PACE) * MINUTE_MS;
  }

  #isRead(paragraph: string, spent: number): boolean {
    return spent >= Math.max(LEAST_MS, SHARE * this.#due(paragraph));
  }

  #count(now: Instant): void {
    if (this.#since === null) return;
    // A clock that was set back has not turned time back.
    const elapsed = Math.max(0, now - this.#since);
    this.#since = now;
    const inView = [...this.#inView];
    const due = inView.reduce((sum, paragraph) => sum + this.#due(paragraph), 0);
    for (const paragraph of inView) {
      const share = paragraph === this.lookedUp ? 1 : this.#due(paragraph) / due;
      const most = Math.max(LEAST_MS, LONGEST * this.#due(paragraph));
      const spent = (this.#spent.get(paragraph) ?? 0) + share * elapsed;
      this.#spent.set(paragraph, Math.min(most, spent));
    }
  }
}
