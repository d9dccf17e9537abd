import { foldText } from '../../primitives/index.ts';
import { keyTexts, type Question } from '../../bank/index.ts';
import type { CardFacts } from './facts.ts';
import { COMPARISONS, NUMBERS, STATES, type Query, type Term } from './query.ts';

export type Test = (facts: CardFacts) => boolean;

/** The test that a search puts every card to. */
export function matching(query: Query): Test {
  switch (query.kind) {
    case 'all': {
      const tests = query.of.map(matching);
      return (facts) => tests.every((test) => test(facts));
    }
    case 'any': {
      const tests = query.of.map(matching);
      return (facts) => tests.some((test) => test(facts));
    }
    case 'not': {
      const test = matching(query.of);
      return (facts) => !test(facts);
    }
    default:
      return matchingTerm(query);
  }
}

function matchingTerm(term: Term): Test {
  switch (term.kind) {
    case 'words': {
      const words = foldText(term.words);
      return (facts) => wordsOf(facts).includes(words);
    }
    case 'is':
      return STATES[term.state];
    case 'tag': {
      const pattern = tagPattern(term.tag);
      const fits = (tag: string) => pattern.test(foldText(tag));
      return ({ tags, question }) => tags.some(fits) || question.tags.some(fits);
    }
    case 'section':
      return ({ section }) => term.sections.includes(section);
    case 'type':
      return ({ question }) => question.type === term.type;
    case 'level':
      return ({ question }) => question.level === term.level;
    case 'stance':
      return ({ question }) => question.stance === term.stance;
    case 'number': {
      const [figure, compare] = [NUMBERS[term.of], COMPARISONS[term.compared]];
      return (facts) => {
        const value = figure(facts);
        return value !== null && compare(value, term.value);
      };
    }
  }
}

/** @param tag where `*` stands for anything */
export function tagPattern(tag: string): RegExp {
  const parts = foldText(tag)
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'su');
}

/** Folding ten thousand texts takes long enough to be felt at each key, so it is done once. */
const folded = new WeakMap<object, string>();

/** What a search for words looks in. A line is never crossed. */
function wordsOf({ question, wording }: CardFacts): string {
  const owner = wording ?? question;
  const known = folded.get(owner);
  if (known !== undefined) return known;
  const words = foldText(texts(question, wording).join('\u0000'));
  folded.set(owner, words);
  return words;
}

function texts(question: Question, wording: CardFacts['wording']): readonly string[] {
  return [
    wording?.prompt ?? question.prompt,
    ...(wording?.answer === undefined ? keyTexts(question) : [wording.answer]),
    wording?.explanation ?? question.explanation,
    ...question.cites.map(({ exact }) => exact),
  ];
}
