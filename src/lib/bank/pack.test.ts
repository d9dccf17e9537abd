import { describe, expect, it } from 'vitest';
import { toExchange, packBank, unpackBank, type Bank, type PackedBank } from './index.ts';
import { compile, file, OPEN, question } from './source/fixture.ts';

const SOURCES = [
  question('open', OPEN),
  question('truth', '    type: truefalse\n    answer: false'),
  question(
    'choice',
    '    type: choice\n    answer: Whole\n    signoff: Ada\n    distractors:\n      - { text: Raw, why: No., cite: { paragraph: swifts-1, quote: the air } }\n      - { text: Cold, why: Not said. }',
  ),
  question(
    'multi',
    '    type: multi\n    answers: [One, Two]\n    distractors: [{ text: Three, why: No. }]',
  ),
  question('short', '    type: short\n    answer: Whole\n    accept: [entire]'),
  question('number', '    type: number\n    answer: 37\n    unit: mice\n    tolerance: 0'),
  question('order', '    type: order\n    items: [One, Two, Three]'),
  question(
    'match',
    '    type: match\n    pairs: [{ left: a, right: x }, { left: b, right: y }, { left: c, right: z }]',
  ),
  question('evidence', '    type: evidence'),
  question('cloze', '    type: cloze').replace(/prompt: .*/, 'prompt: It is {{whole}}.'),
];

function bankOf(): Bank {
  const bank = compile(file(SOURCES.join('')));
  if (!bank.ok) throw new Error(JSON.stringify(bank.error));
  return bank.value;
}

describe('a packed bank', () => {
  it('is the same bank again, also as JSON', () => {
    const bank = bankOf();
    const packed = JSON.parse(JSON.stringify(packBank(bank))) as PackedBank;
    expect(unpackBank(packed)).toEqual({ ok: true, value: bank });
  });

  it('holds the words of no citation twice', () => {
    const { questions } = packBank(bankOf());
    expect(JSON.stringify(questions)).not.toContain('swallow their prey');
    expect(JSON.stringify(questions)).not.toContain('the air');
  });

  it('is refused, naming the questions, where a citation lies outside of the document', () => {
    const packed = packBank(bankOf());
    const [section, ...others] = packed.document.sections;
    const damaged = {
      ...packed,
      document: {
        ...packed.document,
        sections: [{ ...section!, paragraphs: section!.paragraphs.slice(0, 1) }, ...others],
      },
    };
    const unpacked = unpackBank(damaged);
    expect(unpacked).toMatchObject({ ok: false, error: { code: 'lost-citation' } });
    expect(!unpacked.ok && unpacked.error.message).toContain('open, truth, choice');
  });

  it('is refused where a distractor’s citation is lost', () => {
    const packed = packBank(bankOf());
    const damaged = {
      ...packed,
      document: { ...packed.document, sections: packed.document.sections.slice(0, 1) },
    };
    const unpacked = unpackBank(damaged);
    expect(!unpacked.ok && unpacked.error.message).toContain('(choice)');
  });

  it.each([
    ['nothing', null],
    ['no object', 'bank'],
    ['another object', { hello: 'world' }],
    ['no document', { ...packBank(bankOf()), document: null }],
    ['a document without sections', { ...packBank(bankOf()), document: { title: 'Birds' } }],
    [
      'a section without paragraphs',
      { ...packBank(bankOf()), document: { title: 'Birds', sections: [{ id: 'owls' }] } },
    ],
    ['questions that are none', { ...packBank(bankOf()), questions: [null] }],
    ['a question without citations', { ...packBank(bankOf()), questions: [{ id: 'q' }] }],
    ['a citation that is none', { ...packBank(bankOf()), questions: [{ id: 'q', cites: [7] }] }],
  ])('is refused where what arrived is %s', (_what, value) => {
    expect(unpackBank(value)).toMatchObject({ ok: false, error: { code: 'bank-damaged' } });
  });
});

describe('a question as the commands print it', () => {
  const printed = new Map(bankOf().questions.map((one) => [one.type, toExchange(one)]));

  it('has the same fields in the same order for every type', () => {
    for (const question of bankOf().questions) {
      const more = [
        ...(question.signoff === undefined ? [] : ['signoff']),
        ...(Object.keys(question.waive).length === 0 ? [] : ['waive']),
      ];
      expect(Object.keys(toExchange(question))).toEqual([
        ...'id type prompt answers distractors explanation stance level tags cites'.split(' '),
        ...more,
      ]);
    }
  });

  it.each([
    ['open', ['Whole.'], []],
    ['truefalse', ['false'], []],
    ['choice', ['Whole'], ['Raw', 'Cold']],
    ['multi', ['One', 'Two'], ['Three']],
    ['short', ['Whole', 'entire'], []],
    ['cloze', ['whole'], []],
    ['number', ['37'], []],
    ['order', ['One', 'Two', 'Three'], []],
    ['match', ['a → x', 'b → y', 'c → z'], []],
    ['evidence', ['Owls swallow their prey whole'], []],
  ] as const)('has the key and the wrong options of its type: %s', (type, answers, distractors) => {
    expect(printed.get(type)).toMatchObject({ answers, distractors });
  });
});
