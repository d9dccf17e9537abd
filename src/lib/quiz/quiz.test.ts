import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bank, Question } from '../bank/index.ts';
import { gradeResponse, type GradableQuestion, type Response } from '../grading/index.ts';
import {
  assembleQuiz,
  check,
  eligible,
  finish,
  mistakes,
  next,
  QUIZ_KINDS,
  restoreRun,
  resultsBySection,
  saveRun,
  sectionOf,
  startRun,
  type Recipe,
  type Run,
} from './index.ts';

const TYPES = ['open', 'choice', 'multi', 'truefalse', 'cloze', 'short', 'number'] as const;
type TestType = (typeof TYPES)[number];

function made(id: string, type: TestType, section: string, paragraph: number): Question {
  const cite = {
    document: 'd',
    section,
    paragraph: `${section}-${paragraph}`,
    exact: 'words',
    prefix: '',
    suffix: '',
    start: 0,
    end: 5,
  };
  const base = {
    id,
    prompt: `Which is ${id}?`,
    explanation: 'So it is.',
    stance: 'fact',
    level: 'remember',
    tags: [],
    cites: [cite],
    requires: [],
    waive: {},
  } as const;
  const distractors = [{ text: 'Wrong', why: 'It is not.' }];
  switch (type) {
    case 'open':
      return { ...base, type, answer: 'Right' };
    case 'choice':
      return { ...base, type, answer: 'Right', distractors };
    case 'multi':
      return { ...base, type, answers: ['Right', 'Also right'], distractors };
    case 'truefalse':
      return { ...base, type, answer: true };
    case 'cloze':
    case 'short':
      return { ...base, type, answer: 'Right', accept: [] };
    case 'number':
      return { ...base, type, answer: 27, unit: 'states', tolerance: 0 };
  }
}

const SECTIONS = ['one', 'two', 'three', 'four'];

const banks: fc.Arbitrary<Bank> = fc
  .array(
    fc.record({
      type: fc.constantFrom(...TYPES),
      section: fc.constantFrom(...SECTIONS),
      paragraph: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 40 },
  )
  .map((drafts) => ({
    id: 'bank',
    document: { id: 'd', title: 'T', language: 'en', sections: [] },
    questions: drafts.map(({ type, section, paragraph }, index) =>
      made(`q${index}`, type, section, paragraph),
    ),
  }));

const recipes: fc.Arbitrary<Recipe> = fc.record({
  bank: fc.constant('bank'),
  sections: fc.subarray(SECTIONS),
  kinds: fc.subarray([...QUIZ_KINDS]),
  length: fc.integer({ min: 0, max: 50 }),
  seed: fc.string(),
});

const responses: fc.Arbitrary<Response> = fc.oneof(
  fc.record({ kind: fc.constant('option' as const), text: fc.constantFrom('Right', 'Wrong') }),
  fc.record({
    kind: fc.constant('options' as const),
    texts: fc.subarray(['Right', 'Also right', 'Wrong']),
  }),
  fc.record({ kind: fc.constant('truth' as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant('typed' as const), text: fc.constantFrom('right', '27', '') }),
);

const ids = (questions: readonly Question[]) => questions.map(({ id }) => id);

describe('assembling', () => {
  test('the same recipe is the same quiz', () => {
    fc.assert(
      fc.property(banks, recipes, (bank, recipe) => {
        expect(assembleQuiz(bank, recipe)).toEqual(assembleQuiz(bank, { ...recipe }));
      }),
    );
  });

  test('asks as many as were wanted, or all that fit, none twice and no other', () => {
    fc.assert(
      fc.property(banks, recipes, (bank, recipe) => {
        const fit = eligible(bank, recipe.sections, recipe.kinds);
        const drawn = assembleQuiz(bank, recipe);
        expect(drawn).toHaveLength(Math.min(recipe.length, fit.length));
        expect(new Set(ids(drawn)).size).toBe(drawn.length);
        expect(ids(fit)).toEqual(expect.arrayContaining(ids(drawn)));
      }),
    );
  });

  test('every section is asked about before one is asked about once more', () => {
    fc.assert(
      fc.property(banks, recipes, (bank, recipe) => {
        const left = new Map<string, number>();
        for (const question of eligible(bank, recipe.sections, recipe.kinds)) {
          left.set(sectionOf(question), (left.get(sectionOf(question)) ?? 0) + 1);
        }
        const asked = new Map([...left.keys()].map((section) => [section, 0]));
        for (const question of assembleQuiz(bank, recipe)) {
          const section = sectionOf(question);
          const waiting = [...left].filter(([, count]) => count > 0).map(([name]) => name);
          const least = Math.min(...waiting.map((name) => asked.get(name)!));
          expect(asked.get(section)).toBe(least);
          asked.set(section, least + 1);
          left.set(section, left.get(section)! - 1);
        }
      }),
    );
  });

  test('within a section it goes round the paragraphs', () => {
    const bank: Bank = {
      id: 'bank',
      document: { id: 'd', title: 'T', language: 'en', sections: [] },
      questions: [1, 1, 1, 1, 2, 3].map((paragraph, index) =>
        made(`q${index}`, 'short', 'one', paragraph),
      ),
    };
    const recipe = { bank: 'bank', sections: [], kinds: [], length: 3 };
    for (const seed of ['a', 'b', 'c', 'd']) {
      const drawn = assembleQuiz(bank, { ...recipe, seed });
      expect(new Set(drawn.map(({ cites }) => cites[0].paragraph)).size).toBe(3);
    }
  });

  test('other seeds ask other questions', () => {
    const bank: Bank = {
      id: 'bank',
      document: { id: 'd', title: 'T', language: 'en', sections: [] },
      questions: Array.from({ length: 40 }, (_, index) => made(`q${index}`, 'short', 'one', index)),
    };
    const recipe = { bank: 'bank', sections: [], kinds: [], length: 10 };
    const drawn = ['a', 'b', 'c'].map((seed) => ids(assembleQuiz(bank, { ...recipe, seed })));
    expect(new Set(drawn.map((one) => one.join())).size).toBe(3);
  });

  test('only what a machine can grade is asked, and only the kinds that were chosen', () => {
    const bank: Bank = {
      id: 'bank',
      document: { id: 'd', title: 'T', language: 'en', sections: [] },
      questions: TYPES.map((type) => made(type, type, 'one', 1)),
    };
    expect(ids(eligible(bank, []))).not.toContain('open');
    expect(ids(eligible(bank, [], ['choose']))).toEqual(['choice', 'multi']);
    expect(ids(eligible(bank, [], ['judge']))).toEqual(['truefalse']);
    expect(ids(eligible(bank, [], ['type']))).toEqual(['cloze', 'short', 'number']);
    expect(eligible(bank, ['two'])).toEqual([]);
  });
});

type Move =
  { readonly does: 'check'; readonly response: Response } | { readonly does: 'next' | 'finish' };

const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ does: fc.constant('check' as const), response: responses }),
    },
    { weight: 5, arbitrary: fc.constant({ does: 'next' as const }) },
    { weight: 1, arbitrary: fc.constant({ does: 'finish' as const }) },
  ),
  { maxLength: 60 },
);

function moved(run: Run, move: Move, now: number): Run {
  if (move.does === 'check') return check(run, move.response, now);
  return move.does === 'next' ? next(run, now) : finish(run);
}

describe('questions that give away one another', () => {
  test('never meet in one quiz, in whichever order they are drawn', () => {
    fc.assert(
      fc.property(
        banks,
        recipes,
        fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 20 }),
        (bank, recipe, pairs) => {
          const apart: Record<string, string[]> = {};
          for (const [teller, told] of pairs) {
            if (teller !== told) (apart[`q${teller}`] ??= []).push(`q${told}`);
          }
          const drawn = new Set(assembleQuiz({ ...bank, apart }, recipe).map(({ id }) => id));
          for (const teller of drawn) {
            for (const told of apart[teller] ?? []) expect(drawn.has(told)).toBe(false);
          }
        },
      ),
    );
  });

  test('has one card of a question at most', () => {
    const family = 'a';
    const cards = ['a', 'a~2', 'a~3'].map((id) => ({ ...made(id, 'cloze', 's', 1), family }));
    const bank = { id: 'b', document: { id: 'd', title: '', language: 'en', sections: [] } };
    const questions = [...cards, made('c', 'short', 's', 2)] as readonly Question[];
    const recipe = { bank: 'b', sections: [], kinds: [], length: 9, seed: 'x' };
    const drawn = assembleQuiz({ ...bank, questions }, recipe).map(({ id }) => id);
    expect(drawn).toHaveLength(2);
    expect(drawn).toContain('c');
  });
});

describe('running', () => {
  test('no order of moves loses or changes an answer, or leaves the machine', () => {
    fc.assert(
      fc.property(banks, moves, (bank, plan) => {
        let run = startRun(eligible(bank, []), 0);
        for (const [step, move] of plan.entries()) {
          const before = run;
          run = moved(run, move, step * 1000);
          expect(run.answers.slice(0, before.answers.length)).toEqual(before.answers);
          expect(run.answers.length - before.answers.length).toBe(
            before.phase === 'answering' && run.phase === 'checked' ? 1 : 0,
          );
          // The answers belong to the first questions, in their order.
          expect(ids(run.answers.map(({ question }) => question))).toEqual(
            ids(run.questions.slice(0, run.answers.length)),
          );
          if (run.phase === 'answering') expect(run.index).toBe(run.answers.length);
          if (run.phase === 'checked') expect(run.index).toBe(run.answers.length - 1);
          if (before.phase === 'finished') expect(run.phase).toBe('finished');
        }
      }),
    );
  });

  test('every question answered, right or not, ends in a result that adds up', () => {
    fc.assert(
      fc.property(banks, fc.infiniteStream(responses), (bank, stream) => {
        let run = startRun(eligible(bank, []), 0);
        for (const response of stream) {
          if (run.phase === 'finished') break;
          run = next(check(run, response, 10), 20);
        }
        expect(run.answers).toHaveLength(run.questions.length);
        const bySection = resultsBySection(run, SECTIONS);
        const sum = (of: 'asked' | 'right') =>
          bySection.reduce((total, section) => total + section[of], 0);
        expect(sum('asked')).toBe(run.questions.length);
        expect(sum('right') + mistakes(run).length).toBe(run.questions.length);
        expect(bySection.every(({ asked }) => asked > 0)).toBe(true);
      }),
    );
  });

  test('a quiz of nothing is finished at once', () => {
    expect(startRun([], 0).phase).toBe('finished');
  });

  test('time is measured from the question’s appearance, and a phone put down is not thinking', () => {
    const [one, two] = [made('a', 'truefalse', 'one', 1), made('b', 'truefalse', 'one', 1)];
    const run = startRun([one, two] as GradableQuestion[], 1000);
    const truth: Response = { kind: 'truth', value: true };
    const checked = check(run, truth, 4000);
    expect(checked.answers[0]!.duration).toBe(3000);
    const later = check(next(checked, 10_000), truth, 10_000_000);
    expect(later.answers[1]!.duration).toBe(120_000);
    // A clock that was set back is not negative time.
    expect(check(run, truth, 0).answers[0]!.duration).toBe(0);
  });
});

describe('keeping a run', () => {
  test('what is written down comes back the same', () => {
    fc.assert(
      fc.property(banks, moves, (bank, plan) => {
        let run = startRun(eligible(bank, []), 0);
        for (const [step, move] of plan.entries()) run = moved(run, move, step * 1000);
        const restored = restoreRun(JSON.parse(JSON.stringify(saveRun(run))), bank, 77);
        if (run.questions.length === 0) {
          expect(restored).toBeNull();
          return;
        }
        const index = run.phase === 'finished' ? run.answers.length : run.index;
        expect(restored).toEqual({ ...run, index, since: 77 });
      }),
    );
  });

  test('where the bank has lost questions, the rest goes on in its order', () => {
    fc.assert(
      fc.property(banks, moves, fc.infiniteStream(fc.boolean()), (bank, plan, stream) => {
        let run = startRun(eligible(bank, []), 0);
        for (const [step, move] of plan.entries()) run = moved(run, move, step * 1000);
        const questions = bank.questions.filter(() => stream.next().value);
        const restored = restoreRun(saveRun(run), { ...bank, questions }, 0);
        if (!restored) return;
        const kept = new Set(ids(questions));
        expect(restored.answers).toEqual(
          run.answers.filter(({ question }) => kept.has(question.id)),
        );
        expect(ids(restored.questions)).toEqual(ids(run.questions).filter((id) => kept.has(id)));
        if (restored.phase === 'answering') expect(restored.index).toBe(restored.answers.length);
        if (restored.phase === 'checked') expect(restored.index).toBe(restored.answers.length - 1);
      }),
    );
  });

  test('anything else is no run, and nothing throws', () => {
    const bank: Bank = {
      id: 'bank',
      document: { id: 'd', title: 'T', language: 'en', sections: [] },
      questions: [made('a', 'choice', 'one', 1)],
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(restoreRun(value, bank, 0)).toBeNull();
      }),
    );
    const good = { version: 1, phase: 'answering', questions: ['a'], answers: [] };
    expect(restoreRun(good, bank, 0)?.index).toBe(0);
    for (const damage of [
      { version: 2 },
      { phase: 'lost' },
      { questions: [1] },
      { questions: ['gone'] },
      { answers: [{ duration: 1 }] },
      { answers: [{ response: { kind: 'options', texts: [1] }, duration: 1 }] },
      { answers: [{ response: { kind: 'truth', value: 'yes' }, duration: 1 }] },
      { questions: [], answers: [{ response: { kind: 'typed', text: '' }, duration: 1 }] },
    ]) {
      expect(restoreRun({ ...good, ...damage }, bank, 0)).toBeNull();
    }
  });

  test('grades are worked out again, so a mended key counts', () => {
    const question = made('a', 'choice', 'one', 1);
    const bank: Bank = {
      id: 'bank',
      document: { id: 'd', title: 'T', language: 'en', sections: [] },
      questions: [question],
    };
    const response: Response = { kind: 'option', text: 'Wrong' };
    const run = check(startRun([question as GradableQuestion], 0), response, 1);
    expect(gradeResponse(question as GradableQuestion, response).verdict).toBe('wrong');
    const mended = { ...question, answer: 'Wrong', distractors: [] } as GradableQuestion;
    const restored = restoreRun(saveRun(run), { ...bank, questions: [mended] }, 0);
    expect(restored?.answers[0]?.grade.verdict).toBe('right');
  });
});
