import type { Bank, Question } from '../../../src/lib/bank/index.ts';
import type { Response } from '../../../src/lib/grading/index.ts';
import {
  cardId,
  type AnswerEvent,
  type JournalEvent,
  type QuizEvent,
} from '../../../src/lib/journal/index.ts';
import { quizText, sectionOf, versionOf, EVERYTHING } from '../../../src/lib/quiz/index.ts';
import {
  DAY_MS,
  HOUR_MS,
  localDay,
  seededRandom,
  shuffled,
  uuidv7,
  type Random,
} from '../../../src/lib/primitives/index.ts';

/** Quizzes that somebody took: one every so many days, every third of them an exam. */
export interface Quizzes {
  readonly count: number;
  readonly length: number;
  /** Days between two. */
  readonly every: number;
  /** So many questions of the bank are asked, again and again. */
  readonly pool: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly seed: string;
}

/**
 * The quizzes of a learner who knows more each time, and the easy questions from the first. Of the
 * distractors the first is taken most and the last by nobody.
 */
export function quizzed(bank: Bank, now: number, life: Quizzes): JournalEvent[] {
  const { count, length, every, pool, offset, seed } = life;
  const random = seededRandom(seed);
  const bytes = (size: number) =>
    Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
  const questions = shuffled(bank.questions, random).slice(0, pool);
  const today = localDay(now, offset);
  const events: JournalEvent[] = [];
  for (let turn = 0; turn < count; turn++) {
    const day = today - every * (count - turn);
    let at = day * DAY_MS + 18 * HOUR_MS - offset * 60_000;
    const stamp = () => {
      at += 9000;
      return { id: uuidv7(at, bytes), at, device: 'past', day, offset };
    };
    const mode = turn % 3 === 2 ? 'exam' : 'practice';
    const quiz = uuidv7(at, bytes);
    const asked = shuffled(questions, random).slice(0, length);
    const recipe = { ...EVERYTHING, bank: bank.id, length, seed: quiz };
    events.push({
      ...stamp(),
      kind: 'attempt',
      quiz,
      bank: bank.id,
      recipe: quizText({ recipe, rules: { mode, limit: null }, version: versionOf(bank.document) }),
      questions: asked.map(({ id }) => id),
    });
    const right = new Set<string>();
    for (const [place, question] of asked.entries()) {
      // The last of an exam is left open now and then.
      if (mode === 'exam' && place === length - 1 && turn % 2 === 0) continue;
      const skill = 0.35 + (0.5 * turn) / count + 0.3 * (questions.indexOf(question) / pool - 0.5);
      const isRight = random() < skill;
      if (isRight) right.add(question.id);
      const response = responseTo(question, isRight, random);
      const answer: AnswerEvent = {
        ...stamp(),
        kind: 'answer',
        card: cardId(bank.id, question.id),
        quiz,
        verdict: isRight ? 'right' : 'wrong',
        duration: Math.floor(3000 + random() * 15_000),
        rating: isRight ? null : 1,
        ...(response && { response }),
      };
      events.push(answer);
    }
    events.push({
      ...stamp(),
      kind: 'quiz',
      quiz,
      bank: bank.id,
      mode,
      sections: results(asked, right),
    });
  }
  return events;
}

function responseTo(question: Question, right: boolean, random: Random): Response | null {
  switch (question.type) {
    case 'choice': {
      const wrong = question.distractors.map(({ text }) => text);
      const lure = random() < 0.7 || wrong.length < 3 ? wrong[0]! : wrong[1]!;
      return { kind: 'option', text: right ? question.answer : lure };
    }
    case 'truefalse':
      return { kind: 'truth', value: question.answer === right };
    case 'cloze':
    case 'short':
    case 'number':
      return { kind: 'typed', text: right ? String(question.answer) : 'I do not know' };
    case 'open':
      return { kind: 'judged', verdict: right ? 'right' : 'wrong', text: '' };
    default:
      return null;
  }
}

function results(asked: readonly Question[], right: ReadonlySet<string>): QuizEvent['sections'] {
  const sections = [...new Set(asked.map(sectionOf))];
  return sections.map((section) => {
    const own = asked.filter((question) => sectionOf(question) === section);
    return { section, asked: own.length, right: own.filter(({ id }) => right.has(id)).length };
  });
}
