import type { LocalDay } from '../primitives/index.ts';
import {
  activityOver,
  answersByDay,
  buttonsPressed,
  calendar,
  calibration,
  chooseRows,
  EMPTY_LOG,
  firstDay,
  hoursOfDay,
  retention,
  retentionByAge,
  retentionOver,
  type AnswerLog,
  type CardId,
} from '../journal/index.ts';
import { coarser, type Span } from './progress-range.ts';

/** The calendar shows no more than a year. */
const MOST_WEEKS = 53;
/** And no less than this, so that a few days stand in their season. */
const FEWEST_WEEKS = 13;

/** How it has been going: sums of the answers to some cards within a stretch of days. */
export class ProgressHistory {
  readonly #log: () => AnswerLog | null;
  readonly #isWanted: (card: CardId) => boolean;
  readonly #span: () => Span;
  readonly #today: () => LocalDay;

  constructor(
    log: () => AnswerLog | null,
    isWanted: (card: CardId) => boolean,
    span: () => Span,
    today: () => LocalDay,
  ) {
    this.#log = log;
    this.#isWanted = isWanted;
    this.#span = span;
    this.#today = today;
  }

  #periods = $derived.by(() => this.#span().periods);
  #known = $derived.by(() => this.#log() ?? EMPTY_LOG);
  /** The first day with an answer, to whichever card. */
  first = $derived.by(() => firstDay(this.#known));
  #rows = $derived.by(() => {
    const periods = this.#periods;
    const from = periods[0]?.from ?? 0;
    const to = periods[periods.length - 1]?.to ?? 0;
    return chooseRows(this.#known, this.#isWanted, from, to);
  });
  #all = $derived.by(() => chooseRows(this.#known, this.#isWanted, -Infinity, Infinity));

  /** Answers in the stretch of days, and ever. */
  count = $derived.by(() => this.#rows.length);
  countEver = $derived.by(() => this.#all.length);
  activity = $derived.by(() => activityOver(this.#known, this.#rows, this.#periods));
  calendar = $derived.by(() => {
    const today = this.#today();
    const length = today - (this.#periods[0]?.from ?? today);
    const weeks = Math.min(MOST_WEEKS, Math.max(FEWEST_WEEKS, Math.ceil(length / 7) + 1));
    return calendar(answersByDay(this.#known, this.#all), today, weeks);
  });
  retention = $derived.by(() => retention(this.#known, this.#rows));
  /** By week where the other pictures are by day: the reviews of a day say little. */
  retentionSpan = $derived.by(() => coarser(this.#span()));
  retentionOver = $derived.by(() =>
    retentionOver(this.#known, this.#rows, this.retentionSpan.periods),
  );
  retentionByAge = $derived.by(() => retentionByAge(this.#known, this.#rows));
  calibration = $derived.by(() => calibration(this.#known, this.#rows));
  hours = $derived.by(() => hoursOfDay(this.#known, this.#rows));
  buttons = $derived.by(() => buttonsPressed(this.#known, this.#rows));
}
