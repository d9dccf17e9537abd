import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { QUESTION_TYPES, type Bank, type Question, type QuestionType } from '../bank/index.ts';
import type { Response } from '../grading/index.ts';
import {
  answeredAt,
  answersIn,
  assembleQuiz,
  check,
  eligible,
  EVERYTHING,
  finish,
  go,
  isUnjudged,
  judge,
  limitTo,
  mark,
  next,
  outcomes,
  put,
  restoreRun,
  resultsBySection,
  saveRun,
  sectionOf,
  startRun,
  takeUp,
  tick,
  type Mode,
  type Recipe,
  type Run,
} from './index.ts';

function made(id: string, type: QuestionType, section: string, paragraph: number): Question {
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
    case 'order':
      return { ...base, type, items: ['First', 'Second', 'Third'] };
    case 'match':
      return { ...base, type, pairs: [{ left: 'A', right: '1' }] };
    case 'evidence':
      return { ...base, type };
  }
}

const SECTIONS = ['one', 'two', 'three', 'four'];

const banks: fc.Arbitrary<Bank> = fc
  .array(
    fc.record({
      type: fc.constantFrom(...QUESTION_TYPES),
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
  types: fc.subarray([...QUESTION_TYPES]),
  tags: fc.constant([]),
  levels: fc.constant([]),
  only: fc.oneof(
    fc.constant([]),
    fc.uniqueArray(
      fc.nat(40).map((number) => `q${number}`),
      { maxLength: 20 },
    ),
  ),
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
  fc.record({ kind: fc.constant('written' as const), text: fc.constantFrom('So', '') }),
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
        const fit = eligible(bank, recipe);
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
        for (const question of eligible(bank, recipe)) {
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
    const recipe = { ...EVERYTHING, bank: 'bank', length: 3 };
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
    const recipe = { ...EVERYTHING, bank: 'bank', length: 10 };
    const drawn = ['a', 'b', 'c'].map((seed) => ids(assembleQuiz(bank, { ...recipe, seed })));
    expect(new Set(drawn.map((one) => one.join())).size).toBe(3);
  });

  test('asks what was chosen: types, levels, topics, sections, single questions', () => {
    const questions = QUESTION_TYPES.map((type) => made(type, type, 'one', 1));
    const document = { id: 'd', title: 'T', language: 'en', sections: [] };
    const bank: Bank = { id: 'bank', document, questions };
    const of = (selection: object) => ids(eligible(bank, { ...EVERYTHING, ...selection }));
    expect(of({})).toEqual([...QUESTION_TYPES]);
    expect(of({ types: ['order', 'open'] })).toEqual(['open', 'order']);
    expect(of({ sections: ['two'] })).toEqual([]);
    expect(of({ levels: ['analyse'] })).toEqual([]);
    expect(of({ tags: ['people'] })).toEqual([]);
    expect(of({ only: ['short', 'gone'] })).toEqual(['short']);
    const tagged = { ...bank, questions: questions.map((one) => ({ ...one, tags: ['people'] })) };
    expect(eligible(tagged as Bank, { ...EVERYTHING, tags: ['people', 'places'] })).toHaveLength(
      10,
    );
  });

  test('leaves the back of a match that is to be named from memory to the cards', () => {
    const document = { id: 'd', title: 'T', language: 'en', sections: [] };
    const back = { ...made('m', 'match', 'one', 1), recall: true } as Question;
    expect(eligible({ id: 'bank', document, questions: [back] })).toEqual([]);
  });

  test('asks for whole sentences as evidence', () => {
    const text = 'A first one. These words stand in it. A last one.';
    const sections = [{ id: 'one', heading: '', paragraphs: [{ id: 'one-1', text }] }];
    const question = made('e', 'evidence', 'one', 1);
    const [cite] = question.cites;
    const cites = [{ ...cite, start: 19, end: 24 }] as const;
    const bank: Bank = {
      id: 'bank',
      document: { id: 'd', title: 'T', language: 'en', sections },
      questions: [{ ...question, cites }],
    };
    expect(eligible(bank)[0]).toMatchObject({
      passages: [{ paragraph: 'one-1', start: 13, end: 37 }],
    });
  });
});

type Move = (run: Run, now: number) => Run;

const practiceMoves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: responses.map(
        (response): Move =>
          (run, now) =>
            check(run, response, 'sure', now),
      ),
    },
    { weight: 5, arbitrary: fc.constant<Move>((run, now) => next(run, now)) },
    { weight: 3, arbitrary: fc.constant<Move>((run) => judge(run, 'partly')) },
    { weight: 1, arbitrary: fc.constant<Move>((run) => finish(run)) },
  ),
  { maxLength: 60 },
);

const examMoves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.option(responses).map(
        (response): Move =>
          (run, now) =>
            put(run, response, now),
      ),
    },
    {
      weight: 6,
      arbitrary: fc.integer({ min: -1, max: 12 }).map(
        (index): Move =>
          (run, now) =>
            go(run, index, now),
      ),
    },
    { weight: 2, arbitrary: fc.constant<Move>((run, now) => tick(run, now)) },
    {
      weight: 2,
      arbitrary: fc.boolean().map(
        (flagged): Move =>
          (run) =>
            mark(run, { flagged, confidence: 'guess' }),
      ),
    },
    { weight: 1, arbitrary: fc.constant<Move>((run) => judge(run, 'right')) },
    { weight: 1, arbitrary: fc.constant<Move>((run) => finish(run)) },
  ),
  { maxLength: 60 },
);

const plans = fc.oneof(
  fc.record({ mode: fc.constant<Mode>('practice'), moves: practiceMoves }),
  fc.record({ mode: fc.constant<Mode>('exam'), moves: examMoves }),
);

/** All that a run holds, through a crash: written down, read again, gone on with. */
function crashed(run: Run, bank: Bank, now: number): Run {
  return restoreRun(JSON.parse(JSON.stringify(saveRun(run))), bank, now) ?? run;
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
    const recipe = { ...EVERYTHING, bank: 'b', length: 9, seed: 'x' };
    const drawn = assembleQuiz({ ...bank, questions }, recipe).map(({ id }) => id);
    expect(drawn).toHaveLength(2);
    expect(drawn).toContain('c');
  });
});

describe('practice', () => {
  test('no order of moves loses or changes an answer, or leaves the machine', () => {
    fc.assert(
      fc.property(banks, practiceMoves, (bank, moves) => {
        let run = startRun(eligible(bank), 0);
        for (const [step, move] of moves.entries()) {
          const before = run;
          run = move(run, step * 1000);
          const [was, is] = [before, run].map(({ places }) =>
            places.filter(({ response }) => response !== null),
          );
          // The answers belong to the first questions, in their order.
          expect(ids(is!.map(({ question }) => question))).toEqual(
            ids(run.places.slice(0, is!.length).map(({ question }) => question)),
          );
          expect(is!.length - was!.length).toBe(
            before.phase === 'answering' && run.phase === 'checked' ? 1 : 0,
          );
          const kept = is!.slice(0, was!.length);
          for (const [place, { response }] of kept.entries()) {
            // Only the learner's judgement is added to an answer.
            if (response?.kind !== 'judged') expect(response).toBe(was![place]!.response);
          }
          if (run.phase === 'answering') expect(run.index).toBe(is!.length);
          if (run.phase === 'checked') expect(run.index).toBe(is!.length - 1);
          if (run.phase === 'judging') expect(isUnjudged(run.places[run.index]!)).toBe(true);
          if (run.phase === 'finished') expect(run.places.some(isUnjudged)).toBe(false);
          if (before.phase === 'finished') expect(run.phase).toBe('finished');
        }
      }),
    );
  });

  test('every question answered, right or not, ends in a result that adds up', () => {
    fc.assert(
      fc.property(banks, fc.infiniteStream(responses), (bank, stream) => {
        let run = startRun(eligible(bank), 0);
        for (const response of stream) {
          if (run.phase === 'finished') break;
          run = next(judge(check(run, response, null, 10), 'wrong'), 20);
        }
        expect(answersIn(run)).toHaveLength(run.places.length);
        expect(outcomes(run)).toEqual(answersIn(run));
        const bySection = resultsBySection(outcomes(run), SECTIONS);
        const sum = (of: 'asked' | 'right') =>
          bySection.reduce((total, section) => total + section[of], 0);
        const right = outcomes(run).filter(({ grade }) => grade.verdict === 'right');
        expect(sum('asked')).toBe(run.places.length);
        expect(sum('right')).toBe(right.length);
        expect(bySection.every(({ asked }) => asked > 0)).toBe(true);
      }),
    );
  });

  test('a quiz of nothing is finished at once', () => {
    expect(startRun([], 0).phase).toBe('finished');
  });

  test('time is measured from the question’s appearance, and a phone put down is not thinking', () => {
    const questions = ['a', 'b'].map((id) => made(id, 'truefalse', 'one', 1));
    const run = startRun(questions, 1000);
    const truth: Response = { kind: 'truth', value: true };
    const checked = check(run, truth, null, 4000);
    expect(checked.places[0]!.duration).toBe(3000);
    const later = check(next(checked, 10_000), truth, null, 10_000_000);
    expect(later.places[1]!.duration).toBe(120_000);
    // A clock that was set back is not negative time.
    expect(check(run, truth, null, 0).places[0]!.duration).toBe(0);
  });

  test('an open question waits for the learner’s judgement', () => {
    const run = startRun([made('a', 'open', 'one', 1), made('b', 'open', 'one', 1)], 0);
    const checked = check(run, { kind: 'written', text: 'So' }, 'sure', 1);
    expect(next(checked, 2)).toBe(checked);
    expect(answeredAt(checked.places[0])).toBeNull();
    const judged = judge(checked, 'partly');
    expect(answeredAt(judged.places[0])?.grade).toEqual({ verdict: 'partly', credit: 0.5 });
    expect(next(judged, 2).index).toBe(1);
    expect(finish(checked)).toMatchObject({ phase: 'judging', index: 0 });
    expect(judge(finish(checked), 'right').phase).toBe('finished');
  });
});

describe('an exam', () => {
  const rules = { mode: 'exam', limit: null } as const;

  test('no order of moves, with a crash at any moment, loses an answer', () => {
    fc.assert(
      fc.property(banks, examMoves, fc.infiniteStream(fc.boolean()), (bank, moves, crashes) => {
        let run = startRun(eligible(bank), 0, rules);
        /** What the learner last did at each place, kept beside the machine. */
        const given = new Map<string, Response | null>();
        for (const [step, move] of moves.entries()) {
          const before = run;
          run = move(run, step * 1000);
          const at = before.places[before.index];
          const changed = run.places[before.index]?.response;
          if (at && changed !== at.response) given.set(at.question.id, changed!);
          if (crashes.next().value) run = crashed(run, bank, step * 1000);
          expect(ids(run.places.map(({ question }) => question))).toEqual(
            ids(before.places.map(({ question }) => question)),
          );
          for (const { question, response } of run.places) {
            expect(response).toEqual(given.get(question.id) ?? null);
          }
          if (before.phase === 'finished') expect(run.phase).toBe('finished');
          if (run.phase === 'finished') expect(run.places.some(isUnjudged)).toBe(false);
          expect(run.phase).not.toBe('checked');
        }
        expect(outcomes(run)).toHaveLength(run.places.length);
      }),
    );
  });

  const questions = ['a', 'b', 'c'].map((id) => made(id, 'truefalse', 'one', 1));
  const truth = (value: boolean): Response => ({ kind: 'truth', value });

  test('is answered in any order, changed, flagged, and handed in with open questions', () => {
    let run = put(startRun(questions, 0, rules), truth(false), 1000);
    run = mark(go(run, 2, 2000), { flagged: true, confidence: 'sure' });
    run = put(go(put(run, truth(true), 3000), 0, 4000), truth(true), 6000);
    expect(run.places).toMatchObject([
      { response: truth(true), flagged: false, duration: 4000 },
      { response: null, duration: 0 },
      { response: truth(true), flagged: true, confidence: 'sure', duration: 2000 },
    ]);
    const done = finish(run);
    expect(outcomes(done).map(({ grade }) => grade.verdict)).toEqual(['right', 'wrong', 'right']);
    expect(answersIn(done)).toHaveLength(2);
    expect(put(done, truth(false), 9)).toBe(done);
    expect(go(done, 1, 9)).toBe(done);
  });

  test('shows nothing before its end', () => {
    const run = startRun(questions, 0, rules);
    expect(check(run, truth(true), null, 9)).toBe(run);
    expect(next(run, 9)).toBe(run);
  });

  test('hands in what is there at the end of its time, which stands while one is away', () => {
    const started = startRun(questions, 0, { mode: 'exam', limit: 10_000 });
    const answered = put(started, truth(true), 6000);
    expect(tick(answered, 9999).phase).toBe('answering');
    const away = takeUp(tick(answered, 8000), 500_000);
    expect(tick(away, 501_999)).toMatchObject({ phase: 'answering', spent: 9999 });
    const over = tick(away, 502_000);
    expect(over).toMatchObject({ phase: 'finished', spent: 10_000 });
    expect(over.places[0]!.response).toEqual(truth(true));
  });

  test('may be given more time, or all of it', () => {
    const late = tick(startRun(questions, 0, { mode: 'exam', limit: 10_000 }), 9000);
    expect(tick(limitTo(late, 20_000), 15_000).phase).toBe('answering');
    expect(tick(limitTo(late, null), 100_000).phase).toBe('answering');
    expect(limitTo(startRun(questions, 0), 1).limit).toBeNull();
  });

  test('its open answers are judged at the end, one after the other', () => {
    const open = ['a', 'b', 'c'].map((id) => made(id, 'open', 'one', 1));
    const text = (words: string): Response => ({ kind: 'written', text: words });
    let run = put(startRun(open, 0, rules), text('One'), 1);
    run = finish(put(go(run, 2, 2), text(''), 3));
    expect(run).toMatchObject({ phase: 'judging', index: 0 });
    run = judge(run, 'right');
    expect(run).toMatchObject({ phase: 'judging', index: 2 });
    run = judge(run, 'wrong');
    expect(outcomes(run).map(({ grade }) => grade.verdict)).toEqual(['right', 'wrong', 'wrong']);
    expect(answersIn(run)).toHaveLength(2);
  });
});

describe('keeping a run', () => {
  const rules = (mode: Mode) => ({ mode, limit: mode === 'exam' ? 60_000 : null });

  function played(bank: Bank, { mode, moves }: { mode: Mode; moves: readonly Move[] }): Run {
    return moves.reduce(
      (run, move, step) => move(run, step * 1000),
      startRun(eligible(bank), 0, rules(mode)),
    );
  }

  test('what is written down comes back the same', () => {
    fc.assert(
      fc.property(banks, plans, (bank, plan) => {
        const run = played(bank, plan);
        const restored = restoreRun(JSON.parse(JSON.stringify(saveRun(run))), bank, 77);
        expect(restored).toEqual(run.places.length === 0 ? null : { ...run, since: 77 });
      }),
    );
  });

  test('where the bank has lost questions, the rest goes on in its order', () => {
    fc.assert(
      fc.property(banks, plans, fc.infiniteStream(fc.boolean()), (bank, plan, stream) => {
        const run = played(bank, plan);
        const questions = bank.questions.filter(() => stream.next().value);
        const restored = restoreRun(saveRun(run), { ...bank, questions }, 0);
        const kept = new Set(ids(questions));
        const places = run.places.filter(({ question }) => kept.has(question.id));
        expect(restored === null).toBe(places.length === 0);
        if (!restored) return;
        expect(restored.places).toEqual(places);
        const { phase, mode, index } = restored;
        const here = restored.places[index]!;
        if (phase === 'judging') expect(isUnjudged(here)).toBe(true);
        if (mode === 'practice' && phase === 'answering') expect(here.response).toBeNull();
        if (mode === 'practice' && phase === 'checked') expect(here.response).not.toBeNull();
      }),
    );
  });

  test('anything else is no run, and nothing throws', () => {
    const document = { id: 'd', title: 'T', language: 'en', sections: [] };
    const bank: Bank = { id: 'bank', document, questions: [made('a', 'choice', 'one', 1)] };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(restoreRun(value, bank, 0)).toBeNull();
      }),
    );
    const good = JSON.parse(JSON.stringify(saveRun(startRun(bank.questions, 0)))) as object;
    expect(restoreRun(good, bank, 0)?.index).toBe(0);
    const place = { question: 'a', response: null, confidence: null, flagged: false, duration: 0 };
    const damaged = (changes: object) => ({ places: [{ ...place, ...changes }] });
    for (const damage of [
      { version: 1 },
      { mode: 'game' },
      { phase: 'lost' },
      { phase: 'checked' },
      { index: -1 },
      { spent: '1' },
      { limit: 'none' },
      { places: [] },
      damaged({ question: 1 }),
      damaged({ question: 'gone' }),
      damaged({ flagged: 1 }),
      damaged({ confidence: 'very' }),
      damaged({ duration: -1 }),
      damaged({ response: { kind: 'options', texts: [1] } }),
      damaged({ response: { kind: 'truth', value: 'yes' } }),
      damaged({ response: { kind: 'passage', spans: [{}] } }),
      damaged({ response: { kind: 'pairs', pairs: [{ left: 1 }] } }),
    ]) {
      expect(restoreRun({ ...good, ...damage }, bank, 0)).toBeNull();
    }
  });

  test('grades are worked out again, so a mended key counts', () => {
    const question = made('a', 'choice', 'one', 1);
    const document = { id: 'd', title: 'T', language: 'en', sections: [] };
    const response: Response = { kind: 'option', text: 'Wrong' };
    const run = check(startRun([question], 0), response, null, 1);
    expect(answersIn(run)[0]?.grade.verdict).toBe('wrong');
    const mended = { ...question, answer: 'Wrong', distractors: [] } as unknown as Question;
    const restored = restoreRun(saveRun(run), { id: 'bank', document, questions: [mended] }, 0);
    expect(answersIn(restored!)[0]?.grade.verdict).toBe('right');
  });
});
