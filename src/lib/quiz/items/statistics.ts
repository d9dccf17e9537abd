import type { Question } from '../../bank/index.ts';
import { wilsonShare } from '../../journal/index.ts';
import { discriminationOf, FEWEST_OTHERS, type Pair } from './discrimination.ts';
import type { ItemFigures } from './figures.ts';
import { findingsIn, type ItemFinding } from './findings.ts';
import { takenOptions } from './taken-options.ts';
import type { ItemAnswer, Taking } from '../takings.ts';

/** What answering has shown of a question, and what is to be mended in it. */
export interface ItemStatistics extends ItemFigures {
  readonly findings: readonly ItemFinding[];
}

/** An answer, and the mean score of the others in the same taking; null where they are too few. */
interface Placed extends ItemAnswer {
  readonly rest: number | null;
}

/**
 * Item analysis after the classical theory of tests: difficulty, discrimination and what each option
 * did, for every question that was answered, in the order of the questions.
 *
 * @param takings in any order, from one person or many; ids of questions that are not given pass over
 */
export function itemStatistics(
  questions: readonly Question[],
  takings: readonly Taking[],
): ItemStatistics[] {
  const placed = new Map<string, Placed[]>();
  for (const { answers } of takings) {
    const whole = answers.reduce((sum, { score }) => sum + score, 0);
    const others = answers.length - 1;
    for (const answer of answers) {
      const rest = others >= FEWEST_OTHERS ? (whole - answer.score) / others : null;
      const known = placed.get(answer.question);
      if (known) known.push({ ...answer, rest });
      else placed.set(answer.question, [{ ...answer, rest }]);
    }
  }
  return questions.flatMap((question) => {
    const answers = placed.get(question.id);
    return answers ? [statisticsOf(question, answers)] : [];
  });
}

function statisticsOf(question: Question, answers: readonly Placed[]): ItemStatistics {
  const scored = (score: number) => answers.filter((answer) => answer.score === score).length;
  const [right, partly] = [scored(1), scored(0.5)];
  const count = answers.length;
  const pairs = answers.flatMap(({ score, rest }): Pair[] =>
    rest === null ? [] : [{ score, rest }],
  );
  const known = answers.flatMap(({ response, score, rest }) =>
    response === null ? [] : [{ response, score, rest }],
  );
  const figures: ItemFigures = {
    question: question.id,
    count,
    right,
    partly,
    wrong: count - right - partly,
    open: answers.filter(({ open }) => open).length,
    difficulty: wilsonShare(right + partly / 2, count)!,
    discrimination: discriminationOf(pairs),
    options: takenOptions(question, known),
    milliseconds: median(answers.flatMap(({ milliseconds }) => milliseconds ?? [])),
  };
  return { ...figures, findings: findingsIn(question, figures) };
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const ascending = values.toSorted((a, b) => a - b);
  const middle = ascending.length >> 1;
  return ascending.length % 2 === 1
    ? ascending[middle]!
    : (ascending[middle - 1]! + ascending[middle]!) / 2;
}
