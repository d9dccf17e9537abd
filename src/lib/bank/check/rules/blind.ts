import { seededRandom } from '../../../primitives/index.ts';
import { optionOrder, optionTexts } from '../../options.ts';
import type { ChoiceQuestion } from '../../types.ts';
import { readOption } from '../../option-value.ts';
import { percent } from '../../../language/index.ts';
import { ENOUGH_FOR_SHARES, TOLERANCE } from '../shares.ts';
import type { CheckContext, Finding, Item, Rule } from '../types.ts';
import { contentWords, jaccard, stem, words } from '../words.ts';

/** A strategy that fits only some questions is judged from this many of them on. */
const ENOUGH_FITTING = 10;

/** The rank that a strategy gives each option, the key first; undefined: it has nothing to say here. */
type Strategy = (question: ChoiceQuestion, item: Item) => readonly number[] | undefined;

const STRATEGIES: Readonly<Record<string, Strategy>> = {
  'longest option': (question) => optionTexts(question).map((option) => option.length),
  'most words shared with stem': (question, { stemWords }) =>
    optionTexts(question).map(
      (option) => new Set(contentWords(option).filter((word) => stemWords.has(word))).size,
    ),
  'middle number': (question) => {
    const options = optionTexts(question);
    const values = options.map(readOption);
    if (values.length < 3 || values.some((value) => value?.kind !== values[0]?.kind || !value)) {
      return undefined;
    }
    // Among three the second; among four the second and third alike.
    const smaller = (value: number) => values.filter((other) => other!.value < value).length;
    const last = values.length - 1;
    return values.map((value) => -Math.floor(Math.abs(smaller(value!.value) - last / 2)));
  },
  'odd one out': (question) => {
    const options = optionTexts(question).map((option) => new Set(words(option).map(stem)));
    const near = options.map((option) =>
      options.reduce((sum, other) => (other === option ? sum : sum + jaccard(option, other)), 0),
    );
    return near.map((sum) => -sum);
  },
};

interface BlindScore {
  readonly strategy: string;
  readonly score: number;
  /** What guessing scores on the same questions. */
  readonly chance: number;
  readonly questions: number;
}

const chanceOf = (question: ChoiceQuestion) => 1 / (question.distractors.length + 1);

function choices(context: CheckContext) {
  return context.items.flatMap((item) =>
    item.question.type === 'choice' ? [{ item, question: item.question }] : [],
  );
}

/** What guessing scores on the bank's choice questions; 0 where there is none. */
export function chance(context: CheckContext): number {
  const all = choices(context);
  return all.reduce((sum, { question }) => sum + chanceOf(question), 0) / (all.length || 1);
}

/** The score of each strategy on the choice questions it fits; a tie counts as a guess among the tied. */
export function blindScores(context: CheckContext): BlindScore[] {
  const all = choices(context);
  return Object.entries(STRATEGIES).flatMap(([strategy, rank]) => {
    let score = 0;
    let guessed = 0;
    let questions = 0;
    for (const { item, question } of all) {
      const ranks = rank(question, item);
      if (!ranks) continue;
      const best = Math.max(...ranks);
      if (ranks[0] === best) score += 1 / ranks.filter((other) => other === best).length;
      guessed += chanceOf(question);
      questions++;
    }
    if (questions === 0) return [];
    return [{ strategy, score: score / questions, chance: guessed / questions, questions }];
  });
}

/** Rule 15. */
export const blindStrategies: Rule = {
  name: 'blind-strategies',
  about: `Each blind strategy (longest option, most words shared with the stem, middle number, odd one out) scores at most chance + 10 points (judged from ${ENOUGH_FOR_SHARES} choice questions on, the middle number from ${ENOUGH_FITTING} numeric ones on).`,
  scope: 'bank',
  check: (context): Finding[] => {
    if (choices(context).length < ENOUGH_FOR_SHARES) return [];
    return blindScores(context).flatMap(({ strategy, score, chance: guess, questions }) =>
      questions >= ENOUGH_FITTING && score > guess + TOLERANCE
        ? [
            {
              question: '',
              message: `Taking the ${strategy} answers ${percent(score)} of ${questions} choice questions rightly; guessing ${percent(guess)}. Change distractors until it is at most ${percent(guess + TOLERANCE)}.`,
            },
          ]
        : [],
    );
  },
};

/** Rule 14. Questions of three and of four options are counted together, each against its own chance. */
export const keyPosition: Rule = {
  name: 'key-position',
  about: `The keys’ positions, as the app orders the options, are uniform within 10 points (judged from ${ENOUGH_FOR_SHARES} choice questions on).`,
  scope: 'bank',
  check: (context): Finding[] => {
    const all = choices(context);
    if (all.length < ENOUGH_FOR_SHARES) return [];
    const most = Math.max(...all.map(({ question }) => question.distractors.length + 1));
    const found = new Array<number>(most).fill(0);
    const expected = new Array<number>(most).fill(0);
    for (const { question } of all) {
      const at = optionOrder(question, seededRandom(question.id)).indexOf(question.answer);
      found[at]!++;
      for (let place = 0; place <= question.distractors.length; place++) {
        expected[place]! += chanceOf(question);
      }
    }
    return found.flatMap((count, place) => {
      const share = count / all.length;
      const wanted = expected[place]! / all.length;
      return Math.abs(share - wanted) > TOLERANCE
        ? [
            {
              question: '',
              message: `The key stands at place ${place + 1} in ${percent(share)} of the choice questions, where ${percent(wanted)} would be even. Give numeric questions other values, or others one distractor more or less.`,
            },
          ]
        : [];
    });
  },
};
