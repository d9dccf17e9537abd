import { seededRandom } from '../primitives/index.ts';
import { searchedFor, shownWith, type Bank, type Question, type Shown } from '../bank/index.ts';
import type { Document } from '../document/index.ts';
import type { Response } from '../grading/index.ts';
import { gapWords } from '../quiz/index.ts';
import { spanName, takenIn } from './presentation.ts';
import { t } from '../language/index.ts';

/** A sentence to point out, by the name under which it is taken. */
interface Sentence {
  readonly name: string;
  readonly text: string;
}

/** What a quiz puts on the table besides the prompt. */
export interface Table extends Shown {
  /** Where the evidence is to be looked for: paragraphs as sentences. */
  readonly passage: readonly (readonly Sentence[])[];
  /** To pick the words of a gap from, for who does not want to type. */
  readonly words: readonly string[];
}

/** @param seed the same seed shows the same */
export function tableOf(question: Question, bank: Bank, seed: string): Table {
  const shown = shownWith(question, seed);
  const words = question.type === 'cloze' ? gapWords(question, bank, seededRandom(seed)) : [];
  if (question.type !== 'evidence') return { ...shown, passage: [], words };
  const searched = searchedFor(question, bank.document, seededRandom(seed)());
  const passage = searched.map(({ paragraph, sentences }) =>
    sentences.map((sentence) => ({
      name: spanName({ ...sentence, paragraph }),
      text: sentence.text,
    })),
  );
  return { ...shown, key: (question.passages ?? []).map(spanName), passage, words };
}

/** One thing that an answer said, and whether it was right. */
export interface Said {
  readonly text: string;
  readonly right: boolean;
}

/** An answer in words, to be read beside the key; nothing where the question was left open. */
export function saidIn(question: Question, response: Response | null, document: Document): Said[] {
  if (response === null) return [];
  const taken = takenIn(question, response);
  switch (question.type) {
    case 'multi':
      return taken.map((text) => ({ text, right: question.answers.includes(text) }));
    case 'order':
      return taken.map((text, place) => ({ text, right: question.items[place] === text }));
    case 'match':
      return question.pairs.map(({ left, right }, place) => ({
        text: `${left} → ${taken[place] || t('nothing')}`,
        right: taken[place] === right,
      }));
    case 'evidence': {
      const key = (question.passages ?? []).map(spanName);
      return taken.map((name) => ({ text: wordsAt(name, document), right: key.includes(name) }));
    }
    case 'open': {
      const text = taken[0]?.trim() || t('In mind');
      return [{ text, right: response.kind === 'judged' && response.verdict === 'right' }];
    }
    default:
      return taken.map((text) => ({ text, right: false }));
  }
}

function wordsAt(name: string, document: Document): string {
  const [, paragraph, start, end] = /^(.*):(\d+)-(\d+)$/.exec(name) ?? [];
  const text = document.sections
    .flatMap((section) => section.paragraphs)
    .find(({ id }) => id === paragraph)?.text;
  return text?.slice(Number(start), Number(end)) ?? '';
}
