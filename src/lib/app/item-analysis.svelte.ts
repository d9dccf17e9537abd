import type { Failure } from '../primitives/index.ts';
import { familyOf, type Question } from '../bank/index.ts';
import { itemStatistics, takingsOf, type ItemStatistics } from '../quiz/items/index.ts';
import { sectionOf } from '../quiz/index.ts';
import { readQuizHistory } from './quiz-history.ts';
import type { Recite } from './recite.svelte.ts';
import type { TableFile } from './tables.ts';

/** A question and what answering has shown of it. */
export interface AnalysedItem {
  readonly question: Question;
  /** The address of its section. */
  readonly section: string;
  readonly statistics: ItemStatistics;
}

/** By what the questions are sorted; `text`: as they follow each other in the bank. */
export type ItemOrder = 'text' | 'count' | 'difficulty' | 'discrimination';

/** The questions of the bank as they were answered in quizzes: found, sorted, as a table to keep. */
export class ItemAnalysis {
  failure = $state.raw<Failure | null>(null);
  /** Null until the journal has been read. */
  #read = $state.raw<{
    readonly items: readonly AnalysedItem[];
    readonly quizzes: number;
    readonly questions: number;
  } | null>(null);

  /** A section’s address; null for all. */
  section = $state<string | null>(null);
  /** Only questions that have something to mend. */
  onlyFindings = $state(false);
  order = $state.raw<{ readonly by: ItemOrder; readonly down: boolean }>({
    by: 'difficulty',
    down: false,
  });

  ready = $derived(this.#read !== null);
  quizzes = $derived(this.#read?.quizzes ?? 0);
  /** All questions of the bank, answered or not. */
  questions = $derived(this.#read?.questions ?? 0);
  items = $derived(this.#read?.items ?? []);
  answers = $derived(this.items.reduce((sum, { statistics }) => sum + statistics.count, 0));
  withFindings = $derived(
    this.items.filter(({ statistics }) => statistics.findings.length > 0).length,
  );
  #found = $derived(
    this.items.filter(
      ({ section, statistics }) =>
        (this.section === null || section === this.section) &&
        (!this.onlyFindings || statistics.findings.length > 0),
    ),
  );
  /** What is shown, in its order. */
  shown = $derived(sortedItems(this.#found, this.order));

  async load(recite: Recite): Promise<void> {
    const { bank, store } = recite;
    const history = await readQuizHistory(store);
    this.failure = history.ok ? null : history.error;
    if (!history.ok) return;
    const takings = takingsOf(bank.id, history.value);
    const byId = new Map(bank.questions.map((question) => [question.id, question]));
    const items = itemStatistics(bank.questions, takings).map((statistics) => {
      const question = byId.get(statistics.question)!;
      return { question, section: sectionOf(question), statistics };
    });
    this.#read = { items, quizzes: takings.length, questions: bank.questions.length };
  }

  /** What is known of a question of the bank, in each of its cards. */
  of(id: string): readonly AnalysedItem[] {
    return this.items.filter(({ question }) => familyOf(question) === id);
  }

  /** The first tap sorts, the second the other way round. */
  sort(by: ItemOrder): void {
    this.order = { by, down: this.order.by === by && !this.order.down };
  }

  /** What is shown, as a file. */
  get file(): TableFile {
    return {
      name: 'recite-questions',
      columns: [
        ...['question', 'section', 'type', 'prompt', 'answers', 'right', 'partly', 'wrong'],
        ...['left_open', 'difficulty', 'difficulty_low', 'difficulty_high', 'discrimination'],
        ...['upper_lower', 'seconds', 'taken', 'findings', 'rules'],
      ],
      rows: this.shown.map(({ question, section, statistics }) => {
        const { count, right, partly, wrong, open, difficulty, discrimination } = statistics;
        const { options, milliseconds, findings } = statistics;
        return [
          ...[question.id, section, question.type, question.prompt],
          ...[count, right, partly, wrong, open],
          ...[difficulty.share, difficulty.low, difficulty.high],
          ...[discrimination.correlation ?? '', discrimination.upperLower ?? ''],
          milliseconds === null ? '' : milliseconds / 1000,
          options.map(({ text, count: taken }) => `${text}: ${taken}`).join(' | '),
          findings.map(({ message }) => message).join(' '),
          [...new Set(findings.map(({ rule }) => rule.place))].join(', '),
        ];
      }),
    };
  }
}

/** What a question has none of comes last, whichever way; ties stay in the order of the bank. */
export function sortedItems(
  items: readonly AnalysedItem[],
  { by, down }: { readonly by: ItemOrder; readonly down: boolean },
): readonly AnalysedItem[] {
  if (by === 'text') return down ? items.toReversed() : items;
  const valueOf = ({ statistics }: AnalysedItem) =>
    by === 'count'
      ? statistics.count
      : by === 'difficulty'
        ? statistics.difficulty.share
        : statistics.discrimination.correlation;
  return items.toSorted((a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return down ? other - one : one - other;
  });
}
