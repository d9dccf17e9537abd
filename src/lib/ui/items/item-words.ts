import type { Question } from '../../bank/index.ts';
import { locale, percent, plural, t } from '../../language/index.ts';

/** A question and what answering has shown of it, as `ItemAnalysis` of the app gives it. */
export interface ItemShown {
  readonly question: Question;
  readonly section: string;
  readonly statistics: FiguresShown;
}

export interface FiguresShown {
  readonly count: number;
  readonly right: number;
  readonly partly: number;
  readonly wrong: number;
  readonly open: number;
  readonly difficulty: { readonly share: number; readonly low: number; readonly high: number };
  readonly discrimination: DiscriminationShown;
  readonly options: readonly {
    readonly text: string;
    readonly role: 'key' | 'distractor' | 'typed';
    readonly count: number;
    readonly share: number;
    readonly functions: boolean | null;
  }[];
  readonly milliseconds: number | null;
  readonly findings: readonly {
    readonly kind: string;
    readonly rule: {
      readonly place: string;
      readonly words: string;
      readonly checker: string | null;
    };
    readonly message: string;
    readonly mend: string;
  }[];
}

/** Whose answers are compared: one person’s in several quizzes, or a class’s in one. */
export type Takers = 'quizzes' | 'students';

interface DiscriminationShown {
  readonly count: number;
  readonly correlation: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly upperLower: number | null;
  readonly why: 'few' | 'alike' | null;
}

/** `0.42`, `−0.10`: with a minus that is as wide as a plus. */
export function signed(value: number): string {
  const text = Math.abs(value).toLocaleString(locale(), {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** `12 right, 3 partly, 5 wrong, 1 of them left open` */
export function answeredWords({ right, partly, wrong, open }: FiguresShown): string {
  const parts = [t('{0} right', right)];
  if (partly > 0) parts.push(t('{0} partly', partly));
  parts.push(t('{0} wrong', wrong));
  if (open > 0) parts.push(open === wrong ? t('left open') : t('{0} of them left open', open));
  return parts.join(', ');
}

/** `62 %, truly between 41 % and 79 %` */
export function difficultyWords({ difficulty: { share, low, high } }: FiguresShown): string {
  return t('{0} right, truly between {1} and {2}', percent(share), percent(low), percent(high));
}

/** What the discrimination is, or why there is none. */
export function discriminationWords(
  found: DiscriminationShown,
  takers: Takers = 'quizzes',
): string {
  const { count, correlation, low, high, upperLower, why } = found;
  if (why !== null && takers === 'students') {
    return why === 'few'
      ? t('Not known: it takes 10 students with 4 other answers at least; here: {0}.', count)
      : t('Not known: all {0} did alike in it, or in all else.', plural(count, 'student'));
  }
  if (why === 'few') {
    return count === 1
      ? t('Not known: it takes 10 quizzes with 4 other answers at least, and there is {0}.', count)
      : t(
          'Not known: it takes 10 quizzes with 4 other answers at least, and there are {0}.',
          count,
        );
  }
  if (correlation === null || low === null || high === null) {
    return t(
      'Not known: in all {0} it, or all else, went alike.',
      plural(count, 'quiz', 'quizzes'),
    );
  }
  const words = t(
    '{0}, truly between {1} and {2}.',
    signed(correlation),
    signed(low),
    signed(high),
  );
  if (upperLower === null) return words;
  const groups =
    takers === 'students'
      ? t(
          'Between the best and the worst 27% of students the difference is {0}.',
          signed(upperLower),
        )
      : t(
          'Between the best and the worst 27% of quizzes the difference is {0}.',
          signed(upperLower),
        );
  return `${words} ${groups}`;
}

/** How the kinds of findings are called in a list. */
export const FINDING_WORDS: Readonly<Record<string, string>> = {
  'key-beaten': t('Key beaten'),
  'best-miss': t('The best miss it'),
  'often-wrong': t('The same mistake often'),
  'at-chance': t('No better than guessing'),
  weak: t('Tells little'),
  'too-easy': t('Hardly ever wrong'),
  unused: t('Idle distractor'),
};

/** The findings of a question in a few words, each kind once. */
export function findingWords({ findings }: Pick<FiguresShown, 'findings'>): string {
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  return kinds.map((kind) => FINDING_WORDS[kind] ?? kind).join(' · ');
}
