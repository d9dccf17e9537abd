import fc from 'fast-check';
import type { Question } from '../../bank/index.ts';
import type { CardFacts } from './facts.ts';
import { COMPARISONS, NUMBERS, STATES, type Comparison, type Query, type Term } from './query.ts';
import type { Vocabulary } from './terms.ts';

/** Cards and searches for tests. */

const about = {
  explanation: 'Brand came from the north with three boats.',
  stance: 'fact',
  requires: [],
  waive: {},
} as const;
const cite = (section: string, exact: string) =>
  [
    {
      document: 'd',
      section,
      paragraph: `${section}-1`,
      exact,
      prefix: '',
      suffix: '',
      start: 0,
      end: 1,
    },
  ] as const;

export const FOUNDER: Question = {
  ...about,
  id: 'founder',
  type: 'open',
  prompt: 'Who founded the town?',
  answer: 'Odo Brand',
  level: 'remember',
  tags: ['people'],
  cites: cite('history', 'the town that Odo Brand founded in 1412'),
};
const QUESTIONS: readonly Question[] = [
  FOUNDER,
  {
    ...about,
    id: 'closing',
    type: 'cloze',
    prompt: 'The harbour closed in ____.',
    answer: '1790',
    accept: [],
    level: 'understand',
    tags: ['places'],
    cites: cite('trade', 'closed in 1790'),
  },
  {
    ...about,
    id: 'goods',
    type: 'match',
    prompt: 'Match each good with its buyer.',
    pairs: [{ left: 'Herring', right: 'The abbey' }],
    level: 'analyse',
    tags: [],
    cites: cite('trade', 'the abbey bought herring'),
  },
];

export const KNOWN: Vocabulary = {
  sections: [
    { id: 'history', heading: 'The History of Velm' },
    { id: 'trade', heading: 'Trade' },
  ],
  tags: ['people', 'places', 'exam', 'cold war', 'Añejo'],
};

/** A card in review, of the first question unless another is given. */
export function card(own: Partial<CardFacts> = {}): CardFacts {
  const question = own.question ?? FOUNDER;
  return {
    card: `velm/${question.id}`,
    question,
    section: question.cites[0].section,
    place: 0,
    added: 0,
    phase: 'review',
    suspended: false,
    buried: false,
    due: 3,
    recall: 0.9,
    stability: 10,
    difficulty: 5,
    answered: 2,
    reviews: 4,
    lapses: 1,
    leech: false,
    flagged: false,
    tags: [],
    ...own,
  };
}

const figure = fc.option(fc.integer({ min: -3, max: 9 }));

/** Any card of the small bank, in any state. */
export const cards: fc.Arbitrary<CardFacts> = fc
  .record({
    question: fc.constantFrom(...QUESTIONS),
    phase: fc.constantFrom<CardFacts['phase']>('new', 'learning', 'review'),
    suspended: fc.boolean(),
    buried: fc.boolean(),
    flagged: fc.boolean(),
    due: figure,
    recall: fc.option(fc.constantFrom(0.5, 0.9, 1)),
    stability: figure,
    lapses: fc.nat(3),
    place: fc.nat(20),
    tags: fc.subarray(['exam', 'cold war', 'Añejo']),
  })
  .map(card);

export const terms: fc.Arbitrary<Term> = fc.oneof(
  fc
    .string({ unit: fc.constantFrom(...'abe -(:<=é'), minLength: 1, maxLength: 4 })
    .filter((words) => /[a-z]/.test(words))
    .map((words) => ({ kind: 'words', words }) as const),
  fc
    .constantFrom(...(Object.keys(STATES) as (keyof typeof STATES)[]))
    .map((state) => ({ kind: 'is', state }) as const),
  fc.constantFrom('people', 'cold war', 'e*').map((tag) => ({ kind: 'tag', tag }) as const),
  fc
    .constantFrom(...KNOWN.sections)
    .map(({ id }) => ({ kind: 'section', sections: [id] }) as const),
  fc
    .constantFrom('open' as const, 'cloze' as const)
    .map((type) => ({ kind: 'type', type }) as const),
  fc.record({
    kind: fc.constant('number' as const),
    of: fc.constantFrom(...(Object.keys(NUMBERS) as (keyof typeof NUMBERS)[])),
    compared: fc.constantFrom(...(Object.keys(COMPARISONS) as Comparison[])),
    value: fc.constantFrom(-2, 0, 3, 2.5, 90),
  }),
);

/** Searches of any depth, in the shape in which they are read. */
export const queries: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    terms,
    tie('query').map((of): Query => ({ kind: 'not', of })),
    parts('all', tie('query')),
    parts('any', tie('query')),
  ),
})).query;

function parts(kind: 'all' | 'any', part: fc.Arbitrary<Query>): fc.Arbitrary<Query> {
  return fc.array(part, { minLength: 2, maxLength: 3 }).map((of): Query => ({ kind, of }));
}

/** A search as it would be typed. */
export function typed(query: Query, within: Query['kind'] = 'any'): string {
  switch (query.kind) {
    case 'any':
    case 'all': {
      const text = query.of
        .map((part) => typed(part, query.kind))
        .join(query.kind === 'any' ? ' or ' : ' ');
      // What is read of a parenthesis is a part of its own, so it needs one where it is one.
      return query.kind === 'all' && within === 'any' ? text : `(${text})`;
    }
    case 'not':
      return `-${typed(query.of, 'not')}`;
    case 'words':
      return `"${query.words}"`;
    case 'is':
      return `is:${query.state}`;
    case 'tag':
      return `tag:"${query.tag}"`;
    case 'section':
      return `section:${query.sections[0]}`;
    case 'type':
      return `type:${query.type}`;
    case 'level':
      return `level:${query.level}`;
    case 'stance':
      return `stance:${query.stance}`;
    case 'number':
      return `${query.of}${query.compared}${query.value}`;
  }
}

/** What people type, whole and half typed. */
export const texts: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom('(', ')', '-', '"', ' ', ' or ', ' and ', 'is:', 'tag:', 'due<', '“', 'é'),
      terms.map((term) => typed(term)),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((all) => all.join(''));
