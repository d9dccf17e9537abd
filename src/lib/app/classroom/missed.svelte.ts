import { err, ok, type Failure, type Result } from '../../primitives/index.ts';
import { isOwn, type Question } from '../../bank/index.ts';
import { cardId } from '../../journal/index.ts';
import { AGAIN } from '../../schedule/index.ts';
import type { OwnResult, Planned } from '../../classroom/index.ts';
import { t } from '../../language/index.ts';
import { saveFile } from '../history.ts';
import { ownContent } from '../own-content.ts';
import type { Recite } from '../recite.svelte.ts';
import { missedPage } from './missed-page.ts';

/** A question that the student missed, and how. */
export interface Missed extends Planned {
  readonly verdict: 'partly' | 'wrong';
  /** Nothing was answered. */
  readonly missing: boolean;
}

/** Where kept cards lie, and so whether they are there at home. */
export type Kept = 'here' | 'at-this-address' | 'while-open';

/** What a student takes home from a class: the questions that were missed, as cards on this phone. */
export class MissedKeeper {
  readonly #recite: Recite;
  /** Null: not known yet. */
  missed = $state.raw<readonly Missed[] | null>(null);
  /** The cards that were made; null: none were, yet. */
  cards = $state.raw<readonly string[] | null>(null);
  failure = $state.raw<Failure | null>(null);
  busy = $state(false);
  #session = '';

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /**
   * @param results of the session, in their order
   * @param ask for the questions of those that are not right, in the same order
   */
  async load(
    session: string,
    results: readonly OwnResult[],
    ask: () => Promise<Result<{ missed: readonly Planned[] }>>,
  ): Promise<void> {
    this.#session = session;
    const found = await ask();
    this.failure = found.ok ? null : found.error;
    if (!found.ok) return;
    const wrong = results.filter(({ verdict }) => verdict !== 'right');
    this.missed = found.value.missed.map((planned, at): Missed => {
      const { verdict = 'wrong', missing = true } = wrong[at] ?? {};
      return { ...planned, verdict: verdict === 'partly' ? 'partly' : 'wrong', missing };
    });
  }

  /** Puts them into today’s deck. What is there already stays as it is: to tap twice is no harm. */
  async keep(): Promise<void> {
    this.busy = true;
    await this.#recite.start();
    const kept = await keepMissed(this.#recite, this.#session, this.missed ?? []);
    this.busy = false;
    this.failure = kept.ok ? null : kept.error;
    if (kept.ok) this.cards = kept.value;
  }

  /** What was kept, where; only once the app is ready. */
  get where(): Kept {
    if (!this.#recite.store.durable) return 'while-open';
    return isSecureContext ? 'here' : 'at-this-address';
  }

  /** The same as a page that opens anywhere, without this app and without a network. */
  save(title: string): void {
    const page = missedPage(title, this.missed ?? []);
    saveFile({ name: 'recite-class.html', blob: new Blob([page], { type: 'text/html' }) });
  }
}

/**
 * Writes each question into the journal as one that was not known, under the session’s name: so its card
 * is due today, and has its source with it.
 *
 * @returns the cards; a question about a document that this phone has not is none of them
 */
export async function keepMissed(
  recite: Recite,
  session: string,
  missed: readonly Missed[],
): Promise<Result<readonly string[]>> {
  if (recite.status !== 'ready') return err(recite.failure ?? NOT_READY);
  const cards: string[] = [];
  for (const { bank, question, verdict } of missed) {
    if (bank !== recite.bank.id) continue;
    const card = cardId(bank, question.id);
    const here = await present(recite, card, question);
    if (!here.ok) return here;
    if (!here.value) continue;
    const known = await recite.store.eventsOf(card);
    if (!known.ok) return known;
    cards.push(card);
    if (known.value.some((event) => event.kind === 'answer' && event.quiz === session)) continue;
    const written = await recite.record({
      kind: 'answer',
      card,
      quiz: session,
      verdict,
      duration: 0,
      // Asked for with a tap: also what was partly right is to come again.
      rating: AGAIN,
    });
    if (!written.ok) return written;
  }
  return ok(cards);
}

/** Whether the phone has the question; one that the teacher wrote is written here, too. */
async function present(recite: Recite, card: string, question: Question): Promise<Result<boolean>> {
  const content = isOwn(question) ? ownContent(question) : null;
  if (content && !recite.questionOf(card)) {
    const written = await recite.writeQuestion(question.id, content);
    if (!written.ok) return written;
  }
  return ok(recite.questionOf(card) !== undefined);
}

const NOT_READY: Failure = {
  code: 'not-ready',
  message: t('This phone could not open its cards. Reload the page, then try again.'),
};
