import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, shuffled } from '../../primitives/index.ts';
import { RULES } from '../../bank/check/index.ts';
import { change, smallBank } from '../../bank/check/fixtures/index.ts';
import type { Question } from '../../bank/index.ts';
import type { Response } from '../../grading/index.ts';
import type { AnswerEvent, AttemptEvent, QuizEvent, UndoEvent } from '../../journal/index.ts';
import { guessChance } from '../guessing.ts';
import { discriminationOf } from './discrimination.ts';
import { BROKEN } from './rules.ts';
import { itemStatistics, takingsOf, type ItemAnswer, type Taking } from './index.ts';

const bank = smallBank();
const question = (id: string) => bank.questions.find((one) => one.id === id)!;

const option = (text: string): Response => ({ kind: 'option', text });
const typed = (text: string): Response => ({ kind: 'typed', text });

function answered(id: string, score: number, response: Response | null = null): ItemAnswer {
  return { question: id, score, response, open: false, milliseconds: 4000 };
}

/** Takings in each of which five others were answered, so many of them rightly, besides the one given. */
function takings(of: readonly { readonly answer: ItemAnswer; readonly rest: number }[]): Taking[] {
  return of.map(({ answer, rest }, at) => ({
    id: `quiz-${at}`,
    answers: [
      answer,
      ...Array.from({ length: 5 }, (_, place) => answered(`other-${place}`, place < rest ? 1 : 0)),
    ],
  }));
}

function statisticsOf(one: Question, all: readonly Taking[]) {
  const [found] = itemStatistics([one], all);
  if (!found) throw new Error('it was not answered');
  return found;
}

describe('discrimination', () => {
  // Worked by hand: M₁ = 0.76, M₀ = 0.44, s = √0.036, p = q = ½,
  // r = (M₁ − M₀) / s · √(pq) = 0.8433; Fisher's z = 1.2324 ± 1.96 / √7.
  const rests = [0.9, 0.8, 0.8, 0.7, 0.6, 0.6, 0.5, 0.4, 0.4, 0.3];
  const pairs = rests.map((rest, at) => ({ score: at < 5 ? 1 : 0, rest }));

  it('is the point-biserial correlation with the rest, with its interval', () => {
    const found = discriminationOf(pairs);
    expect(found.correlation).toBeCloseTo(0.843274, 5);
    expect(found.low).toBeCloseTo(0.45553, 4);
    expect(found.high).toBeCloseTo(0.96206, 4);
    expect(found).toMatchObject({ count: 10, upperLower: null, why: null });
  });

  it('compares the upper with the lower 27 % where each has five', () => {
    // Twenty takings, five a group. Above: 1, 1, 1, 1 and of the tie at 0.5 a fifth of 2 in 5.
    const of = (score: number, rest: number) => ({ score, rest });
    const twenty = [
      ...[1, 1, 1, 1].map((score) => of(score, 0.9)),
      ...[1, 1, 0, 0, 0].map((score) => of(score, 0.5)),
      ...[1, 1, 0, 0, 0, 0].map((score) => of(score, 0.3)),
      ...[1, 0, 0, 0, 0].map((score) => of(score, 0.1)),
    ];
    expect(discriminationOf(twenty).upperLower).toBeCloseTo((4 + 2 / 5) / 5 - 1 / 5, 10);
  });

  it('is not defined for too few takings, nor where all went alike', () => {
    expect(discriminationOf(pairs.slice(1))).toMatchObject({ correlation: null, why: 'few' });
    const alike = pairs.map(({ rest }) => ({ score: 1, rest }));
    expect(discriminationOf(alike)).toMatchObject({ correlation: null, why: 'alike' });
    const flat = pairs.map(({ score }) => ({ score, rest: 1 / 3 }));
    expect(discriminationOf(flat)).toMatchObject({ correlation: null, why: 'alike' });
  });

  it('leaves the question itself out of what it is compared with', () => {
    // All others always right: with the question in the total the correlation would be 1.
    const all = takings(
      pairs.map(({ score }) => ({ answer: answered('founder', score), rest: 5 })),
    );
    expect(statisticsOf(question('founder'), all).discrimination.why).toBe('alike');
  });
});

describe('what a question is', () => {
  it('counts answers, and what was partly right by half', () => {
    const all = takings(
      [1, 1, 0.5, 0].map((score) => ({ answer: answered('founder', score), rest: 3 })),
    );
    const found = statisticsOf(question('founder'), all);
    expect(found).toMatchObject({ count: 4, right: 2, partly: 1, wrong: 1, milliseconds: 4000 });
    expect(found.difficulty.share).toBe(0.625);
  });

  it('counts each option, and says which distractors nobody takes', () => {
    const taken = [
      ...Array.from({ length: 15 }, () => ['Odo Brand', 1] as const),
      ...Array.from({ length: 5 }, () => ['Karl Amund', 0] as const),
    ];
    const all = takings(
      taken.map(([text, score]) => ({ answer: answered('founder', score, option(text)), rest: 3 })),
    );
    const found = statisticsOf(question('founder'), all);
    expect(found.options).toMatchObject([
      { text: 'Odo Brand', role: 'key', count: 15, share: 0.75, functions: null },
      { text: 'Karl Amund', role: 'distractor', count: 5, share: 0.25, functions: true },
      { text: 'Sten Holmer', role: 'distractor', count: 0, share: 0, functions: false },
    ]);
    expect(found.findings.map(({ kind }) => kind)).toEqual(['unused']);
    expect(found.findings[0]!.message).toContain('Nobody took “Sten Holmer” in 20 answers');
    // One answer fewer, and it may be chance.
    const fewer = statisticsOf(question('founder'), all.slice(1));
    expect(fewer.options.map(({ functions }) => functions)).toEqual([null, null, null]);
    expect(fewer.findings).toEqual([]);
  });

  it('gathers wrong answers that were typed more than once, however they are written', () => {
    const given = ['35', '20 %', 'Twenty', '20%', '20', '7', ...Array<string>(6).fill('35')];
    const all = takings(
      given.map((text) => {
        return { answer: answered('herring', text === '35' ? 1 : 0, typed(text)), rest: 3 };
      }),
    );
    const found = statisticsOf(question('herring'), all);
    expect(found.options).toMatchObject([
      { text: '35', role: 'key', count: 7 },
      { text: '20', role: 'typed', count: 3 },
    ]);
    expect(found.findings.map(({ kind }) => kind)).toEqual(['often-wrong']);
  });
});

describe('findings', () => {
  const kinds = (all: readonly Taking[], id = 'founder') =>
    statisticsOf(question(id), all).findings.map(({ kind }) => kind);
  const many = (
    count: number,
    score: number,
    rest: number,
    text = score ? 'Odo Brand' : 'Karl Amund',
  ) =>
    Array.from({ length: count }, () => ({
      answer: answered('founder', score, option(text)),
      rest,
    }));

  it('a distractor that beats the key', () => {
    const found = kinds(takings([...many(4, 1, 3), ...many(6, 0, 3)]));
    expect(found).toContain('key-beaten');
    expect(kinds(takings([...many(4, 1, 3), ...many(5, 0, 3)]))).not.toContain('key-beaten');
  });

  it('the best miss it, and which answer draws them', () => {
    const all = takings([...many(10, 1, 1), ...many(10, 0, 5)]);
    const [found] = statisticsOf(question('founder'), all).findings;
    expect(found).toMatchObject({ kind: 'best-miss', rule: { place: 'B 2' } });
    expect(found!.message).toContain('“Karl Amund” did better elsewhere');
  });

  it('no better than chance', () => {
    const spread = [...many(3, 1, 3), ...many(4, 0, 3), ...many(3, 0, 2, 'Sten Holmer')];
    expect(kinds(takings(spread))).toContain('at-chance');
  });

  it('tells nothing of who knows', () => {
    const even = [...many(60, 1, 2), ...many(60, 1, 4), ...many(40, 0, 2), ...many(40, 0, 4)];
    expect(kinds(takings(even))).toEqual(['weak', 'unused']);
    // A tenth as many, and chance may hide what it tells.
    const few = [...many(6, 1, 2), ...many(6, 1, 4), ...many(4, 0, 2), ...many(4, 0, 4)];
    expect(kinds(takings(few))).toEqual(['unused']);
  });

  it('one that everybody gets right is too easy, and its distractors are not blamed one by one', () => {
    expect(kinds(takings(many(20, 1, 3)))).toEqual(['too-easy']);
    // What is typed cannot be guessed.
    const right = Array.from({ length: 20 }, () => answered('herring', 1, typed('35')));
    expect(kinds(takings(right.map((answer) => ({ answer, rest: 3 }))), 'herring')).toEqual([]);
  });

  it('each names a rule of the checker, or none', () => {
    const names = RULES.map(({ name }) => name);
    for (const { checker } of Object.values(BROKEN)) {
      if (checker !== null) expect(names).toContain(checker);
    }
  });

  it('a key that the learner has worded anew is still the key', () => {
    const anew = change(bank, 'founder', { answer: 'The fisherman' }).questions[0]!;
    const all = takings([...many(6, 1, 3), ...many(4, 0, 3)]);
    expect(statisticsOf(anew, all).options[0]).toMatchObject({ text: 'The fisherman', count: 6 });
  });
});

describe('the chance of guessing', () => {
  it('is one in as many answers as there are to choose from', () => {
    expect(guessChance(question('founder'))).toBeCloseTo(1 / 3);
    expect(guessChance(question('herring'))).toBe(0);
    for (const one of bank.questions) {
      expect(guessChance(one)).toBeGreaterThanOrEqual(0);
      expect(guessChance(one)).toBeLessThanOrEqual(0.5);
    }
  });
});

const BASE = { device: 'phone', day: 20_000, offset: 0 } as const;
let count = 0;
const stamp = () => ({
  ...BASE,
  id: `event-${String(++count).padStart(4, '0')}`,
  at: 1000 * count,
});

function answer(quiz: string, id: string, verdict: AnswerEvent['verdict']): AnswerEvent {
  return { ...stamp(), kind: 'answer', card: `velm/${id}`, quiz, verdict, duration: 3000 };
}
const undo = ({ card, id }: AnswerEvent): UndoEvent => ({
  ...stamp(),
  kind: 'undo',
  card,
  target: id,
});

describe('quizzes as the journal tells them', () => {
  const attempt = (quiz: string, questions: string[]): AttemptEvent => {
    return { ...stamp(), kind: 'attempt', quiz, bank: 'velm', recipe: '', questions };
  };
  const over = (quiz: string, mode: 'practice' | 'exam'): QuizEvent => {
    const sections = [{ section: 'history', asked: 1, right: 1 }];
    return { ...stamp(), kind: 'quiz', quiz, bank: 'velm', mode, sections };
  };
  const empty = { attempts: [], answers: [], quizzes: [], undos: [] };

  it('of two answers to one question in a quiz the first counts, unless it was undone', () => {
    const [first, second] = [answer('a', 'founder', 'wrong'), answer('a', 'founder', 'right')];
    const scores = (undos: UndoEvent[]) =>
      takingsOf('velm', { ...empty, answers: [second, first], undos }).flatMap(({ answers }) =>
        answers.map(({ score }) => score),
      );
    expect(scores([])).toEqual([0]);
    expect(scores([undo(first)])).toEqual([1]);
    expect(scores([undo(first), undo(second)])).toEqual([]);
  });

  it('what an exam left open is wrong; what practice did not ask is not there', () => {
    const history = {
      ...empty,
      attempts: ['a', 'b', 'c'].map((quiz) => attempt(quiz, ['founder', 'herring'])),
      answers: ['a', 'b', 'c'].map((quiz) => answer(quiz, 'founder', 'right')),
      quizzes: [over('a', 'exam'), over('b', 'practice')],
    };
    const open = takingsOf('velm', history).map(({ answers }) => answers.map((one) => one.open));
    // The third was not handed in.
    expect(open).toEqual([[false, true], [false], [false]]);
    expect(takingsOf('other', history)).toEqual([]);
  });
});

describe('whatever was answered', () => {
  const texts = ['Odo Brand', 'Karl Amund', 'Sten Holmer', 'somebody'];
  const anyAnswer = fc.record({
    id: fc.constantFrom('founder', 'herring', 'fleet', 'gone'),
    score: fc.constantFrom(0, 0.5, 1),
    text: fc.constantFrom(...texts),
    open: fc.boolean(),
  });
  const anyTakings = fc.array(fc.uniqueArray(anyAnswer, { selector: ({ id }) => id }), {
    maxLength: 40,
  });
  const made = (
    all: readonly (readonly { id: string; score: number; text: string; open: boolean }[])[],
  ) =>
    all.map((answers, at) => ({
      id: String(at),
      answers: [
        ...answers.map(({ id, score, text, open }) => ({
          ...answered(id, open ? 0 : score, open ? null : option(text)),
          open,
        })),
        ...Array.from({ length: 4 }, (_, place) => answered(`o${place}`, (at + place) % 2)),
      ],
    }));

  it('is counted within bounds', () => {
    fc.assert(
      fc.property(anyTakings, (all) => {
        for (const found of itemStatistics(bank.questions, made(all))) {
          const { count: answers, right, partly, wrong, open, difficulty, discrimination } = found;
          expect(right + partly + wrong).toBe(answers);
          expect(open).toBeLessThanOrEqual(wrong);
          expect(difficulty.low).toBeLessThanOrEqual(difficulty.share);
          expect(difficulty.high).toBeGreaterThanOrEqual(difficulty.share);
          const { correlation, low, high, upperLower } = discrimination;
          for (const value of [correlation, low, high, upperLower]) {
            if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1);
          }
          expect(correlation === null).toBe(discrimination.why !== null);
          for (const { share } of found.options) expect(share >= 0 && share <= 1).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says the same in whatever order the takings and their answers come', () => {
    fc.assert(
      fc.property(anyTakings, fc.string(), (all, seed) => {
        const random = seededRandom(seed);
        const takingsMade = made(all);
        const mixed = shuffled(takingsMade, random).map(({ id, answers }) => ({
          id,
          answers: shuffled(answers, random),
        }));
        expect(itemStatistics(bank.questions, mixed)).toEqual(
          itemStatistics(bank.questions, takingsMade),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('an answer that is undone leaves no trace', () => {
    const anyVerdict = fc.constantFrom('right', 'partly', 'wrong' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(anyVerdict, fc.boolean()), { maxLength: 20 }), (drawn) => {
        const answers = drawn.map(([verdict], at) => answer(`quiz-${at}`, 'founder', verdict));
        const undos = answers.filter((_, at) => drawn[at]![1]).map(undo);
        const kept = answers.filter((_, at) => !drawn[at]![1]);
        const of = (given: AnswerEvent[], taken: UndoEvent[]) =>
          takingsOf('velm', { attempts: [], quizzes: [], answers: given, undos: taken });
        expect(of(answers, undos)).toEqual(of(kept, []));
      }),
      { numRuns: 60 },
    );
  });
});
