import { seededRandom, shuffled } from '../../primitives/index.ts';
import type { Bank, Question } from '../../bank/index.ts';
import { assembleQuiz, type Recipe } from '../assemble.ts';
import { formOf, pointsFor } from './form.ts';
import { keyTo } from './key.ts';
import {
  VERSION_NAMES,
  type Paper,
  type PaperQuestion,
  type SheetRow,
  type Version,
  type VersionName,
} from './types.ts';
import { versionOrders } from './versions.ts';

/** More than this no class answers on paper, and no answer sheet holds on one page. */
export const MOST_ON_PAPER = 60;

/**
 * A quiz on paper, in one to three versions with the same questions: each in another order, with its
 * options in another order. Version A is the quiz that the recipe gives on screen, question for question.
 * The same recipe gives the same paper on every device.
 */
export function paperOf(bank: Bank, recipe: Recipe, versions: number): Paper {
  const length = Math.min(recipe.length, MOST_ON_PAPER);
  const questions = assembleQuiz(bank, { ...recipe, length });
  const names = VERSION_NAMES.slice(0, Math.max(1, versions));
  const orders = versionOrders(questions.length, names, recipe.seed);
  return {
    versions: names.map((name, index) => {
      const ordered = orders[index]!.map((place) => questions[place]!);
      return versionOf(bank, ordered, name, recipe.seed);
    }),
    points: questions.reduce((sum, question) => sum + pointsFor(question), 0),
  };
}

function versionOf(
  { document }: Bank,
  questions: readonly Question[],
  name: VersionName,
  seed: string,
): Version {
  // On screen each question has the seed `…/id`, which is version A’s too.
  const own = name === 'A' ? seed : `${seed}/${name}`;
  const asked = questions.map((question, place): PaperQuestion => ({
    number: place + 1,
    id: question.id,
    type: question.type,
    prompt: question.prompt,
    form: formOf(question, document, `${own}/${question.id}`),
    points: pointsFor(question),
  }));
  const words = questions.flatMap((question) => (question.type === 'cloze' ? question.answer : []));
  return {
    name,
    questions: asked,
    key: asked.map((one, place) => keyTo(one, questions[place]!, document)),
    rows: asked.map(rowFor),
    words: shuffled([...new Set(words)], seededRandom(`${own}/words`)),
  };
}

function rowFor({ number, form }: PaperQuestion): SheetRow {
  switch (form.kind) {
    case 'tick':
      return { number, kind: 'bubbles', letters: form.options.map(({ letter }) => letter) };
    case 'order':
      return { number, kind: 'boxes', labels: form.items.map(({ letter }) => letter) };
    case 'match':
      return { number, kind: 'boxes', labels: form.rows.map((_, row) => String(row + 1)) };
    case 'sentences':
      return { number, kind: 'sentence' };
    case 'ruled':
      return { number, kind: 'elsewhere' };
    case 'gap':
      return { number, kind: 'line', unit: '' };
    case 'line':
      return { number, kind: 'line', unit: form.unit };
  }
}
