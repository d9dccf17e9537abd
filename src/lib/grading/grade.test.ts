import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../document/index.ts';
import type { Question } from '../bank/index.ts';
import {
  gradeResponse,
  isGradable,
  type GradableQuestion,
  type Grade,
  type Response,
} from './index.ts';

type Of<Type extends Question['type']> = Extract<Question, { type: Type }>;
type Own<Type extends Question['type']> = Omit<Of<Type>, keyof typeof COMMON>;

const CITE: Citation = {
  document: 'd',
  section: 's',
  paragraph: 's-1',
  exact: 'x',
  prefix: '',
  suffix: '',
  start: 0,
  end: 1,
};
const COMMON = {
  id: 'q',
  prompt: 'What?',
  explanation: 'Because.',
  stance: 'fact',
  level: 'remember',
  tags: [],
  cites: [CITE],
  requires: [],
  waive: {},
} as const;

const question = <Type extends GradableQuestion['type']>(own: Own<Type> & { type: Type }) =>
  ({ ...COMMON, ...own }) as unknown as Of<Type> & GradableQuestion;

const choice = question({
  type: 'choice',
  answer: 'The Guadalajara Cartel',
  distractors: [
    { text: 'Los Zetas', why: 'They came later.' },
    { text: 'The Milenio Cartel', why: 'The CJNG began there.' },
  ],
});
const multi = question({
  type: 'multi',
  answers: ['One', 'Two', 'Three'],
  distractors: [
    { text: 'Four', why: 'Four is not.' },
    { text: 'Five', why: 'Five is not.' },
  ],
});
const truth = question({ type: 'truefalse', answer: false });
const number = (answer: number, unit = 'states', tolerance = 0) =>
  question({ type: 'number', answer, unit, tolerance });
const short = (answer: string, ...accept: string[]) => question({ type: 'short', answer, accept });
const cloze = (answer: string, ...accept: string[]) => question({ type: 'cloze', answer, accept });

const typed = (text: string): Response => ({ kind: 'typed', text });
const options = (...texts: string[]): Response => ({ kind: 'options', texts });
const verdict = (one: GradableQuestion, text: string) => gradeResponse(one, typed(text)).verdict;

describe('a choice', () => {
  it('is right with the key', () => {
    expect(gradeResponse(choice, { kind: 'option', text: 'The Guadalajara Cartel' })).toEqual({
      verdict: 'right',
      credit: 1,
    });
  });

  it('is wrong with a distractor, and says why', () => {
    expect(gradeResponse(choice, { kind: 'option', text: 'Los Zetas' })).toEqual({
      verdict: 'wrong',
      credit: 0,
      note: 'They came later.',
    });
  });

  it('is wrong with anything else', () => {
    expect(gradeResponse(choice, { kind: 'option', text: '' })).toEqual({
      verdict: 'wrong',
      credit: 0,
    });
  });
});

describe('true or false', () => {
  it('is right or wrong', () => {
    expect(gradeResponse(truth, { kind: 'truth', value: false }).verdict).toBe('right');
    expect(gradeResponse(truth, { kind: 'truth', value: true }).verdict).toBe('wrong');
  });
});

describe('several right options', () => {
  it.each<[string[], Grade]>([
    [['One', 'Two', 'Three'], { verdict: 'right', credit: 1 }],
    [['Three', 'One', 'Two', 'Two'], { verdict: 'right', credit: 1 }],
    [['One', 'Two'], { verdict: 'partly', credit: 2 / 3, note: '2 of 3 found.' }],
    [['One', 'Two', 'Three', 'Four'], { verdict: 'partly', credit: 2 / 3, note: 'Four is not.' }],
    [['One', 'Two', 'Five'], { verdict: 'partly', credit: 1 / 3, note: 'Five is not.' }],
    [['One', 'Five'], { verdict: 'wrong', credit: 0, note: 'Five is not.' }],
    [['Four', 'Five'], { verdict: 'wrong', credit: 0, note: 'Four is not.' }],
    [[], { verdict: 'wrong', credit: 0, note: '0 of 3 found.' }],
  ])('taken as %j', (texts, grade) => {
    expect(gradeResponse(multi, options(...texts))).toEqual(grade);
  });

  it('give no more credit for fewer right ones or for more wrong ones', () => {
    const right = fc.subarray([...multi.answers]);
    const wrong = fc.subarray(multi.distractors.map(({ text }) => text));
    const credit = (...texts: string[]) => gradeResponse(multi, options(...texts)).credit;
    fc.assert(
      fc.property(right, wrong, fc.nat(), (taken, mistaken, at) => {
        const before = credit(...taken, ...mistaken);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(1);
        const missing = multi.answers.filter((text) => !taken.includes(text));
        if (missing.length > 0) {
          const more = missing[at % missing.length]!;
          expect(credit(...taken, ...mistaken, more)).toBeGreaterThanOrEqual(before);
        }
        const temptations = multi.distractors.filter(({ text }) => !mistaken.includes(text));
        if (temptations.length > 0) {
          const more = temptations[at % temptations.length]!.text;
          expect(credit(...taken, ...mistaken, more)).toBeLessThanOrEqual(before);
        }
        expect(before === 1).toBe(taken.length === 3 && mistaken.length === 0);
      }),
    );
  });
});

describe('a number', () => {
  it.each([
    [27, 'states', 0, '27', 'right'],
    [27, 'states', 0, 'twenty-seven states', 'right'],
    [27, 'states', 0, '28', 'wrong'],
    [250, 'tons a year', 0, 'two hundred fifty', 'right'],
    [18000, 'homicides a year', 0, '18,000', 'right'],
    [37, 'percent', 0, '37 %', 'right'],
    [10, 'states', 2, '12', 'right'],
    [10, 'states', 2, '13', 'wrong'],
    [2.5, 'tons', 0.1, '2.6', 'right'],
    [2.5, 'tons', 0.1, '2.4', 'right'],
    [2.5, 'tons', 0.1, '2.61', 'wrong'],
    [20, 'US dollars, billions', 0, '20', 'right'],
    [20, 'US dollars, billions', 0, '$20 billion', 'right'],
    [20, 'US dollars, billions', 0, '20,000,000,000', 'right'],
    [20, 'US dollars, billions', 0, '20 million', 'wrong'],
    [15, 'million US dollars', 0, '$15 million', 'right'],
    [15, 'million US dollars', 0, '15 billion', 'wrong'],
  ] as const)('%d %s ± %d, answered %j: %s', (answer, unit, tolerance, text, expected) => {
    expect(verdict(number(answer, unit, tolerance), text)).toBe(expected);
  });

  it('says so where it cannot be read', () => {
    for (const text of ['', 'a few', '200 to 250']) {
      expect(gradeResponse(number(200), typed(text))).toMatchObject({
        verdict: 'wrong',
        note: 'No single number could be read in this.',
      });
    }
  });
});

describe('a typed answer', () => {
  it.each([
    ['The Guadalajara Cartel', 'guadalajara cartel'],
    ['Joaquín Guzmán López', 'joaquin guzman lopez'],
    ['Los Zetas', 'ZETAS'],
    ['Mexico’s army', "mexico's army"],
    ['time-share', 'time share'],
    ['twenty-seven', '27'],
    ['twenty-seven', '27 states'],
    ['27', 'twenty-seven'],
    ['10,000', 'ten thousand'],
    ['$20 billion', '20 billion'],
    ['a', 'a'],
    ['$', '$'],
    ['🦉', '🦉'],
  ])('for %j may be %j', (key, answer) => {
    expect(gradeResponse(short(key), typed(answer))).toEqual({ verdict: 'right', credit: 1 });
    expect(gradeResponse(cloze('something else', key), typed(answer)).verdict).toBe('right');
  });

  it.each([
    ['Sinaloa', 'Sinalao'],
    ['Guadalajara', 'Gaudalajra'],
    ['sovereignty', 'soverignty'],
    ['seventeen', 'seventen'],
  ])('for %j may have slips, which are named: %j', (key, answer) => {
    expect(gradeResponse(short(key), typed(answer))).toEqual({
      verdict: 'right',
      credit: 1,
      note: `Right, but it is written “${key}”.`,
    });
  });

  it.each([
    ['Iraq', 'Iran'],
    ['July 2024', 'July 2025'],
    ['July 2024', 'Jully 2024'],
    ['2014', '2015'],
    ['eighty', 'eight'],
    ['twenty-seven', '28'],
    ['eighteen thousand', 'eighteen thousands and one'],
    ['constitutional', 'unconstitutional'],
    ['their constitutional reform', 'their unconstitutional reform'],
    ['moral', 'amoral'],
    ['one party', '1'],
    ['one of the cartels', '1'],
    ['Sinaloa', ''],
    ['Sinaloa', '…'],
    ['Sinaloa', 'the'],
    ['が', 'か'],
  ])('for %j may not be %j', (key, answer) => {
    expect(gradeResponse(short(key), typed(answer))).toEqual({ verdict: 'wrong', credit: 0 });
  });

  it('is graded at once, also for a long key', () => {
    const key = 'internationalization is wrong (2026)';
    const started = performance.now();
    expect(verdict(short(key), '27')).toBe('wrong');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

/** Any UTF-16, halves of surrogate pairs too. */
const utf16 = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));

describe('any question', () => {
  const words = fc.string({ minLength: 1, unit: utf16 }).filter((text) => text.trim() !== '');
  const distractors = fc.array(fc.record({ text: words, why: words }), { minLength: 1 });
  const anyQuestion: fc.Arbitrary<GradableQuestion> = fc.oneof(
    fc.record({ answer: words, distractors }).map((own) => question({ type: 'choice', ...own })),
    fc
      .record({ answers: fc.uniqueArray(words, { minLength: 2 }), distractors })
      .filter(({ answers, distractors }) =>
        distractors.every(({ text }) => !answers.includes(text)),
      )
      .map((own) => question({ type: 'multi', ...own })),
    fc.boolean().map((answer) => question({ type: 'truefalse', answer })),
    fc.tuple(words, fc.array(words)).map(([answer, accept]) => short(answer, ...accept)),
    fc.tuple(words, fc.array(words)).map(([answer, accept]) => cloze(answer, ...accept)),
    fc
      .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat())
      .map(([cents, tolerance]) => number(cents / 100, 'dollars', tolerance)),
  );
  const anyResponse: fc.Arbitrary<Response> = fc.oneof(
    fc.string({ unit: utf16 }).map((text): Response => ({ kind: 'option', text })),
    fc.array(fc.string()).map((texts): Response => ({ kind: 'options', texts })),
    fc.boolean().map((value): Response => ({ kind: 'truth', value })),
    fc.string({ unit: utf16 }).map(typed),
    fc.double().map((value) => typed(String(value))),
  );

  function keyOf(one: GradableQuestion): Response {
    switch (one.type) {
      case 'choice':
        return { kind: 'option', text: one.answer };
      case 'multi':
        return options(...one.answers);
      case 'truefalse':
        return { kind: 'truth', value: one.answer };
      default:
        return typed(String(one.answer));
    }
  }

  it('is answered right by its own key, without remark', () => {
    fc.assert(
      fc.property(anyQuestion, (one) => {
        expect(gradeResponse(one, keyOf(one))).toEqual({ verdict: 'right', credit: 1 });
      }),
    );
  });

  it('is answered right by each wording that it accepts', () => {
    fc.assert(
      fc.property(words, fc.array(words, { minLength: 1 }), fc.nat(), (answer, accept, at) => {
        expect(verdict(short(answer, ...accept), accept[at % accept.length]!)).toBe('right');
      }),
    );
  });

  it('grades any response, with a credit that fits the verdict', () => {
    fc.assert(
      fc.property(anyQuestion, anyResponse, (one, response) => {
        const { verdict, credit } = gradeResponse(one, response);
        if (verdict === 'right') expect(credit).toBe(1);
        if (verdict === 'wrong') expect(credit).toBe(0);
        if (verdict === 'partly') expect(credit > 0 && credit < 1).toBe(true);
      }),
    );
  });

  it('takes a response of another kind for wrong', () => {
    const all = [choice, multi, truth, number(1), short('One'), cloze('One')];
    const responses: Response[] = [
      { kind: 'option', text: 'One' },
      options('One', 'Two', 'Three'),
      { kind: 'truth', value: false },
      typed('1'),
    ];
    const right = all.map((one) =>
      responses.map((response) => gradeResponse(one, response).verdict),
    );
    expect(right.map((row) => row.map((each) => each !== 'wrong'))).toEqual([
      [false, false, false, false],
      [false, true, false, false],
      [false, false, true, false],
      [false, false, false, true],
      [false, false, false, true],
      [false, false, false, true],
    ]);
  });

  it('can be graded by its type', () => {
    const types = 'choice multi truefalse cloze short number open order match evidence'.split(' ');
    const graded = types.filter((type) => isGradable({ ...COMMON, type } as unknown as Question));
    expect(graded).toEqual(['choice', 'multi', 'truefalse', 'cloze', 'short', 'number']);
  });
});
