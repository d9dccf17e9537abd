import type { LocalDay, Result } from '../primitives/index.ts';
import type { CardSnapshot } from '../journal/index.ts';
import {
  EMPTY_QUEUE,
  nextWaiting,
  queueLength,
  requeued,
  waitingCard,
  withoutCard,
} from '../schedule/index.ts';
import type { Recite } from './recite.svelte.ts';
import type { StudyCard } from './table.ts';
import { readChosen, readToday, type Today } from './today.ts';

/** Cards that are enough to begin with: more than most days hold, and soon read. */
const ENOUGH = 300;

/** The cards that wait in a session: as the journal had them when it was read, and what came since. */
export class SessionQueue {
  #queue = $state.raw(EMPTY_QUEUE);
  #snapshots = new Map<string, CardSnapshot>();
  #day: LocalDay = 0;
  #turn = 0;
  /** Another tab has written since it was read. */
  #outdated = false;
  readonly #recite: Recite;
  readonly #only: ReadonlySet<string> | null;
  readonly #anyway: boolean;
  /** Answered or set aside in this session: a session on chosen cards asks each once. */
  #done = new Set<string>();

  /** Cards that wait, the one on the table included. */
  left = $derived(queueLength(this.#queue));

  /**
   * @param only where given, it is about these cards: due, new or not
   * @param anyway though it is a day off
   */
  constructor(recite: Recite, only: readonly string[] | null, anyway: boolean) {
    this.#recite = recite;
    this.#only = only && new Set(only);
    this.#anyway = anyway;
  }

  /** Whether it is about a part of the document, not about what today holds. */
  get part(): boolean {
    return this.#only !== null;
  }

  /** Whether the journal has to be read before the next card is asked. */
  get old(): boolean {
    return this.#outdated || this.#recite.moment().day !== this.#day;
  }

  outdate(): void {
    this.#outdated = true;
  }

  /** What waits, as the journal has it now; where that is much, a part of it that there is a card in. */
  async begin(enough = ENOUGH): Promise<Result<Today>> {
    if (this.#only) return this.read();
    const today = await readToday(this.#recite, this.#anyway, enough);
    // Nothing of it can be asked, or not now.
    if (today.ok && today.value.partial && queueLength(today.value.queue) === 0) return this.read();
    return today;
  }

  /** What waits, as the journal has it now. */
  read(): Promise<Result<Today>> {
    return this.#only
      ? readChosen(this.#recite, this.#only, this.#done)
      : readToday(this.#recite, this.#anyway);
  }

  take({ day, snapshots, queue }: Today): void {
    this.#day = day;
    this.#snapshots = new Map(snapshots);
    this.#queue = queue;
    this.#outdated = false;
  }

  /** The card to ask now: the one wanted, if it waits. Null when the session is done. */
  next(wanted?: string): StudyCard | null {
    const { now } = this.#recite.moment();
    const next =
      (wanted === undefined ? null : waitingCard(this.#queue, wanted)) ??
      nextWaiting(this.#queue, now);
    const question = next && this.#recite.questionOf(next.id);
    if (!next || !question) return null;
    const snapshot = this.#snapshots.get(next.id) ?? null;
    return { id: next.id, kind: next.kind, question, snapshot, since: now, turn: ++this.#turn };
  }

  /** A card is otherwise than when it was read, and stays where it is. */
  renew(snapshot: CardSnapshot): void {
    this.#snapshots.set(snapshot.card, snapshot);
  }

  /** A card was answered: it leaves its place, and waits again if it is due within the day. */
  answered(snapshot: CardSnapshot): void {
    const { card, schedule } = snapshot;
    this.#done.add(card);
    this.#snapshots.set(card, snapshot);
    this.#queue = requeued(this.#queue, card, schedule?.dueAt ?? null);
  }

  setAside(card: string): void {
    this.#done.add(card);
    this.#queue = withoutCard(this.#queue, card);
  }

  takenBack(card: string): void {
    this.#done.delete(card);
  }
}
