import { err, ok, type Result } from '../primitives/index.ts';
import { shownWith, type Bank, type Question, type Shown } from '../bank/index.ts';
import { isResponse, type Response } from '../grading/index.ts';
import { findParagraph } from '../document/index.ts';
import type { LiveQuestion, Passage, Planned } from './types.ts';

/**
 * A question as it goes over the wire while it can be answered. Every field is named here one by one,
 * never copied along: the key is not among them, nor the bank's id of the question, by which a phone
 * that has the bank could look it up.
 */
export interface Asked {
  readonly place: number;
  readonly type: LiveQuestion['type'];
  readonly prompt: string;
  /** To take one or several of. */
  readonly options: readonly string[];
  /** `multi`: how many are right. */
  readonly take: number;
  /** `order`: to be put in order. `match`: to be matched with `partners`. */
  readonly items: readonly string[];
  readonly partners: readonly string[];
  /** `number`: what is counted. */
  readonly unit: string;
  /** BCP 47, of the prompt and the options. */
  readonly language: string;
}

export function asked(question: LiveQuestion, place: number, seed: string, language = 'en'): Asked {
  const { options, items, partners } = shownWith(question, seed);
  return {
    place,
    type: question.type,
    prompt: question.prompt,
    options,
    take: question.type === 'multi' ? question.answers.length : Math.min(1, options.length),
    items,
    partners,
    unit: question.type === 'number' ? question.unit : '',
    language,
  };
}

/** Whether a live session can ask it: it needs no document beside it. */
export function isLive(question: Question): question is LiveQuestion {
  const fromMemory = question.type === 'match' && question.recall === true;
  return question.type !== 'evidence' && !fromMemory;
}

/** Longest paragraph that is sent whole; of a longer one, this much around the quote. */
const MOST_CHARACTERS = 2400;

/**
 * Questions as a session keeps them, each with the passage that decides it.
 *
 * @returns an error where a question cannot be asked live: those that point into the document
 */
export function planOf(
  { id, document }: Pick<Bank, 'id' | 'document'>,
  questions: readonly Question[],
): Result<Planned[]> {
  const live = questions.filter(isLive);
  if (live.length === 0 || live.length < questions.length) {
    return err({
      code: 'not-live',
      message:
        'These questions cannot all be asked live: those that are answered by pointing to a place in the document are for studying alone. Choose other kinds of question.',
    });
  }
  const { language } = document;
  const planned = live.map((question): Planned => {
    const [cite] = question.cites;
    const found = findParagraph(document, cite.paragraph);
    const { start, end, section, paragraph } = cite;
    const whole = { text: found?.paragraph.text ?? cite.exact, start, end };
    const place = { document: document.title, section, paragraph, language };
    const heading = found?.section.heading ?? '';
    return { bank: id, question, passage: { ...place, heading, ...near(whole) } };
  });
  return ok(planned);
}

type Quote = Pick<Passage, 'text' | 'start' | 'end'>;

/** What is near the quote, cut at spaces. */
function near({ text, start, end }: Quote): Quote {
  if (text.length <= MOST_CHARACTERS) return { text, start, end };
  const margin = Math.max(0, Math.floor((MOST_CHARACTERS - (end - start)) / 2));
  const from = start <= margin ? 0 : text.indexOf(' ', start - margin) + 1;
  const to = end + margin >= text.length ? text.length : text.lastIndexOf(' ', end + margin);
  const [first, last] = [Math.min(from, start), Math.max(to, end)];
  return { text: text.slice(first, last), start: start - first, end: end - first };
}

/** Nobody types more in a class, in UTF-16 units; nor does the distribution show more, or a code hold it. */
export const LONGEST_TYPED = 300;

/**
 * Whether a response is one that the question can be given: what is taken was on offer. So nothing
 * that a student makes up is shown as an option to others.
 */
export function isFitting(question: LiveQuestion, response: Response): boolean {
  const shown = onOffer(question);
  switch (question.type) {
    case 'truefalse':
      return response.kind === 'truth';
    case 'choice':
      return response.kind === 'option' && shown.options.includes(response.text);
    case 'multi':
      return response.kind === 'options' && isChoiceOf(response.texts, shown.options);
    case 'cloze':
    case 'short':
    case 'number':
      return response.kind === 'typed' && response.text.length <= LONGEST_TYPED;
    case 'open':
      return response.kind === 'written' && response.text.length <= LONGEST_TYPED;
    case 'order':
      return (
        response.kind === 'sequence' &&
        response.items.length === question.items.length &&
        isChoiceOf(response.items, question.items)
      );
    case 'match':
      return (
        response.kind === 'pairs' &&
        isChoiceOf(
          response.pairs.map(({ left }) => left),
          shown.items,
        ) &&
        response.pairs.every(({ right }) => shown.partners.includes(right))
      );
  }
}

/** A whole class answers the same question: what it offers is made out once, in whatever order. */
const offered = new WeakMap<LiveQuestion, Shown>();

function onOffer(question: LiveQuestion): Shown {
  const shown = offered.get(question) ?? shownWith(question, '');
  offered.set(question, shown);
  return shown;
}

function isChoiceOf(taken: readonly string[], all: readonly string[]): boolean {
  return new Set(taken).size === taken.length && taken.every((one) => all.includes(one));
}

/** The response with what it is made of and nothing else; null where it is none. */
export function readResponse(value: unknown): Response | null {
  if (!isResponse(value)) return null;
  switch (value.kind) {
    case 'option':
    case 'typed':
    case 'written':
      return { kind: value.kind, text: value.text };
    case 'judged':
      return { kind: 'judged', verdict: value.verdict, text: value.text };
    case 'options':
      return { kind: 'options', texts: value.texts };
    case 'truth':
      return { kind: 'truth', value: value.value };
    case 'sequence':
      return { kind: 'sequence', items: value.items };
    case 'pairs':
      return { kind: 'pairs', pairs: value.pairs.map(({ left, right }) => ({ left, right })) };
    default:
      return null;
  }
}
