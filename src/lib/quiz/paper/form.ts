import { seededRandom } from '../../primitives/index.ts';
import { searchedFor, shownWith, TRUE, type Question } from '../../bank/index.ts';
import type { Document } from '../../document/index.ts';
import type { Form, Lettered } from './types.ts';
import { t } from '../../language/index.ts';

/** Characters that a hand writes on one ruled line of a sheet. */
const LINE = 42;
const FEWEST_LINES = 2;
const MOST_LINES = 8;

/** `A`, `B` … `Z`, `AA` …: the name of the place, counted from 0. */
export function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last;
}

/**
 * How a question is answered on paper. The options stand as the quiz on screen shows them for this seed:
 * numbers and dates ascending, so that their order says nothing; all others shuffled.
 *
 * @param seed the same seed gives the same order
 */
export function formOf(question: Question, document: Document, seed: string): Form {
  const { options, items, partners } = shownWith(question, seed);
  switch (question.type) {
    case 'truefalse':
      // T and F say it better than A and B, and none is right more often for being first.
      return {
        kind: 'tick',
        options: options.map((text) => ({ letter: text === TRUE ? t('T') : t('F'), text })),
        several: false,
      };
    case 'choice':
    case 'multi':
      return { kind: 'tick', options: lettered(options), several: question.type === 'multi' };
    case 'order':
      return { kind: 'order', items: lettered(items) };
    case 'match':
      // Two rows may have the same partner: it stands in the list once.
      return { kind: 'match', rows: items, partners: lettered([...new Set(partners)]) };
    case 'cloze':
      return { kind: 'gap' };
    case 'short':
      return { kind: 'line', unit: '' };
    case 'number':
      return { kind: 'line', unit: question.unit };
    case 'open':
      return { kind: 'ruled', lines: linesFor(question.answer) };
    case 'evidence': {
      let number = 0;
      const paragraphs = searchedFor(question, document, seededRandom(seed)()).map((searched) =>
        searched.sentences.map(({ text }) => ({ number: ++number, text })),
      );
      return { kind: 'sentences', paragraphs, count: question.passages?.length ?? 1 };
    }
  }
}

function lettered(texts: readonly string[]): Lettered[] {
  return texts.map((text, place) => ({ letter: letterOf(place), text }));
}

/** One line more than the answer takes, for whoever writes large or says more. */
function linesFor(answer: string): number {
  const needed = 1 + Math.ceil(answer.length / LINE);
  return Math.min(MOST_LINES, Math.max(FEWEST_LINES, needed));
}

/**
 * Points for a question: one for each thing to be right about. An answer in one’s own words is two, and an
 * order is one less than its items, for the last place follows from the others.
 */
export function pointsFor(question: Question): number {
  switch (question.type) {
    case 'open':
      return 2;
    case 'multi':
      return question.answers.length;
    case 'match':
      return question.pairs.length;
    case 'order':
      return Math.max(1, question.items.length - 1);
    case 'evidence':
      return question.passages?.length ?? 1;
    default:
      return 1;
  }
}
