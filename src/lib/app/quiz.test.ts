import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '../primitives/index.ts';
import { packBank } from '../bank/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { eligible } from '../quiz/index.ts';
import { FAILURES, type JournalStore } from '../storage/index.ts';
import { memoryStore } from '../storage/memory/index.ts';
import { QuizSession, type QuizAddress } from './quiz.svelte.ts';
import { Recite } from './recite.svelte.ts';

const NOTHING: QuizAddress = { section: null, result: null };

/** What the device keeps: a reload does not change it. */
let device: Map<string, string>;

beforeEach(() => {
  device = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => device.get(key) ?? null,
    setItem: (key: string, value: string) => void device.set(key, value),
    removeItem: (key: string) => void device.delete(key),
  });
});

interface World {
  readonly store: JournalStore;
  /** While set, nothing can be written. */
  full: boolean;
  now: number;
}

function world(): World {
  return { store: memoryStore(), full: false, now: 1000 };
}

/** A page that was just opened on this device. */
async function opened(there: World, address = NOTHING) {
  const store: JournalStore = {
    ...there.store,
    append: (event, last) =>
      there.full ? Promise.resolve(err(FAILURES.full)) : there.store.append(event, last),
  };
  const recite = new Recite({
    environment: () => ({
      now: () => there.now,
      moment: () => ({ now: there.now, offset: 0, day: 100 }),
      newId: () => String(there.now++).padStart(8, '0'),
      device: 'test',
    }),
    openStore: () => Promise.resolve(ok(store)),
    fetchBank: () => Promise.resolve(ok(packBank(smallBank()))),
  });
  const session = new QuizSession(recite);
  await session.open(address);
  return { recite, session };
}

async function started(there: World) {
  const page = await opened(there);
  page.session.choice!.length = 5;
  await page.session.start();
  return page;
}

async function eventsOf(there: World, kind: 'answer' | 'quiz' | 'draft' | 'attempt') {
  const read = await there.store.eventsAfter(null, 1000);
  return read.ok ? read.value.filter((event) => event.kind === kind) : [];
}

function key(session: QuizSession): readonly string[] {
  const { question, table } = session;
  if (!question) throw new Error('nothing is asked');
  if (table!.key.length > 0) return table!.key;
  if (question.type === 'order') return question.items;
  if (question.type === 'match') return question.pairs.map(({ right }) => right);
  return [String((question as { answer: unknown }).answer)];
}

function miss(session: QuizSession): readonly string[] {
  const { question, table } = session;
  if (question?.type === 'order') return [...question.items].reverse();
  if (question?.type === 'match') return question.pairs.map(() => 'nothing');
  const others = [...table!.options, ...table!.passage.flat().map(({ name }) => name)];
  return [others.find((option) => !key(session).includes(option)) ?? 'nonsense'];
}

async function answer(session: QuizSession, right: boolean): Promise<void> {
  session.give(right ? key(session) : miss(session));
  await session.proceed();
}

/** Answers to the end, the first as given and the others right. */
async function toTheEnd(session: QuizSession, first = true): Promise<void> {
  for (let right = first; session.stage === 'running'; right = true) {
    await answer(session, right);
    await session.proceed();
  }
}

describe('the set-up', () => {
  test('starts with everything, and says why it cannot start', async () => {
    const { session } = await opened(world());
    const choice = session.choice!;
    expect(session.stage).toBe('setup');
    expect([...choice.sections]).toEqual(['history', 'trade']);
    const all = eligible(smallBank()).filter(({ type }) => type !== 'open').length;
    expect(choice.rows.reduce((sum, { count }) => sum + count, 0)).toBe(all);
    expect(choice.count).toBe(all);
    expect(choice.reason).toBeNull();
    choice.everySection(false);
    expect(choice.reason).toContain('section');
    choice.everySection(true);
    for (const kind of [...choice.kinds]) choice.toggleKind(kind);
    expect(choice.reason).toContain('kind');
    await session.start();
    expect(session.stage).toBe('setup');
  });

  test('an address preselects its section; one that is none changes nothing', async () => {
    const { session } = await opened(world(), { section: 'trade', result: null });
    expect([...session.choice!.sections]).toEqual(['trade']);
    const other = await opened(world(), { section: 'nowhere', result: null });
    expect(other.session.choice!.sections.size).toBe(2);
  });

  test('the last choice is remembered on the device', async () => {
    const there = world();
    const { session } = await opened(there);
    session.choice!.onlySection('trade');
    session.choice!.length = 'all';
    session.choice!.toggleKind('type');
    await session.start();
    await session.end();
    const { session: later } = await opened(there);
    expect([...later.choice!.sections]).toEqual(['trade']);
    expect(later.choice!.length).toBe('all');
    expect([...later.choice!.kinds]).toEqual(['choose', 'judge', 'arrange', 'find']);
  });

  test('what the device remembers may be nonsense', async () => {
    for (const kept of ['{', '7', 'null', '{"sections":[1],"kinds":{},"length":3}']) {
      device.set('recite-quiz-choice', kept);
      device.set('recite-quiz', kept);
      const { session } = await opened(world());
      expect(session.stage).toBe('setup');
      expect(session.choice!.sections.size).toBe(2);
      expect(session.choice!.length).toBe(10);
    }
  });
});

describe('running', () => {
  test('each answer is in the journal before the next question comes', async () => {
    const there = world();
    const { recite, session } = await started(there);
    expect(recite.answering).toBe(true);
    const { question } = session;
    expect(session.canCheck).toBe(false);
    await session.proceed();
    expect(session.answered).toBeNull();

    await answer(session, false);
    expect(session.answered?.grade.verdict).toBe('wrong');
    expect(session.recorded).toBe(true);
    expect(await eventsOf(there, 'answer')).toMatchObject([
      { card: `velm/${question!.id}`, quiz: session.quiz!.id, verdict: 'wrong' },
    ]);
    const card = await there.store.card(`velm/${question!.id}`);
    expect(card.ok && card.value?.schedule?.dueAt).toBeTruthy();

    await session.proceed();
    expect(session.question!.id).not.toBe(question!.id);
    expect(session.taken).toEqual([]);
  });

  test('an answer that cannot be written stays, and goes in with the next try, once', async () => {
    const there = world();
    const { session } = await started(there);
    const { question } = session;
    there.full = true;
    await answer(session, true);
    expect(session.failure?.code).toBe('storage-full');
    expect(session.recorded).toBe(false);
    await session.proceed();
    expect(session.question).toBe(question);
    await session.end();
    expect(session.stage).toBe('running');
    expect(session.answered?.response).toBeTruthy();

    there.full = false;
    await session.proceed();
    expect(session.failure).toBeNull();
    expect(session.recorded).toBe(true);
    expect(session.question).toBe(question);
    await session.proceed();
    expect(session.question).not.toBe(question);
    expect(await eventsOf(there, 'answer')).toHaveLength(1);
  });

  test('two checks at once are one', async () => {
    const there = world();
    const { session } = await started(there);
    session.taken = key(session);
    await Promise.all([session.proceed(), session.proceed(), session.proceed()]);
    expect(session.run!.index).toBe(0);
    expect(await eventsOf(there, 'answer')).toHaveLength(1);
  });
});

describe('a reload', () => {
  test('finds the question and the answers as they were', async () => {
    const there = world();
    const { session } = await started(there);
    await answer(session, false);
    await session.proceed();
    const { session: later, recite } = await opened(there);
    expect(later.stage).toBe('running');
    expect(recite.answering).toBe(true);
    expect(later.question!.id).toBe(session.question!.id);
    expect(later.outcomes).toEqual(session.outcomes);
    expect(later.table).toEqual(session.table);
  });

  test('finds a checked answer, and does not write it twice', async () => {
    const there = world();
    const { session } = await started(there);
    await answer(session, true);
    const { session: later } = await opened(there);
    expect(later.answered).toEqual(session.answered);
    expect(later.taken.join()).toBe(session.taken.join());
    expect(later.recorded).toBe(true);
    expect(await eventsOf(there, 'answer')).toHaveLength(1);
  });

  test('writes the answer that could not be written before', async () => {
    const there = world();
    const { session } = await started(there);
    there.full = true;
    await answer(session, false);
    there.full = false;
    const { session: later } = await opened(there);
    expect(later.recorded).toBe(true);
    expect(await eventsOf(there, 'answer')).toMatchObject([{ verdict: 'wrong' }]);
  });

  test('for another section shows the set-up, from which one may go on', async () => {
    const there = world();
    const { session } = await started(there);
    await answer(session, true);
    await session.proceed();
    const { session: later } = await opened(there, { section: 'trade', result: null });
    expect(later.stage).toBe('setup');
    expect(later.unfinished).toBe(true);
    await later.resume();
    expect(later.question!.id).toBe(session.question!.id);
  });

  test('another quiz ends the one that was left, with its result', async () => {
    const there = world();
    const { session } = await started(there);
    await answer(session, true);
    const { session: later } = await opened(there, { section: 'trade', result: null });
    await later.start();
    expect(later.stage).toBe('running');
    expect(later.quiz!.id).not.toBe(session.quiz!.id);
    expect(await eventsOf(there, 'quiz')).toMatchObject([
      { quiz: session.quiz!.id, sections: [{ asked: 1, right: 1 }] },
    ]);
  });
});

describe('a seed of one’s own', () => {
  test('draws the same quiz again', async () => {
    const asked = async (seed: string) => {
      device.clear();
      const { session } = await opened(world());
      session.choice!.length = 5;
      session.choice!.seed = seed;
      await session.start();
      return session.run!.places.map(({ question }) => question.id);
    };
    expect(await asked(' class 4b ')).toEqual(await asked('class 4b'));
    const others = [await asked('a'), await asked('b'), await asked('c'), await asked('d')];
    expect(new Set(others.map(String)).size).toBeGreaterThan(1);
  });
});

describe('the end', () => {
  test('the result is noted once, and its address finds it again', async () => {
    const there = world();
    const { session, recite } = await started(there);
    await toTheEnd(session, false);
    expect(session.stage).toBe('result');
    expect(recite.answering).toBe(false);
    const asked = session.run!.places.length;
    const sum = session.results.reduce((total, { right }) => total + right, 0);
    expect(sum).toBe(asked - 1);
    expect(session.address).toBe(`/quiz?result=${session.quiz!.id}`);

    const result = session.quiz!.id;
    const { session: later } = await opened(there, { section: null, result });
    expect(later.stage).toBe('result');
    expect(later.results).toEqual(session.results);
    expect(await eventsOf(there, 'quiz')).toMatchObject([{ quiz: result, bank: 'velm' }]);

    const { session: fresh } = await opened(there);
    expect(fresh.stage).toBe('setup');
    expect(fresh.attempts).toMatchObject([{ id: result, day: 100, asked, right: asked - 1 }]);
  });

  test('an earlier result is found in the journal, and leaves what is on the table alone', async () => {
    const there = world();
    const { session: first } = await started(there);
    await toTheEnd(first, false);
    const early = first.quiz!.id;
    await first.again();
    await answer(first, true);
    await first.proceed();
    const late = first.quiz!.id;

    const { session } = await opened(there, { section: null, result: early });
    expect(session.stage).toBe('result');
    expect(session.quiz!.id).toBe(early);
    expect(session.outcomes.map(({ grade }) => grade.verdict)).toEqual([
      'wrong',
      ...session.outcomes.slice(1).map(() => 'right'),
    ]);
    expect(session.findings!.earlier).toEqual([]);
    await session.discard();
    expect(session.stage).toBe('setup');
    expect(session.quiz!.id).toBe(late);
    expect(session.unfinished).toBe(true);
    await session.resume();
    await toTheEnd(session);
    expect(session.findings!.earlier).toMatchObject([{ id: early }]);
    expect(await eventsOf(there, 'quiz')).toHaveLength(2);

    const { session: none } = await opened(there, { section: null, result: 'nowhere' });
    expect(none.stage).toBe('setup');
  });

  test('on other mistakes while another quiz is on the table, that one ends with its result', async () => {
    const there = world();
    const { session: first } = await started(there);
    await toTheEnd(first, false);
    const early = first.quiz!.id;
    await first.again();
    await answer(first, true);
    await first.proceed();

    const { session } = await opened(there, { section: null, result: early });
    await session.retake();
    expect(session.stage).toBe('running');
    expect(session.run!.places).toHaveLength(1);
    expect(await eventsOf(there, 'quiz')).toMatchObject([
      { quiz: early },
      { quiz: first.quiz!.id, sections: [{ asked: 1, right: 1 }] },
    ]);
  });

  test('a result that could not be noted is noted with the next try', async () => {
    const there = world();
    const { session } = await started(there);
    await answer(session, true);
    there.full = true;
    await session.end();
    expect(session.stage).toBe('result');
    expect(session.failure?.code).toBe('storage-full');
    await session.discard();
    expect(session.stage).toBe('result');
    there.full = false;
    await session.retry();
    expect(session.failure).toBeNull();
    expect(await eventsOf(there, 'quiz')).toHaveLength(1);
    await session.discard();
    expect(session.stage).toBe('setup');
    expect(device.has('recite-quiz')).toBe(false);
  });

  test('ended early, what was answered counts; with nothing answered there is no result', async () => {
    const there = world();
    const { session } = await started(there);
    await session.end();
    expect(session.stage).toBe('setup');
    // That it was given up is noted, so that nobody is asked to go on with it.
    expect(await eventsOf(there, 'quiz')).toMatchObject([{ sections: [] }]);
    expect(session.attempts).toEqual([]);

    await session.start();
    await answer(session, true);
    await session.proceed();
    await session.end();
    expect(session.stage).toBe('result');
    expect((await eventsOf(there, 'quiz')).slice(1)).toMatchObject([
      { sections: [{ asked: 1, right: 1 }] },
    ]);
  });

  test('the same sections again are another quiz', async () => {
    const there = world();
    const { session } = await opened(there);
    session.choice!.onlySection('trade');
    await session.start();
    const before = session.quiz!;
    await toTheEnd(session);
    await session.again();
    expect(session.stage).toBe('running');
    expect(session.quiz!.id).not.toBe(before.id);
    expect(session.quiz!.recipe.sections).toEqual(['trade']);
    expect(
      session.run!.places.every(({ question: { cites } }) => cites[0].section === 'trade'),
    ).toBe(true);
  });

  test('leaving the page is no longer answering', async () => {
    const { session, recite } = await started(world());
    session.leave();
    expect(recite.answering).toBe(false);
  });
});

describe('an exam', () => {
  async function examined(there: World, time: 'none' | 'ten' = 'none') {
    const page = await opened(there);
    const choice = page.session.choice!;
    choice.mode = 'exam';
    choice.time = time;
    choice.length = 5;
    await page.session.start();
    return page;
  }

  /** Answers the question on screen, right or wrong. */
  const give = (session: QuizSession, right = true) =>
    session.give(right ? key(session) : miss(session));

  test('tells nothing before it is handed in; then answers and result are in the journal', async () => {
    const there = world();
    const { session } = await examined(there);
    for (let index = 0; index < 5; index++) {
      await session.goTo(index);
      give(session, index > 0);
      expect(session.revealed).toBe(false);
    }
    expect(await eventsOf(there, 'answer')).toEqual([]);
    await session.handIn();
    expect(session.stage).toBe('result');
    expect(await eventsOf(there, 'answer')).toHaveLength(5);
    expect(await eventsOf(there, 'quiz')).toMatchObject([{ mode: 'exam' }]);
  });

  test('an answer may be changed, flagged and left open', async () => {
    const { session } = await examined(world());
    give(session, false);
    await session.flag(true);
    await session.goTo(3);
    await session.goTo(0);
    expect(session.taken).toEqual(miss(session));
    give(session, true);
    await session.look(true);
    expect(session.overview).toBe(true);
    expect(session.standings[0]).toEqual({ answered: true, flagged: true });
    expect(session.standings[3]).toEqual({ answered: false, flagged: false });
    await session.handIn();
    expect(session.outcomes.map(({ grade }) => grade.verdict)).toEqual([
      'right',
      ...Array.from({ length: 4 }, () => 'wrong'),
    ]);
    expect(session.results.reduce((sum, { asked }) => sum + asked, 0)).toBe(5);
  });

  test.each([
    ['a reload', () => undefined],
    ['a device that kept nothing', () => void device.delete('recite-quiz')],
  ])('goes on after %s at the same place, with the same answers and time', async (_, crash) => {
    const there = world();
    const { session } = await examined(there, 'ten');
    give(session);
    await session.goTo(2);
    give(session, false);
    there.now += 60_000;
    await session.flag(true);
    session.away();
    await Promise.resolve();
    const left = session.left;
    crash();
    there.now += 5_000_000;
    const { session: later } = await opened(there);
    expect(later.stage).toBe('running');
    expect(later.run!.index).toBe(2);
    expect(later.taken).toEqual(session.taken);
    expect(later.standings).toEqual(session.standings);
    expect(Math.abs(later.left! - left!)).toBeLessThan(1000);
  });

  test('hands itself in at the end of its time, unless one takes more', async () => {
    const there = world();
    const { session } = await examined(there, 'ten');
    give(session);
    const pass = async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute++) {
        there.now += 60_000;
        await session.second();
      }
    };
    await pass(9);
    session.addTime();
    await pass(5);
    expect(session.stage).toBe('running');
    await pass(1);
    expect(session.stage).toBe('result');
    expect(session.timeUp).toBe(true);
    expect(await eventsOf(there, 'answer')).toHaveLength(1);
    expect(session.outcomes).toHaveLength(5);
  });

  test('gives those more time who need it, once, and nothing of it to others', async () => {
    const there = world();
    const { session: usual, recite } = await examined(there, 'ten');
    expect(usual.left).toBe(600_000);
    const limit = /limit=\d+/.exec(usual.text!)?.[0];
    await usual.discard();
    await recite.note({ kind: 'settings', changes: { examTime: 1.5 } });

    const { session } = await examined(there, 'ten');
    expect(session.left).toBe(900_000);
    expect(session.text).toContain(limit);
    await session.again();
    expect(session.left).toBe(900_000);
    session.away();
    device.delete('recite-quiz');
    const { session: later } = await opened(there);
    expect(later.left).toBeCloseTo(900_000, -3);
    await later.again();
    expect(later.left).toBe(900_000);
  });

  test('that could not be handed in is handed in with the next try, each answer once', async () => {
    const there = world();
    const { session } = await examined(there);
    give(session);
    await session.goTo(1);
    give(session);
    there.full = true;
    await session.handIn();
    expect(session.stage).toBe('result');
    expect(session.failure?.code).toBe('storage-full');
    there.full = false;
    await session.retry();
    expect(session.failure).toBeNull();
    expect(await eventsOf(there, 'answer')).toHaveLength(2);
    expect(await eventsOf(there, 'quiz')).toHaveLength(1);
  });
});

describe('how sure one is, and how an answer counts', () => {
  test('are in the event', async () => {
    const there = world();
    const { session } = await started(there);
    session.feel('guess');
    await answer(session, false);
    await session.proceed();
    expect(session.sure).toBeNull();
    await answer(session, true);
    expect(await eventsOf(there, 'answer')).toMatchObject([
      { confidence: 'guess', rating: 1, verdict: 'wrong' },
      { rating: null, verdict: 'right' },
    ]);
  });

  test('a quiz that is not to count moves no card', async () => {
    const there = world();
    const { session } = await opened(there);
    session.choice!.counts = false;
    await session.start();
    const card = `velm/${session.question!.id}`;
    await answer(session, false);
    expect(await eventsOf(there, 'answer')).toMatchObject([{ rating: null }]);
    const after = await there.store.card(card);
    expect(after.ok && after.value?.schedule).toBeFalsy();
  });
});

describe('ready-made and shared quizzes', () => {
  test('have nothing to ask where nothing is weak or wrong, and say so', async () => {
    const { session } = await opened(world());
    for (const preset of ['weakest', 'mistakes'] as const) {
      session.nothing = null;
      await session.startPreset(preset);
      expect(session.stage).toBe('setup');
      expect(session.nothing).toBeTruthy();
    }
  });

  test('ask mistakes until they are put right, and what is weak', async () => {
    const there = world();
    const { session } = await started(there);
    const missed = session.question!.id;
    await answer(session, false);
    await session.end();
    expect(session.findings?.counted).toEqual({ again: 1, hard: 0, good: 0 });
    for (const preset of ['mistakes', 'weakest'] as const) {
      await session.startPreset(preset);
      expect(session.run!.places.map(({ question }) => question.id)).toEqual([missed]);
      await answer(session, true);
      await session.proceed();
    }
    await session.startPreset('mistakes');
    expect(session.nothing).toContain('mistake');
  });

  test('a card that was due is reviewed by a right answer, as Hard where it was a guess', async () => {
    const there = world();
    const { session } = await started(there);
    await answer(session, false);
    await session.end();
    // In its first step it is due after a minute.
    there.now += 3_600_000;
    await session.startPreset('mistakes');
    session.feel('guess');
    await answer(session, true);
    expect((await eventsOf(there, 'answer')).at(-1)).toMatchObject({ rating: 2, recall: 1 });
  });

  test('the fragment of another page is no quiz that cannot be read', async () => {
    const { session } = await opened(world(), { ...NOTHING, shared: 'history-6' });
    expect(session.shared).toBeNull();
    const { session: cut } = await opened(world(), { ...NOTHING, shared: '1&bank=ve' });
    expect(cut.shared?.ok).toBe(false);
  });

  test('from a link they are the same quiz, though another is going on', async () => {
    const there = world();
    const { session } = await started(there);
    const link = session.text!;
    const asks = session.run!.places.map(({ question }) => question.id);
    const { session: other } = await opened(world(), { ...NOTHING, shared: link });
    expect(other.stage).toBe('setup');
    await other.startShared();
    expect(other.run!.places.map(({ question }) => question.id)).toEqual(asks);
    expect(other.table).toEqual(session.table);

    const { session: later } = await opened(there, { ...NOTHING, shared: link });
    expect(later.stage).toBe('setup');
    expect(later.unfinished).toBe(true);
  });

  test('of another document cannot be asked', async () => {
    const shared = '1&bank=other&of=x&n=5&seed=s&mode=exam';
    const { session } = await opened(world(), { ...NOTHING, shared });
    expect(session.shared?.ok).toBe(false);
    await session.startShared();
    expect(session.stage).toBe('setup');
  });
});
