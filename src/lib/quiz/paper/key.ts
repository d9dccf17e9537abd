import { keyOptions, type Question } from '../../bank/index.ts';
import { sentences, type Document } from '../../document/index.ts';
import type { Form, KeyEntry, KeySource, PaperQuestion } from './types.ts';
import { locale, t } from '../../language/index.ts';

/** 18,000, but the year 1412. */
const NUMBER = new Intl.NumberFormat(locale(), { useGrouping: 'min2' });

/** The key to a question of the paper, as its own version of the paper letters it. */
export function keyTo(asked: PaperQuestion, question: Question, document: Document): KeyEntry {
  const { number, id, prompt, points, form } = asked;
  const { explanation, stance } = question;
  return {
    number,
    id,
    prompt,
    points,
    mark: markOf(question, form, document),
    answer: answerLines(question),
    accept: 'accept' in question ? question.accept : [],
    explanation,
    stance,
    sources: sourcesOf(question, document),
  };
}

/** What is to be marked: `B`, `A, C`; beside each letter its place, `A2 B1`; beside each row a letter, `1B 2A`. */
function markOf(question: Question, form: Form, document: Document): string {
  switch (form.kind) {
    case 'tick': {
      const right = rightOptions(question);
      return form.options
        .filter(({ text }) => right.includes(text))
        .map(({ letter }) => letter)
        .join(', ');
    }
    case 'order': {
      const right = question.type === 'order' ? question.items : [];
      return form.items.map(({ letter, text }) => `${letter}${right.indexOf(text) + 1}`).join(' ');
    }
    case 'match': {
      const letters = new Map(form.partners.map(({ letter, text }) => [text, letter]));
      const pairs = question.type === 'match' ? question.pairs : [];
      return pairs.map(({ right }, row) => `${row + 1}${letters.get(right)}`).join(' ');
    }
    case 'sentences':
      return question.type === 'evidence'
        ? citedSentences(question, form, document).join(', ')
        : '';
    default:
      return '';
  }
}

function rightOptions(question: Question): readonly string[] {
  switch (question.type) {
    case 'choice':
      return [question.answer];
    case 'multi':
      return question.answers;
    case 'truefalse':
      return answerLines(question);
    default:
      return [];
  }
}

/** The numbers of the sentences to be marked. */
function citedSentences(
  question: Extract<Question, { type: 'evidence' }>,
  form: Extract<Form, { kind: 'sentences' }>,
  document: Document,
): number[] {
  const numbered = form.paragraphs.flat();
  const passages = question.passages ?? question.cites;
  const texts = passages.flatMap((passage) => {
    const { text } = placed(document, passage.paragraph) ?? { text: '' };
    const within = sentences(text).filter(
      ({ start, end }) => start < passage.end && end > passage.start,
    );
    return within.map((sentence) => sentence.text);
  });
  return numbered.filter(({ text }) => texts.includes(text)).map(({ number }) => number);
}

/** The answer in words, one line for each thing to produce. */
export function answerLines(question: Question): string[] {
  switch (question.type) {
    case 'truefalse':
      return [...keyOptions(question)];
    case 'multi':
      return [...question.answers];
    case 'number': {
      const { answer, unit, tolerance } = question;
      const words = `${NUMBER.format(answer)} ${unit}`.trim();
      if (tolerance === 0) return [words];
      return [t('{0}, give or take {1}', words, NUMBER.format(tolerance))];
    }
    case 'order':
      return [...question.items];
    case 'match':
      return question.pairs.map(({ left, right }) => `${left} → ${right}`);
    case 'evidence':
      // The passage is the answer, and the sources hold it.
      return [];
    default:
      return [question.answer];
  }
}

/** The very words that the key rests on, with their places; a citation without a place is left out. */
export function sourcesOf(question: Question, document: Document): KeySource[] {
  return question.cites.flatMap(({ exact, paragraph }) => {
    const place = placed(document, paragraph);
    return place ? [{ exact, section: place.section, paragraph: place.number }] : [];
  });
}

function placed(document: Document, paragraph: string) {
  for (const { heading, paragraphs } of document.sections) {
    const index = paragraphs.findIndex(({ id }) => id === paragraph);
    if (index >= 0) return { section: heading, number: index + 1, text: paragraphs[index]!.text };
  }
  return null;
}
