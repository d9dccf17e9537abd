import type { Failure, LocalDay } from '../primitives/index.ts';
import type { Settings } from '../journal/index.ts';
import type { Exam } from '../schedule/index.ts';
import type { ExamOutlook } from './exam-outlook.ts';
import type { Recite } from './recite.svelte.ts';

/** How far ahead an exam is proposed, in days. */
const PROPOSED_DAYS = 14;
/** A pause this long ends a change, before it is worked out. */
const PAUSE_MS = 250;

/** What an exam is to be: its day, how much is to be known, and of what. */
type Wish = Pick<Exam, 'day' | 'target' | 'sections'>;

/** An exam as the learner thinks it over: what it would take is worked out along with each change. */
export class ExamPlanner {
  wish = $state.raw<Wish>({ day: 0, target: 0.9, sections: [] });
  /** What the wish comes to; null while it is being worked out, or where it makes no sense. */
  outlook = $state.raw<ExamOutlook | null>(null);
  failure = $state.raw<Failure | null>(null);
  #turn = 0;
  readonly #recite: Recite;

  /** The exam that is set and still to come. */
  current = $derived.by((): Exam | null => {
    const { exam } = this.#recite.settings;
    return exam?.bank === this.#recite.bank.id && exam.day > this.today ? exam : null;
  });
  /** The wish is what is set. */
  kept = $derived(
    this.current !== null &&
      (['day', 'target', 'sections'] as const).every(
        (name) => JSON.stringify(this.current?.[name]) === JSON.stringify(this.wish[name]),
      ),
  );

  constructor(recite: Recite) {
    this.#recite = recite;
    const { day, target, sections } = this.current ?? {
      day: this.today + PROPOSED_DAYS,
      target: 0.9,
      sections: [],
    };
    this.wish = { day, target, sections };
  }

  get today(): LocalDay {
    return this.#recite.moment().day;
  }

  change(changes: Partial<Wish>): void {
    this.wish = { ...this.wish, ...changes };
    void this.consider();
  }

  /** Works out what the wish comes to. Only the last change is answered. */
  async consider(): Promise<void> {
    const turn = ++this.#turn;
    this.outlook = null;
    if (this.wish.day <= this.today) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (turn !== this.#turn) return;
    const { examOutlook } = await import('./exam-outlook.ts');
    const outlook = await examOutlook(this.#recite, this.#exam());
    if (turn !== this.#turn) return;
    this.failure = outlook.ok ? null : outlook.error;
    if (outlook.ok) this.outlook = outlook.value;
  }

  /** Sets the exam, with these limits if it takes other ones. */
  keep(limits: Partial<Pick<Settings, 'newPerDay' | 'reviewsPerDay'>> = {}): Promise<void> {
    return this.#save({ exam: this.#exam(), ...limits });
  }

  giveUp(): Promise<void> {
    return this.#save({ exam: null });
  }

  async #save(changes: Partial<Settings>): Promise<void> {
    const saved = await this.#recite.changeSettings(changes);
    this.failure = saved.ok ? null : saved.error;
  }

  #exam(): Exam {
    return { bank: this.#recite.bank.id, ...this.wish };
  }
}
