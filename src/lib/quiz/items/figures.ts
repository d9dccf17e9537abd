import type { Share } from '../../journal/index.ts';
import type { Discrimination } from './discrimination.ts';
import type { TakenOption } from './taken-options.ts';

/** What answering has shown of a question. */
export interface ItemFigures {
  /** The question's id. */
  readonly question: string;
  /** Answers, those left open included: right + partly + wrong. */
  readonly count: number;
  readonly right: number;
  readonly partly: number;
  readonly wrong: number;
  /** Of the wrong ones, those that were left open in an exam. */
  readonly open: number;
  /**
   * The item's difficulty p: its mean score, in [0, 1], so that 1 is easiest, with its 95 % interval
   * (Crocker & Algina 1986, ch. 14). What was partly right counts half.
   */
  readonly difficulty: Share;
  readonly discrimination: Discrimination;
  readonly options: readonly TakenOption[];
  /** The median time of an answer in milliseconds; null where none is known. */
  readonly milliseconds: number | null;
}
