import { describe, expect, test } from 'vitest';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { planOf } from '../classroom/index.ts';
import { gradeResponse } from '../grading/index.ts';
import { isForCards, optionsFor, responseTo } from './asking.ts';
import { LETTERS } from './types.ts';
import {
  beginPaper,
  endPaper,
  goOn,
  nextPlace,
  responsesOf,
  showAnswer,
  tallyOf,
  withLetter,
  type PaperSession,
} from './session.ts';

const bank = smallBank();
const live = bank.questions.filter(({ type }) => !['open', 'evidence'].includes(type));
const made = planOf(
  bank,
  live.filter((one) => one.type !== 'match' || !one.recall),
);
if (!made.ok) throw new Error(made.error.message);
const plan = made.value;
const students = ['Ana', 'Bo', 'Cy'].map((name, at) => ({ card: at + 1, name }));

function begun(): PaperSession {
  const session = beginPaper({ id: 's', title: 'T', at: 0, seed: 'x', plan }, { students });
  if (!session.ok) throw new Error(session.error.message);
  return session.value;
}

describe('questions for cards', () => {
  test('are those with two to four options', () => {
    const types = bank.questions.filter(isForCards).map(({ type }) => type);
    expect(new Set(types)).toEqual(new Set(['choice', 'truefalse']));
    const choice = bank.questions.find((one) => one.type === 'choice')!;
    const [wrong] = choice.distractors;
    const five = { ...choice, distractors: Array.from({ length: 4 }, () => wrong!) };
    expect(isForCards(five as typeof choice)).toBe(false);
  });

  test('are graded by the letters that stand on the board', () => {
    for (const { question } of plan.filter(({ question }) => isForCards(question))) {
      for (const seed of ['a', 'b', 'c']) {
        const options = optionsFor(question, seed);
        expect(options.filter(({ right }) => right)).toHaveLength(1);
        for (const { letter, right } of options) {
          const response = responseTo(question, seed, letter)!;
          expect(gradeResponse(question, response).verdict).toBe(right ? 'right' : 'wrong');
        }
        for (const letter of LETTERS.slice(options.length)) {
          expect(responseTo(question, seed, letter)).toBeNull();
        }
      }
    }
  });

  test('say of each option why', () => {
    const choice = plan.find(({ question }) => question.type === 'choice')!;
    for (const { why } of optionsFor(choice.question, 'x')) expect(why).not.toBe('');
  });
});

describe('a session on paper', () => {
  test('asks what cards can answer, one after the other, and ends', () => {
    let session = begun();
    const places = [];
    while (session.phase !== 'ended') {
      places.push(session.place);
      expect(isForCards(session.plan[session.place]!.question)).toBe(true);
      expect(goOn(session)).toBe(session);
      session = goOn(showAnswer(session));
    }
    expect(places).toEqual(plan.flatMap(({ question }, at) => (isForCards(question) ? [at] : [])));
    expect(nextPlace(session)).toBeNull();
  });

  test('counts the last letter of each card, until the answer is shown', () => {
    let session = begun();
    const { letter: right } = optionsFor(plan[session.place]!.question, 'x').find(
      (one) => one.right,
    )!;
    const { letter: wrong } = optionsFor(plan[session.place]!.question, 'x').find(
      (one) => !one.right,
    )!;
    session = withLetter(session, 1, wrong);
    session = withLetter(session, 1, right);
    session = withLetter(session, 2, wrong);
    session = withLetter(session, 3, right);
    session = withLetter(session, 3, null);
    session = withLetter(session, 99, right);
    const closed = showAnswer(session);
    expect(withLetter(closed, 3, right)).toBe(closed);
    const tally = tallyOf(closed, closed.place);
    expect(tally).toMatchObject({ answered: 2, missed: 0.5 });
    expect(tally.options.find((one) => one.right)?.count).toBe(1);
    const verdicts = responsesOf(closed).map(({ name, responses }) => {
      const response = responses[closed.place];
      return [name, response && gradeResponse(plan[closed.place]!.question, response).verdict];
    });
    expect(verdicts).toEqual([
      ['Ana', 'right'],
      ['Bo', 'wrong'],
      ['Cy', null],
    ]);
  });

  test('is data: written and read it goes on', () => {
    const session = withLetter(begun(), 2, 'A');
    const again = JSON.parse(JSON.stringify(session)) as PaperSession;
    expect(goOn(showAnswer(again))).toEqual(goOn(showAnswer(session)));
    expect(endPaper(again).phase).toBe('ended');
  });

  test('needs students, and questions that cards can answer', () => {
    const given = { id: 's', title: '', at: 0, seed: 'x', plan };
    expect(beginPaper(given, { students: [] }).ok).toBe(false);
    expect(
      beginPaper(
        { ...given, plan: plan.filter(({ question }) => !isForCards(question)) },
        { students },
      ).ok,
    ).toBe(false);
  });
});
