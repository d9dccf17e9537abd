import type { Speaker } from './speaker.svelte.ts';

/** Seconds in which one thinks, to choose from. */
export const THINKING = [3, 6, 10, 20] as const;

/** The card on the table, as it is heard. */
export interface HeardCard {
  /** Tells it from the same card when it comes again. */
  readonly turn: unknown;
  readonly asked: string;
  readonly answer: string;
}

type Step = 'asking' | 'thinking' | 'answering' | 'grading' | 'paused' | 'failed';

/**
 * Reads cards aloud: the question, a time to think, the answer. The grade is the learner's: who does
 * not give one is waited for.
 */
export class HandsFree {
  step = $state<Step>('paused');
  thinking = $state(6);
  readonly speaker: Speaker;
  readonly #onanswer: () => void;
  #card: HeardCard | null = null;
  #answered = false;
  /** What is under way is the newest only as long as this stands. */
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onanswer the time to think is over: the answer is to be shown */
  constructor(speaker: Speaker, onanswer: () => void) {
    this.speaker = speaker;
    this.#onanswer = onanswer;
  }

  /** Tells what lies on the table. Whoever shows the answer before the time is heard at once. */
  async see(card: HeardCard | null, answered: boolean): Promise<void> {
    const isSame = this.#card?.turn === card?.turn && this.#answered === answered;
    if (isSame && card) return;
    const goesOn = this.#card === null || this.step !== 'paused';
    this.#card = card;
    this.#answered = answered;
    this.#still();
    if (!card || !goesOn) return;
    const turn = this.#turn;
    if (!this.speaker.ready) await this.speaker.prepare();
    if (turn === this.#turn) this.again();
  }

  /** Says what is on the table, from its beginning. */
  again(): void {
    const card = this.#card;
    if (!card) return;
    this.#still();
    const turn = this.#turn;
    const [step, text, next] = this.#answered
      ? (['answering', card.answer, () => (this.step = 'grading')] as const)
      : (['asking', card.asked, () => this.#think()] as const);
    this.step = step;
    this.speaker.say(text, (outcome) => {
      if (turn !== this.#turn) return;
      if (outcome === 'broken') this.step = 'failed';
      else next();
    });
  }

  #think(): void {
    this.step = 'thinking';
    this.#timer = setTimeout(() => this.#onanswer(), this.thinking * 1000);
  }

  toggle(): void {
    if (this.step === 'paused' || this.step === 'failed') return this.again();
    this.#still();
    this.step = 'paused';
  }

  /** Whatever was under way is over. */
  #still(): void {
    this.#turn++;
    clearTimeout(this.#timer);
    this.speaker.silence();
  }

  end(): void {
    this.#still();
    this.#card = null;
    this.step = 'paused';
    this.speaker.end();
  }
}
