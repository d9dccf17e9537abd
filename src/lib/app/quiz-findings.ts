import type { Share } from '../journal/index.ts';
import { cardId, wilsonShare } from '../journal/index.ts';
import { LEVELS, QUESTION_TYPES, TAGS } from '../bank/index.ts';
import { calibrationOf, tally, type Calibration, type Outcome } from '../quiz/index.ts';
import { readAttempts, type Attempt } from './quiz-attempts.ts';
import type { Recite } from './recite.svelte.ts';

/** Right answers by what questions are of. */
interface Rows {
  readonly about: 'type' | 'topic' | 'level';
  readonly rows: readonly {
    readonly name: string;
    readonly asked: number;
    readonly right: number;
  }[];
}

const EARLIER_SHOWN = 10;

/** What a result has to say beyond its score. */
export interface Findings {
  /** The score with its 95 % interval. */
  readonly score: Share | null;
  readonly tables: readonly Rows[];
  readonly calibration: Calibration | null;
  /** What the schedule gave the questions that were seen before; null where none was. */
  readonly expected: {
    readonly count: number;
    readonly share: number;
    readonly right: number;
  } | null;
  /** Attempts on the same bank before it, newest first. */
  readonly earlier: readonly Attempt[];
  /** How many answers counted for the schedule, by how. */
  readonly counted: { readonly again: number; readonly hard: number; readonly good: number };
}

/** @param quiz its answers are in the journal already */
export async function findingsOf(
  recite: Recite,
  quiz: string,
  outcomes: readonly Outcome[],
): Promise<Findings> {
  const right = outcomes.filter(({ grade }) => grade.verdict === 'right').length;
  const found = {
    score: wilsonShare(right, outcomes.length),
    calibration: calibrationOf(outcomes),
  };
  const tables: Rows[] = [
    { about: 'type', rows: tally(outcomes, QUESTION_TYPES, ({ type }, name) => type === name) },
    { about: 'topic', rows: tally(outcomes, TAGS, ({ tags }, name) => tags.includes(name)) },
    { about: 'level', rows: tally(outcomes, LEVELS, ({ level }, name) => level === name) },
  ];
  const counted = { again: 0, hard: 0, good: 0 };
  let [count, chances, recalled] = [0, 0, 0];
  for (const { question, grade } of outcomes) {
    const events = await recite.store.eventsOf(cardId(recite.bank.id, question.id));
    const event = events.ok
      ? events.value.find((one) => one.kind === 'answer' && one.quiz === quiz)
      : undefined;
    if (event?.kind !== 'answer') continue;
    if (event.rating === 1) counted.again++;
    if (event.rating === 2) counted.hard++;
    if (event.rating === 3) counted.good++;
    if (event.recall === undefined) continue;
    count++;
    chances += event.recall;
    if (grade.verdict === 'right') recalled++;
  }
  const expected = count === 0 ? null : { count, share: chances / count, right: recalled };
  const earlier = await readAttempts(recite, EARLIER_SHOWN, quiz);
  return { ...found, tables, expected, earlier, counted };
}
