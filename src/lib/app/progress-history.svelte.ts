import type { LocalDay } from '../primitives/index.ts';
import {
  activityOver,
  answersByDay,
  behaviourOf,
  buttonsPressed,
  calendar,
  calibration,
  chooseRows,
  hoursOfDay,
  retention,
  retentionByAge,
  retentionOver,
  type AnswerLog,
  type CardId,
} from '../journal/index.ts';
import { coarser, type Span } from './progress-range.ts';
import { turn } from './turn.ts';

/** The calendar shows no more than a year. */
const MOST_WEEKS = 53;
/** And no less than this, so that a few days stand in their season. */
const FEWEST_WEEKS = 13;

/** How it has been going: the answers to some cards, summed up over a stretch of days. */
export type Sums = Awaited<ReturnType<typeof summed>>;

/**
 * Sums up the answers to some cards. After each sum others get their turn: one of half a million
 * answers takes milliseconds, all of them together would be felt.
 *
 * @param isOver whether nobody waits for it any more: what is returned then means nothing
 */
async function summed(
  log: AnswerLog,
  isWanted: (card: CardId) => boolean,
  span: Span,
  today: LocalDay,
  isOver: () => boolean,
) {
  const { periods } = span;
  const from = periods[0]?.from ?? today;
  const to = periods[periods.length - 1]?.to ?? today;
  const weeks = Math.min(MOST_WEEKS, Math.max(FEWEST_WEEKS, Math.ceil((today - from) / 7) + 1));
  const retentionSpan = coarser(span);
  let all = chooseRows(log, isWanted, -Infinity, Infinity);
  let rows: Uint32Array = new Uint32Array(0);
  const slice = async <T>(sum: () => T): Promise<T> => {
    await turn();
    // What nobody waits for is not summed: nothing costs nothing.
    if (isOver()) rows = all = new Uint32Array(0);
    return sum();
  };
  rows = await slice(() => chooseRows(log, isWanted, from, to));
  return {
    count: rows.length,
    countEver: all.length,
    activity: await slice(() => activityOver(log, rows, periods)),
    calendar: await slice(() => calendar(answersByDay(log, all), today, weeks)),
    retention: await slice(() => retention(log, rows)),
    /** By week where the other pictures are by day: the reviews of a day say little. */
    retentionUnit: retentionSpan.unit,
    retentionOver: await slice(() => retentionOver(log, rows, retentionSpan.periods)),
    retentionByAge: await slice(() => retentionByAge(log, rows)),
    calibration: await slice(() => calibration(log, rows)),
    hours: await slice(() => hoursOfDay(log, rows)),
    buttons: await slice(() => buttonsPressed(log, rows)),
    learner: await slice(() => behaviourOf(log, all)),
  };
}

/** The sums that are shown, and those that are being made. */
export class ProgressHistory {
  /** Null until the history has been read. */
  sums = $state.raw<Sums | null>(null);
  #run = 0;

  async sum(
    log: AnswerLog,
    isWanted: (card: CardId) => boolean,
    span: Span,
    today: LocalDay,
  ): Promise<void> {
    const run = ++this.#run;
    const isOver = () => run !== this.#run;
    const sums = await summed(log, isWanted, span, today, isOver);
    if (!isOver()) this.sums = sums;
  }
}
