import { describe, expect, it } from 'vitest';
import type { Bank, Question } from '../index.ts';
import { change, cite, largeBank, smallBank, withKeyAt, wrong } from './fixtures/index.ts';
import { checkBank, RULES } from './index.ts';

const small = smallBank();
const large = largeBank();
const problems = (bank: Bank) => checkBank(bank).problems;
const rules = (bank: Bank) => [...new Set(problems(bank).map(({ rule }) => rule))];
const question = (bank: Bank, id: string) => bank.questions.find((one) => one.id === id)!;
const cited = (id: string) => question(small, id).cites[0];

/** The bank with every question of one type changed. */
function changeAll(bank: Bank, type: string, changes: (one: Question, at: number) => object): Bank {
  let at = 0;
  return {
    ...bank,
    questions: bank.questions.map((one) =>
      one.type === type ? { ...one, ...changes(one, at++) } : one,
    ),
  };
}

it('finds nothing in banks that break no rule', () => {
  expect(problems(small)).toEqual([]);
  expect(problems(large)).toEqual([]);
});

it('judges every card of a question, and tells once what is wrong with all', () => {
  const number = 2;
  const prompt = 'The ____ refused to dredge the channel because of its cost.';
  const gaps = (answer: string) => ({ gaps: [{ number, prompt, answer, accept: [] }] });
  expect(problems(change(small, 'dredging', gaps('council')))).toEqual([]);
  const wrong = problems(change(small, 'dredging', gaps('mayor of Ostrand')));
  expect(wrong.map(({ rule, question }) => [rule, question])).toContainEqual([
    'key-grounded',
    'dredging',
  ]);
  const explanation = 'It says so in 1999.';
  const twice = problems(change(small, 'dredging', { ...gaps('council'), explanation }));
  expect(twice.filter(({ rule }) => rule === 'explanation')).toHaveLength(1);
});

describe('a rule for one question', () => {
  const long = 'of the town whose fleet had grown so much by then';
  const broken: [rule: string, what: string, id: string, changes: object][] = [
    [
      'quote-exact',
      'another quote',
      'fleet',
      {
        cites: [{ ...cited('fleet'), exact: cited('fleet').exact.replace('toll', 'tax') }],
      },
    ],
    ['quote-exact', 'shifted offsets', 'fleet', { cites: [{ ...cited('fleet'), start: 1 }] }],
    [
      'quote-exact',
      'no such paragraph',
      'fleet',
      { cites: [{ ...cited('fleet'), paragraph: 'x-1' }, cited('fleet')] },
    ],
    [
      'quote-exact',
      'another section',
      'fleet',
      { cites: [{ ...cited('fleet'), section: 'trade' }] },
    ],
    [
      'quote-exact',
      'another document',
      'fleet',
      { cites: [{ ...cited('fleet'), document: 'other' }] },
    ],
    [
      'quote-exact',
      'a wrong prefix',
      'fleet',
      { cites: [{ ...cited('fleet'), prefix: 'nothing like it' }] },
    ],
    [
      'quote-findable',
      'a word without context',
      'founder',
      {
        cites: [
          cited('founder'),
          { ...cite(small.document, 'history-1', 'chapel'), prefix: '', suffix: '' },
        ],
      },
    ],
    ['key-grounded', 'a number', 'herring', { answer: 36 }],
    ['key-grounded', 'a year', 'closing-year', { answer: '1413' }],
    [
      'key-grounded',
      'a name',
      'founder',
      { answer: 'Odo Amund', distractors: wrong('Karl Brand', 'Sten Holmer') },
    ],
    [
      'key-grounded',
      'prose',
      'fleet',
      { answer: 'Because merchants paid better prices everywhere.' },
    ],
    [
      'key-grounded',
      'a number in a true statement',
      'closing-cause',
      {
        prompt: 'According to the document, the harbour closed in 1413: true or false?',
        answer: true,
      },
    ],
    ['explanation', 'too long', 'fleet', { explanation: 'word '.repeat(61) }],
    ['explanation', 'none', 'fleet', { explanation: ' ' }],
    [
      'explanation',
      'a foreign number',
      'fleet',
      { explanation: 'The cited sentence says so 47 times.' },
    ],
    [
      'explanation',
      'a foreign name',
      'fleet',
      { explanation: 'As the Hanse did, Velm traded in fish.' },
    ],
    [
      'distractor-elsewhere',
      'in a sentence like the stem',
      'founder',
      {
        prompt: 'Which goods of Velm were bought by merchants from Karsholm and Ostrand?',
        answer: 'Odo Brand',
        distractors: wrong('Amber', 'Sten Holmer'),
      },
    ],
    ['one-key', 'two options', 'founder', { distractors: wrong('Karl Amund') }],
    [
      'one-key',
      'five options',
      'founder',
      { distractors: wrong('Karl Amund', 'Sten Holmer', 'Per Lund', 'Ulf Berg') },
    ],
    ['one-key', 'twice the same', 'founder', { distractors: wrong('Karl Amund', 'Karl  Amund') }],
    [
      'one-key',
      'nearly the same',
      'founder',
      {
        answer: 'The fisherman who built a chapel on the cliff',
        cites: [cite(small.document, 'history-1', small.document.sections[0]!.paragraphs[0]!.text)],
        distractors: wrong(
          'A man who had come from far in the south',
          'A man who had come from far in the north',
        ),
      },
    ],
    [
      'one-key',
      'the number of right options is not said',
      'goods',
      {
        prompt: 'Which goods does the document count among the exports of 1350?',
      },
    ],
    [
      'one-key',
      'one right option of a multi-select',
      'goods',
      {
        prompt: 'Which one good does the document count, in 1350, among the exports?',
        answers: ['Amber'],
        distractors: wrong('Woollen cloth', 'Timber'),
      },
    ],
    [
      'one-key',
      'an item twice',
      'course',
      { items: ['Velm was founded', 'A chapel was built', 'The chapel was built'] },
    ],
    [
      'one-key',
      'a right side twice',
      'buyers',
      {
        pairs: [
          { left: 'Karsholm', right: 'Amber' },
          { left: 'Ostrand', right: 'amber' },
        ],
      },
    ],
    ['one-key', 'an empty key', 'founder', { answer: ' ' }],
    [
      'key-length',
      'much longer than the rest',
      'founder',
      {
        answer: 'The fisherman Odo Brand, who built a chapel',
        distractors: wrong('The merchant Karl Amund', 'The envoy Sten Holmer'),
      },
    ],
    [
      'option-wording',
      'none of the above',
      'founder',
      { distractors: wrong('Karl Amund', 'None of the above') },
    ],
    ['option-wording', 'A and B', 'founder', { distractors: wrong('Karl Amund', 'Both A and B') }],
    [
      'option-wording',
      'an absolute word',
      'fleet',
      {
        type: 'choice',
        answer: 'The treaty removed the toll',
        distractors: wrong('The treaty never held', 'The treaty brought new ships'),
      },
    ],
    [
      'option-wording',
      'a vague word',
      'fleet',
      {
        type: 'choice',
        answer: 'The treaty removed the toll',
        distractors: wrong('The treaty often helped', 'The treaty brought new ships'),
      },
    ],
    [
      'option-wording',
      'a negative stem',
      'founder',
      { prompt: 'Which of these men did not settle in Velm?' },
    ],
    [
      'option-wording',
      'the exception asked for',
      'founder',
      { prompt: 'Which of these men is NOT a settler?' },
    ],
    [
      'clang',
      'a word of the stem in the key',
      'goods',
      {
        prompt: 'Which two goods, salted or dried, does the document count among the exports?',
      },
    ],
    [
      'option-kind',
      'a year among words',
      'closing-year',
      { distractors: wrong('1398', 'Before the flood') },
    ],
    [
      'option-kind',
      'two formats',
      'closing-year',
      {
        prompt: 'What did the council expect the dredging to cost?',
        answer: '$20 million',
        distractors: wrong('30 million dollars', '$15 million'),
        cites: [cite(small.document, 'trade-2', 'its cost of $20 million.')],
      },
    ],
    [
      'option-kind',
      'too far from the key',
      'closing-year',
      {
        prompt: 'What did the council expect the dredging to cost?',
        answer: '$20 million',
        distractors: wrong('$45 million', '$15 million'),
        cites: [
          cite(
            small.document,
            'trade-2',
            'The council refused to dredge the channel because of its cost of $20 million.',
          ),
        ],
      },
    ],
    [
      'option-kind',
      'a name among phrases',
      'founder',
      { distractors: wrong('a merchant of amber', 'an envoy of the king') },
    ],
    [
      'option-kind',
      'another grammar',
      'fleet',
      {
        type: 'choice',
        answer: 'Because the treaty removed the toll',
        distractors: wrong('Because the treaty brought ships', 'Treaty prices of amber'),
      },
    ],
    [
      'option-kind',
      'a full stop on one',
      'fleet',
      {
        type: 'choice',
        answer: 'The treaty removed the toll.',
        distractors: wrong('The treaty brought more ships', 'The treaty opened a channel'),
      },
    ],
    ['stem-form', 'too short', 'fleet', { prompt: 'Why a bigger fleet then?' }],
    [
      'stem-form',
      'too long',
      'fleet',
      { prompt: `Why did the council ${long} ${long} ${long} double its size?` },
    ],
    [
      'stem-form',
      'no question',
      'fleet',
      { prompt: 'Tell why the town doubled its fleet after the treaty.' },
    ],
    [
      'stem-form',
      'two blanks',
      'dredging',
      { prompt: 'The ____ refused to dredge because of its ____.' },
    ],
    [
      'stem-form',
      'no “true or false”',
      'closing-cause',
      { prompt: 'Did the harbour of Velm close because of a war?' },
    ],
    [
      'stem-form',
      'a pronoun that hangs',
      'fleet',
      { prompt: 'Why did they double the fleet after the treaty?' },
    ],
    [
      'stem-form',
      'a pointer that hangs',
      'fleet',
      { prompt: 'Why did this treaty lead to a bigger fleet?' },
    ],
    [
      'stem-form',
      'the latter',
      'fleet',
      { prompt: 'Why did Velm and Karsholm agree, and what did the latter gain?' },
    ],
    [
      'truefalse-not',
      'made false by “not”',
      'closing-cause',
      {
        prompt: 'According to the document, the harbour did not close in 1412: true or false?',
      },
    ],
    [
      'own-key',
      'the key in the stem',
      'fisherman',
      { prompt: 'Which trade, fisherman or other, had the founder?' },
    ],
  ];

  it.each(broken)('%s: %s', (rule, _what, id, changes) => {
    const found = problems(change(small, id, changes));
    expect(found.map((problem) => problem.rule)).toContain(rule);
    expect([...new Set(found.map((problem) => problem.rule))]).toEqual([rule]);
    expect(found[0]).toMatchObject({ rule, question: id });
  });

  it('has each a case here', () => {
    const covered = new Set(broken.map(([rule]) => rule));
    const all = RULES.filter(({ scope }) => scope === 'question').map(({ name }) => name);
    expect([...covered].sort()).toEqual([...all].sort());
  });

  const sound: [what: string, id: string, changes: object][] = [
    ['a number in figures that the passage has in words', 'herring', { answer: 35 }],
    ['a number within its tolerance', 'herring', { answer: 36, tolerance: 1 }],
    [
      'a number whose unit has the scale',
      'herring',
      {
        prompt: 'How many million dollars was the dredging to cost?',
        answer: 20,
        unit: 'million dollars',
        cites: [cite(small.document, 'trade-2', 'its cost of $20 million.')],
      },
    ],
    [
      'words that differ, signed off',
      'fleet',
      { answer: 'Because merchants paid better.', signoff: 'M. R.: an inference' },
    ],
    [
      'a word that the passage has in another form',
      'fleet',
      { answer: 'Removal of the toll on herring' },
    ],
    [
      'options that differ by a number only',
      'founder',
      {
        prompt: 'How much was the dredging of the channel to cost?',
        answer: '$20 million',
        distractors: wrong('$15 million', '$30 million'),
        cites: [cite(small.document, 'trade-2', 'its cost of $20 million.')],
      },
    ],
    [
      'an absolute word that is quoted',
      'fleet',
      {
        type: 'choice',
        prompt: 'What did one envoy think of the agreement with the neighbours?',
        answer: 'Always the better bargain',
        distractors: wrong('A heavy burden', 'A needless old promise'),
        cites: [
          cite(
            small.document,
            'history-2',
            'One envoy called it “always the better bargain” for both sides.',
          ),
        ],
      },
    ],
    [
      'a negation in a question for a reason',
      'fleet',
      { prompt: 'Why did the town not keep its fleet small?' },
    ],
    [
      'an “it” that stands for what follows',
      'fleet',
      { prompt: 'Why is it plausible that the treaty made the fleet grow?' },
    ],
    ['a pointer to the options', 'founder', { prompt: 'Which of these people was first in Velm?' }],
    [
      'a false statement whose passage has the “not”',
      'closing-cause',
      {
        prompt: 'According to the document, the harbour was refused no dredging: true or false?',
      },
    ],
  ];

  it.each(sound)('finds nothing wrong in %s', (_what, id, changes) => {
    expect(problems(change(small, id, changes))).toEqual([]);
  });
});

describe('a rule for the bank', () => {
  const mean = (_: Question, at: number) => ({
    type: 'truefalse',
    prompt: `According to the document, ${'xyzuvwabcdefghiklmno'[at]}ab had a thing in hand: true or false?`,
    answer: at < 12,
  });

  it('truefalse-balance', () => {
    expect(rules(changeAll(large, 'short', mean))).toEqual(['truefalse-balance']);
  });

  it('key-position', () => {
    const bank = {
      ...large,
      questions: large.questions.map((one) =>
        one.type === 'choice' ? withKeyAt(0, (id) => ({ ...one, id }), one.id) : one,
      ),
    };
    expect(rules(bank)).toEqual(['key-position']);
  });

  it('blind-strategies: the longest option', () => {
    const bank = changeAll(large, 'choice', (one) => ({
      distractors: wrong(
        ...('distractors' in one ? one.distractors : []).map(({ text }) => text.slice(1)),
      ),
    }));
    expect(rules(bank)).toEqual(['blind-strategies']);
    expect(checkBank(bank).blind['longest option']).toBe(1);
    expect(checkBank(large).blind['longest option']).toBeCloseTo(1 / 3, 2);
  });

  it('blind-strategies: the middle number', () => {
    const bank = changeAll(large, 'choice', (_, at) => ({
      answer: String(1500 + at),
      distractors: wrong(String(1400 + at), String(1600 + at)),
    }));
    expect(checkBank(bank).blind['middle number']).toBe(1);
    expect(rules(bank)).toContain('blind-strategies');
  });

  it('blind-strategies: the words of the stem', () => {
    const bank = changeAll(large, 'choice', (one) => ({
      prompt: `${one.prompt.slice(0, -1)}, ${'answer' in one ? String(one.answer) : ''} or another?`,
    }));
    expect(checkBank(bank).blind['most words shared with stem']).toBe(1);
  });

  it('blind-strategies: the odd one out', () => {
    const bank = changeAll(large, 'choice', (one, at) => ({
      distractors: wrong(`the old ${coinless(at)}`, `the new ${coinless(at)}`),
      prompt: one.prompt,
    }));
    expect(checkBank(bank).blind['odd one out']).toBe(1);
  });

  it('coverage: a paragraph that no question cites', () => {
    const bank = change(small, 'fleet', { cites: [cited('bargain')] });
    const other = {
      ...bank,
      questions: bank.questions.filter(({ cites }) => cites[0].paragraph !== 'history-2'),
    };
    expect(problems(other)).toMatchObject([{ rule: 'coverage', question: '' }]);
    expect(checkBank(other).coverage).toEqual({ paragraphs: 4, cited: 3 });
  });

  it('coverage: a paragraph that too many cite', () => {
    const first = large.questions[0]!.cites[0];
    const bank = [1, 2, 3].reduce((before, at) => {
      const { id, cites } = large.questions[at]!;
      return change(before, id, { cites: [...cites, first] });
    }, large);
    expect(problems(bank)).toMatchObject([{ rule: 'coverage', question: '' }]);
  });

  it('near-duplicate', () => {
    const bank = change(small, 'fisherman', {
      prompt: 'Who, pray, was it that founded the town of Velm?',
    });
    expect(problems(bank)).toMatchObject([{ rule: 'near-duplicate', question: 'fisherman' }]);
  });

  it('type-mix: too many of one type', () => {
    expect(rules(changeAll(large, 'short', () => ({ type: 'open' })))).toEqual(['type-mix']);
  });

  it('type-mix: too little reasoning', () => {
    const bank = changeAll(large, 'open', (one) => ({
      prompt: one.prompt.replace('Why did', 'For what did'),
    }));
    expect(rules(bank)).toEqual(['type-mix']);
  });

  it('type-mix: too many bare numbers', () => {
    const bank = changeAll(changeAll(large, 'short', bare), 'choice', (one) => ({
      ...bare(),
      type: 'number',
      id: one.id,
    }));
    expect(problems(bank).filter(({ rule }) => rule === 'type-mix')).toHaveLength(2);
  });

  it('says nothing where only a part is checked, but counts the paragraphs of that part', () => {
    const part = {
      ...small,
      questions: small.questions.filter(({ cites }) => cites[0].section === 'trade'),
    };
    expect(checkBank(part, { part: 'trade' })).toMatchObject({
      problems: [],
      coverage: { paragraphs: 2, cited: 2 },
    });
    expect(checkBank(part).problems).toHaveLength(2);
  });
});

const coinless = (at: number) => `${'xyzuvwabcdefghiklmno'[at]!}rope`;
const bare = () => ({ type: 'number', answer: 5, unit: 'things', tolerance: 0 });

describe('waivers', () => {
  const broken = { prompt: 'Why a bigger fleet then?' };

  it('take out a problem and are counted', () => {
    const report = checkBank(
      change(small, 'fleet', { ...broken, waive: { 'stem-form': 'It is clear.' } }),
    );
    expect(report.problems).toEqual([]);
    expect(report.waivers).toEqual([
      { rule: 'stem-form', question: 'fleet', reason: 'It is clear.' },
    ]);
  });

  it.each([
    ['of an unknown rule', { waive: { 'stem-shape': 'It is clear.' } }, ['waiver']],
    ['of a rule that is kept', { waive: { 'stem-form': 'It is clear.' } }, ['waiver']],
    ['of a rule for the bank', { waive: { coverage: 'It is clear.' } }, ['waiver']],
    ['of a rule for pairs', { waive: { 'near-duplicate': 'It is clear.' } }, ['waiver']],
    ['without a reason', { ...broken, waive: { 'stem-form': ' ' } }, ['stem-form', 'waiver']],
  ])('are a problem themselves %s', (_what, changes, expected) => {
    const report = checkBank(change(small, 'fleet', changes));
    expect(report.problems.map(({ rule }) => rule)).toEqual(expected);
    expect(report.waivers).toEqual([]);
  });
});

it('leaves out what reads English words for other languages', () => {
  const spanish = { ...small, document: { ...small.document, language: 'es' } };
  expect(problems(change(spanish, 'fleet', { prompt: '¿Por qué?' }))).toEqual([]);
  expect(rules(change(spanish, 'founder', { distractors: wrong('Karl Amund') }))).toEqual([
    'one-key',
  ]);
});
