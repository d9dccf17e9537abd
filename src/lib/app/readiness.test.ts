import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../primitives/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { gradeResponse } from '../grading/index.ts';
import { cardId } from '../journal/index.ts';
import { eligible, EVERYTHING, quizText, versionOf } from '../quiz/index.ts';
import { read, World } from './fixture.ts';
import { ItemAnalysis } from './item-analysis.svelte.ts';
import { responseOf } from './presentation.ts';
import { noteAnswer, noteQuiz } from './quiz-attempts.ts';
import { Readiness } from './readiness.svelte.ts';
import type { Recite } from './recite.svelte.ts';

let world: World;
let recite: Recite;
const bank = smallBank();
const questions = eligible(bank);

beforeEach(async () => {
  world = new World(bank);
  recite = await world.open();
});

/** Every card answered Good until it is in review. */
async function studied(): Promise<void> {
  for (const { id } of recite.bank.questions) {
    for (const rating of [3, 3, 3] as const) {
      world.pass(20 * 60_000);
      read(
        await recite.record({ kind: 'review', card: cardId(bank.id, id), rating, duration: 5000 }),
      );
    }
  }
}

/** An exam on everything, in which choices and true or false are right, and nothing else. */
async function examTaken(quiz: string, only: readonly string[] = []): Promise<number> {
  const recipe = { ...EVERYTHING, bank: bank.id, length: 20, seed: quiz, only };
  const rules = { mode: 'exam', limit: null } as const;
  const text = quizText({ recipe, rules, version: versionOf(bank.document) });
  const asked = questions.map(({ id }) => id);
  read(await recite.note({ kind: 'attempt', quiz, bank: bank.id, recipe: text, questions: asked }));
  let right = 0;
  for (const question of questions) {
    const response = responseOf(question, 'answer' in question ? [String(question.answer)] : ['x']);
    const grade = gradeResponse(question, response);
    if (grade.verdict === 'right') right++;
    const answered = { question, response, grade, confidence: null, duration: 4000 };
    read(await noteAnswer(recite, { id: quiz, counts: true }, answered));
  }
  const section = { section: 'history', asked: questions.length, right };
  read(await noteQuiz(recite, quiz, 'exam', [section]));
  return right;
}

async function readinessOf(of: Recite): Promise<Readiness> {
  const readiness = new Readiness();
  await readiness.load(of);
  expect(readiness.failure).toBeNull();
  return readiness;
}

describe('readiness', () => {
  test('before the first answer it is guessing, and falls with time once something is known', async () => {
    const before = await readinessOf(recite);
    expect(before.now).toMatchObject({ count: questions.length, unseen: questions.length });
    expect(before.now!.share).toBeLessThan(0.3);
    expect(before.record!.checks).toEqual([]);
    await studied();
    const after = await readinessOf(recite);
    expect(after.now).toMatchObject({ unseen: 0 });
    expect(after.now!.share).toBeGreaterThan(0.9);
    expect(after.then!.share).toBeLessThan(after.now!.share);
    expect(after.studied!.planned).toBe(false);
    expect(after.studied!.prediction!.share).toBeGreaterThanOrEqual(after.then!.share);
  });

  test('an exam is held against what the schedule said before it, and so again tomorrow', async () => {
    await studied();
    world.pass(9 * DAY_MS);
    const right = await examTaken('first');
    const { record } = await readinessOf(recite);
    const [check] = record!.checks;
    expect(check).toMatchObject({ mode: 'exam', right });
    // What each answer noted as its chance just before is what the journal gives again.
    const noted = (await world.events('answer')).map(({ recall }) => recall!);
    const mean = noted.reduce((sum, recall) => sum + recall, 0) / noted.length;
    expect(noted).toHaveLength(questions.length);
    expect(check!.prediction.share).toBeCloseTo(mean, 12);
    expect(check!.error).toBeCloseTo(right / questions.length - mean, 12);

    world.pass(3 * DAY_MS);
    await studied();
    read(await recite.store.rebuild());
    const later = await readinessOf(await world.open());
    expect(later.record).toEqual(record);
  });

  test('looks ahead by the plan where the day is that of an exam', async () => {
    await studied();
    const { day } = recite.moment();
    const exam = { bank: bank.id, day: day + 30, target: 0.95, sections: [] };
    read(await recite.changeSettings({ exam }));
    const readiness = await readinessOf(recite);
    expect(readiness.day).toBe(day + 30);
    expect(readiness.studied!.planned).toBe(true);
    expect(readiness.studied!.prediction!.share).toBeGreaterThan(readiness.then!.share);
    await readiness.choose(recite, day + 60);
    expect(readiness.studied!.planned).toBe(false);
    for (const wrong of [day, day - 1, day + 4000]) await readiness.choose(recite, wrong);
    expect(readiness.day).toBe(day + 60);
  });
});

describe('the analysis of items', () => {
  test('finds, sorts and keeps what was answered', async () => {
    const analysis = new ItemAnalysis();
    await analysis.load(recite);
    expect(analysis).toMatchObject({ ready: true, quizzes: 0, items: [], shown: [] });
    for (let turn = 0; turn < 12; turn++) {
      world.pass(DAY_MS);
      await examTaken(`quiz-${turn}`);
    }
    await analysis.load(recite);
    expect(analysis).toMatchObject({ quizzes: 12, answers: 12 * questions.length });
    const shares = () => analysis.shown.map(({ statistics }) => statistics.difficulty.share);
    expect(shares()).toEqual(shares().toSorted((a, b) => a - b));
    analysis.sort('difficulty');
    expect(shares()).toEqual(shares().toSorted((a, b) => b - a));
    // All alike, so that nothing is known of it: then the order of the bank stands.
    analysis.sort('discrimination');
    expect(analysis.shown.map(({ question }) => question.id)).toEqual(
      questions.map(({ id }) => id),
    );
    analysis.onlyFindings = true;
    expect(analysis.shown.length).toBe(analysis.withFindings);
    analysis.onlyFindings = false;
    analysis.section = 'trade';
    expect(new Set(analysis.shown.map(({ section }) => section))).toEqual(new Set(['trade']));
    const { columns, rows } = analysis.file;
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows).toHaveLength(analysis.shown.length);
    expect(analysis.of('founder').map(({ question }) => question.id)).toEqual(['founder']);
  });
});
