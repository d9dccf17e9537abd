import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../primitives/index.ts';
import type { Citation, Document } from '../../document/index.ts';
import {
  LEVELS,
  optionOrder,
  optionTexts,
  STANCES,
  TAGS,
  type Bank,
  type Question,
} from '../index.ts';
import { checkBank, givesAway, RULES } from './index.ts';

/** Text as banks have it, and as nobody would write it. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'the',
          'Cartel',
          'U.S.',
          'thirty-five',
          '10%',
          '$20 billion',
          '2024',
          'not',
          '____',
          '?',
        ],
        ...[
          '“El',
          'Mayo”',
          'one hundred and',
          'July 25,',
          '\n',
          '→',
          'İ',
          'true or false?',
          '__proto__',
        ],
      ),
      { maxLength: 12 },
    )
    .map((words) => words.join(' ')),
);
const texts = fc.array(text, { maxLength: 5 });

const citation: fc.Arbitrary<Citation> = fc.record({
  document: fc.constantFrom('d', 'e'),
  section: fc.constantFrom('s', 't'),
  paragraph: fc.constantFrom('s-1', 's-2', 'x'),
  exact: text,
  prefix: text,
  suffix: text,
  start: fc.integer(),
  end: fc.integer(),
});
const cites = fc.tuple(citation, fc.array(citation, { maxLength: 2 }));
const distractors = fc.array(
  fc.record({ text, why: text, cite: citation }, { requiredKeys: ['text', 'why'] }),
  { maxLength: 4 },
);

const own = fc.oneof(
  fc.record({ type: fc.constant('open'), answer: text }),
  fc.record({ type: fc.constant('choice'), answer: text, distractors }),
  fc.record({ type: fc.constant('multi'), answers: texts, distractors }),
  fc.record({ type: fc.constant('truefalse'), answer: fc.boolean() }),
  fc.record({ type: fc.constantFrom('cloze', 'short'), answer: text, accept: texts }),
  fc.record({
    type: fc.constant('number'),
    answer: fc.double(),
    unit: text,
    tolerance: fc.double(),
  }),
  fc.record({ type: fc.constant('order'), items: texts }),
  fc.record({
    type: fc.constant('match'),
    pairs: fc.array(fc.record({ left: text, right: text })),
  }),
  fc.record({ type: fc.constant('evidence') }),
);

const question = fc
  .tuple(
    fc.record(
      {
        id: fc.oneof(text, fc.constantFrom('a', 'b')),
        prompt: text,
        explanation: text,
        stance: fc.constantFrom(...STANCES),
        level: fc.constantFrom(...LEVELS),
        tags: fc.array(fc.constantFrom(...TAGS)),
        requires: texts,
        signoff: text,
        waive: fc.dictionary(
          fc.oneof(text, fc.constantFrom(...RULES.map(({ name }) => name), 'constructor')),
          text,
        ),
      },
      {
        requiredKeys: [
          'id',
          'prompt',
          'explanation',
          'stance',
          'level',
          'tags',
          'requires',
          'waive',
        ],
      },
    ),
    cites,
    own,
  )
  .map(
    ([base, [first, rest], more]) =>
      ({ ...base, cites: [first, ...rest], ...more }) as unknown as Question,
  );

const document: fc.Arbitrary<Document> = fc.record({
  id: fc.constantFrom('d', ''),
  title: text,
  language: fc.constantFrom('en', 'en-GB', 'es', ''),
  sections: fc.array(
    fc.record({
      id: fc.constantFrom('s', 't'),
      heading: text,
      paragraphs: fc.array(fc.record({ id: fc.constantFrom('s-1', 's-2'), text }), {
        maxLength: 3,
      }),
    }),
    { maxLength: 3 },
  ),
});

const bank: fc.Arbitrary<Bank> = fc.record({
  id: text,
  document,
  questions: fc.array(question, { maxLength: 22 }),
});

describe('any well-typed bank', () => {
  it('can be checked, to a report that is true to it', () => {
    fc.assert(
      fc.property(bank, fc.option(fc.constantFrom('s', 'u'), { nil: undefined }), (any, part) => {
        const report = checkBank(any, part === undefined ? {} : { part });
        const ids = new Set(any.questions.map(({ id }) => id));
        const names = new Set([...RULES.map(({ name }) => name), 'waiver']);
        expect(report.questions).toBe(any.questions.length);
        for (const { rule, question: id, message } of report.problems) {
          expect(names).toContain(rule);
          expect(id === '' || ids.has(id)).toBe(true);
          expect(message).not.toBe('');
        }
        for (const score of Object.values(report.blind)) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
        expect(report.coverage.cited).toBeLessThanOrEqual(report.coverage.paragraphs);
      }),
      { numRuns: 50 },
    );
  }, 30_000);

  it('can be asked what gives what away', () => {
    fc.assert(
      fc.property(bank, (any) => {
        const ids = new Set(any.questions.map(({ id }) => id));
        for (const [teller, told] of givesAway(any)) {
          expect(ids).toContain(teller);
          expect(told).not.toContain(teller);
        }
      }),
    );
  });

  it('shows all options, the same way each time', () => {
    fc.assert(
      fc.property(question, (any) => {
        if (any.type !== 'choice' && any.type !== 'multi') return;
        const order = optionOrder(any, seededRandom(any.id));
        expect(order).toEqual(optionOrder(any, seededRandom(any.id)));
        expect([...order].sort()).toEqual(optionTexts(any).sort());
      }),
    );
  });
});
