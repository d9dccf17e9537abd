import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../document/index.ts';
import type { Question } from '../bank/index.ts';
import { gradeResponse, isGradable, type Grade, type Response, type Span } from './index.ts';

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

const question = <Type extends Question['type']>(own: Own<Type> & { type: Type }) =>
  ({ ...COMMON, ...own }) as unknown as Of<Type>;

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
const verdict = (one: Question, text: string) => gradeResponse(one, typed(text)).verdict;

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

describe('an order', () => {
  const items = ['a', 'b', 'c', 'd'];
  const order = question({ type: 'order', items });
  const put = (text: string) => gradeResponse(order, { kind: 'sequence', items: [...text] });

  it.each([
    ['abcd', 'right', 1],
    ['abdc', 'partly', 2 / 3],
    ['badc', 'partly', 1 / 3],
    ['dcba', 'wrong', 0],
    ['bdac', 'wrong', 0],
    ['ab', 'wrong', 0],
    ['abc', 'wrong', 0],
    ['abxcd', 'partly', 6 / 7],
    ['', 'wrong', 0],
  ] as const)('put as %s is %s', (text, verdict, credit) => {
    expect(put(text)).toMatchObject({ verdict, credit: expect.closeTo(credit, 9) as number });
  });

  it('is worth more with each neighbouring pair that is put right', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: 4 }), (given) => {
        const credit = (order: readonly string[]) => put(order.join('')).credit;
        for (let place = 1; place < given.length; place++) {
          if (given[place - 1]! < given[place]!) continue;
          const mended = [...given];
          [mended[place - 1], mended[place]] = [given[place]!, given[place - 1]!];
          expect(credit(mended)).toBeGreaterThanOrEqual(credit(given));
        }
      }),
    );
  });

  it('made by chance is worth little: a third of the orders of four, nothing', () => {
    const orders = permutations(items).map((order) => put(order.join('')));
    expect(orders.filter(({ credit }) => credit === 0).length).toBeGreaterThan(8);
    expect(orders.filter(({ verdict }) => verdict === 'right')).toHaveLength(1);
  });
});

function permutations(items: readonly string[]): string[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

describe('a match', () => {
  const pairs = ['a', 'b', 'c'].map((left) => ({ left, right: left.toUpperCase() }));
  const match = question({ type: 'match', pairs });
  const made = (...texts: string[]) =>
    gradeResponse(match, {
      kind: 'pairs',
      pairs: texts.map((text) => ({ left: text[0]!, right: text[1]! })),
    });

  it('has a credit for each pair', () => {
    expect(made('aA', 'bB', 'cC')).toEqual({ verdict: 'right', credit: 1 });
    expect(made('cC', 'aA', 'bB')).toEqual({ verdict: 'right', credit: 1 });
    expect(made('aA')).toMatchObject({ verdict: 'partly', credit: 1 / 3 });
    expect(made('aA', 'bC', 'cB')).toMatchObject({ note: '1 of 3 pairs right.' });
    expect(made('aB', 'bC', 'cA')).toMatchObject({ verdict: 'wrong', credit: 0 });
    expect(made()).toMatchObject({ verdict: 'wrong', credit: 0 });
  });
});

const span = (start: number, end: number, paragraph = 's-1'): Span => ({ paragraph, start, end });
const spans = fc
  .tuple(fc.nat(200), fc.nat(60), fc.constantFrom('s-1', 's-2'))
  .map(([start, length, paragraph]) => span(start, start + length, paragraph));

describe('evidence', () => {
  const evidence = (...passages: Span[]) => question({ type: 'evidence', passages });
  const found = (one: Question, ...given: Span[]) =>
    gradeResponse(one, { kind: 'passage', spans: given });

  it('is right from half of what is meant or pointed out, and partly right below', () => {
    const one = evidence(span(100, 200));
    expect(found(one, span(100, 200))).toEqual({ verdict: 'right', credit: 1 });
    expect(found(one, span(100, 150))).toEqual({ verdict: 'right', credit: 1 });
    expect(found(one, span(100, 149))).toEqual({ verdict: 'partly', credit: 0.49 });
    expect(found(one, span(0, 150))).toEqual({ verdict: 'partly', credit: 0.25 });
    expect(found(one, span(0, 100))).toEqual({ verdict: 'wrong', credit: 0 });
    expect(found(one, span(100, 200, 's-2'))).toEqual({ verdict: 'wrong', credit: 0 });
    expect(found(one)).toEqual({ verdict: 'wrong', credit: 0 });
  });

  it('counts no character twice', () => {
    const one = evidence(span(0, 60), span(30, 100));
    expect(found(one, span(0, 49), span(0, 49), span(10, 20)).credit).toBeCloseTo(0.49, 9);
    expect(found(one, span(0, 70), span(70, 100))).toEqual({ verdict: 'right', credit: 1 });
  });

  it('without its sentences is graded by the cited words', () => {
    expect(found(question({ type: 'evidence' }), span(0, 1)).verdict).toBe('right');
  });

  it('is worth no less with more of what is meant, no more with more of what is not', () => {
    fc.assert(
      fc.property(fc.array(spans, { minLength: 1 }), fc.array(spans), spans, (key, given, more) => {
        const before = found(evidence(...key), ...given).credit;
        const meant = found(evidence(...key), ...given, key[0]!).credit;
        expect(meant).toBeGreaterThanOrEqual(before - 1e-9);
        const elsewhere = { ...more, paragraph: 's-3' };
        expect(found(evidence(...key), ...given, elsewhere).credit).toBeLessThanOrEqual(before);
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
  const anyQuestion: fc.Arbitrary<Question> = fc.oneof(
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
    fc.uniqueArray(words, { minLength: 2 }).map((items) => question({ type: 'order', items })),
    fc
      .uniqueArray(words, { minLength: 1 })
      .map((texts) => texts.map((text) => ({ left: text, right: `${text}.` })))
      .map((pairs) => question({ type: 'match', pairs })),
    fc.nat().map((start) => question({ type: 'evidence', passages: [span(start, start + 9)] })),
    fc.constant(question({ type: 'open', answer: 'So' })),
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
    fc.array(fc.string()).map((items): Response => ({ kind: 'sequence', items })),
    fc
      .array(fc.record({ left: fc.string(), right: fc.string() }))
      .map((pairs): Response => ({ kind: 'pairs', pairs })),
    fc.array(spans).map((found): Response => ({ kind: 'passage', spans: found })),
    fc.string().map((text): Response => ({ kind: 'written', text })),
    fc
      .constantFrom('right' as const, 'partly' as const, 'wrong' as const)
      .map((judgement): Response => ({ kind: 'judged', verdict: judgement, text: '' })),
  );

  function keyOf(one: Question): Response {
    switch (one.type) {
      case 'choice':
        return { kind: 'option', text: one.answer };
      case 'multi':
        return options(...one.answers);
      case 'truefalse':
        return { kind: 'truth', value: one.answer };
      case 'order':
        return { kind: 'sequence', items: one.items };
      case 'match':
        return { kind: 'pairs', pairs: one.pairs };
      case 'evidence':
        return { kind: 'passage', spans: one.passages! };
      case 'open':
        return { kind: 'judged', verdict: 'right', text: '' };
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
    expect(isGradable({ type: 'open' })).toBe(false);
    expect(isGradable({ type: 'order' })).toBe(true);
  });
});
