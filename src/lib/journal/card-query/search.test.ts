import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { card, cards, FOUNDER, KNOWN, queries, texts, typed } from './fixture.ts';
import { matching } from './match.ts';
import { readSearch } from './parse.ts';

const read = (text: string) => readSearch(text, KNOWN);
const finds = (text: string, facts = card()) => matching(read(text).query)(facts);
const slips = (text: string) => read(text).slips.map(({ message }) => message);

describe('words', () => {
  const founder = card({ question: FOUNDER });
  it.each(['', '   ', '-', '""', 'brand or', 'or', 'odo', 'ODO brand', '“odo brand”', 'Bránd'])(
    'with “%s” finds Odo Brand',
    (text) => {
      expect(finds(text, founder)).toBe(true);
    },
  );

  it.each(['"brand odo"', 'odo -brand', '-odo', 'odobrand', 'xyzzy or plugh'])(
    'with “%s” does not',
    (text) => {
      expect(finds(text, founder)).toBe(false);
      expect(slips(text)).toEqual([]);
    },
  );

  it('finds what is explained and what is cited', () => {
    expect(finds(`"${founder.question.explanation}"`, founder)).toBe(true);
    expect(finds(`"${founder.question.cites[0].exact}"`, founder)).toBe(true);
  });

  it('looks in the learner’s own wording in place of the bank’s', () => {
    const own = card({ wording: { prompt: 'Wer war’s?', answer: 'Der Großvater' } });
    expect(finds('"wer war\'s" grossvater', own)).toBe(true);
    expect(finds(`"${own.question.prompt}"`, own)).toBe(false);
    expect(finds(`"${own.question.explanation}"`, own)).toBe(true);
  });

  it('keeps phrases within a field', () => {
    const { prompt, explanation } = founder.question;
    const across = `${prompt.slice(-4)} ${explanation.slice(0, 4)}`;
    expect(finds(`"${across}"`, founder)).toBe(false);
  });
});

describe('terms', () => {
  it.each([
    ['tag:EXAM', { tags: ['exam'] }],
    ['tag:añ*', { tags: ['Añejo'] }],
    ['tag:"cold war"', { tags: ['cold war'] }],
    ['is:new', { phase: 'new', due: null }],
    ['is:learn', { phase: 'learning' }],
    ['is:review', {}],
    ['is:due', { due: -2 }],
    ['is:suspended', { suspended: true, due: null }],
    ['is:buried', { buried: true }],
    ['is:flagged', { flagged: true }],
    ['is:leech', { leech: true }],
    ['is:edited', { wording: { prompt: 'x' } }],
    ['lapses>3', { lapses: 4 }],
    ['prop:lapses>=4', { lapses: 4 }],
    ['lapses:4', { lapses: 4 }],
    ['due<=7', { due: 7 }],
    ['due<0', { due: -1 }],
    ['recall<90%', { recall: 0.89 }],
    ['prop:r=90', { recall: 0.9 }],
    ['rated:3', { answered: 2 }],
    ['difficulty>5.5', { difficulty: 5.6 }],
    ['stability<2,5', { stability: 2.4 }],
    ['reviews!=3', { reviews: 2 }],
  ] as const)('%s', (text, own) => {
    expect(slips(text)).toEqual([]);
    expect(finds(text, card(own))).toBe(true);
    expect(finds(`-${text}`, card(own))).toBe(false);
  });

  it('compares no figure that a card does not have', () => {
    const fresh = card({ due: null, recall: null });
    expect(finds('due<99', fresh)).toBe(false);
    expect(finds('-due<99', fresh)).toBe(true);
    expect(finds('recall!=5', fresh)).toBe(false);
  });

  it('finds a section by its address and by words of its heading', () => {
    const [section] = KNOWN.sections;
    expect(finds(`section:${section!.id}`)).toBe(card().section === section!.id);
    expect(read(`section:"${section!.heading}"`).query).toMatchObject({
      sections: expect.arrayContaining([section!.id]) as unknown,
    });
  });

  it('finds the bank’s own tags too', () => {
    const tagged = card();
    const [tag] = tagged.question.tags;
    const known = { ...KNOWN, tags: [tag!] };
    expect(matching(readSearch(`tag:${tag}`, known).query)(tagged)).toBe(true);
  });
});

describe('a slip', () => {
  it.each([
    ['is:susp', 'There is no “is:susp”. After “is:” comes new, learning, review, due, suspended'],
    ['is:', '“is:” needs a word after it. After “is:” comes new,'],
    ['tag:peeple', 'No card has the tag “peeple”.'],
    ['section:nowhere', 'There is no “section:nowhere”. The sections are'],
    ['type:essay', 'There is no “type:essay”. After “type:” comes open,'],
    ['lapses>many', '“lapses” is compared with a number, as in lapses>3.'],
    ['colour:red', 'There is no search by “colour:”.'],
    ['is>3', 'There is no search by “is>”.'],
    ['odo or', '“or” stands between two things'],
    ['odo)', 'There is a closing parenthesis too many.'],
  ])('as in “%s” is told and left out', (text, message) => {
    expect(slips(text)).toEqual([expect.stringContaining(message)]);
    expect(finds(text, card({ question: FOUNDER }))).toBe(true);
  });

  it('leaves the rest as it was', () => {
    expect(read('lapses>x is:new').query).toEqual({ kind: 'is', state: 'new' });
    expect(read('-is:nonsense is:new').query).toEqual({ kind: 'is', state: 'new' });
    expect(read('is:nonsense or is:new').query).toEqual({ kind: 'is', state: 'new' });
  });

  it('is no time of day, and nothing in quotation marks', () => {
    expect(slips('10:30 "is:nonsense"')).toEqual([]);
  });
});

describe('whatever is searched', () => {
  it('is read as it was meant', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(read(typed(query))).toMatchObject({ query, slips: [], unclosed: '' });
      }),
    );
  });

  it('means together, either and not', () => {
    fc.assert(
      fc.property(queries, queries, cards, (one, other, facts) => {
        const [a, b] = [`(${typed(one)})`, `(${typed(other)})`];
        const [isA, isB] = [finds(a, facts), finds(b, facts)];
        expect(finds(`${a} ${b}`, facts)).toBe(isA && isB);
        expect(finds(`${a} or ${b}`, facts)).toBe(isA || isB);
        expect(finds(`-${a}`, facts)).toBe(!isA);
        expect(finds(`--${a}`, facts)).toBe(isA);
      }),
    );
  });

  it('may be typed anyhow: what is told of lies where it is', () => {
    fc.assert(
      fc.property(texts, cards, (text, facts) => {
        const search = read(text);
        matching(search.query)(facts);
        for (const { start, end } of [...search.slips, ...search.top]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(read(text + search.unclosed).unclosed).toBe('');
        expect(read(text + search.unclosed).query).toEqual(search.query);
      }),
    );
  });
});
