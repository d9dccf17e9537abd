import type { Instant } from '../primitives/index.ts';
import type { Bank } from '../bank/index.ts';
import { isResponse, type Response } from '../grading/index.ts';
import {
  cardId,
  CONFIDENCES,
  type AnswerEvent,
  type AttemptEvent,
  type DraftEvent,
} from '../journal/index.ts';
import { askable } from './askable.ts';
import { finish, isUnjudged, MODES, type Place, type Rules, type Run } from './run.ts';

/** A run in a form that can be written down: it outlives a reload, and a new version of the bank. */
export interface SavedRun {
  readonly version: 2;
  readonly mode: Run['mode'];
  readonly phase: Run['phase'];
  readonly index: number;
  readonly spent: number;
  readonly limit: number | null;
  /** What was drawn is kept, not how: a changed bank would draw otherwise. */
  readonly places: readonly SavedPlace[];
}

interface SavedPlace extends Omit<Place, 'question' | 'response'> {
  /** The question's id. */
  readonly question: string;
  readonly response: Response | null;
}

export function saveRun({ mode, phase, index, spent, limit, places }: Run): SavedRun {
  return {
    version: 2,
    mode,
    phase,
    index,
    spent,
    limit,
    places: places.map(({ question, ...rest }) => ({ ...rest, question: question.id })),
  };
}

/**
 * An exam as its journal tells it: where the device has kept nothing of it, nothing is lost.
 *
 * @param drafts in the order of the journal: the last to a question stands
 */
export function examFromJournal(
  { questions }: Pick<AttemptEvent, 'questions'>,
  drafts: readonly DraftEvent[],
  limit: number | null,
): SavedRun {
  const last = new Map(drafts.map((draft) => [draft.question, draft]));
  const latest = drafts.at(-1);
  return {
    version: 2,
    mode: 'exam',
    phase: 'answering',
    index: Math.max(0, questions.indexOf(latest?.question ?? '')),
    spent: Math.max(0, ...drafts.map(({ spent }) => spent)),
    limit,
    places: questions.map((question) => {
      const { response, confidence, flagged, duration } = last.get(question) ?? OPEN;
      return { question, response, confidence, flagged, duration };
    }),
  };
}

/**
 * A quiz that is over, as its journal tells it.
 *
 * @param answers all of the quiz, in any order
 */
export function overFromJournal(
  { bank, questions }: Pick<AttemptEvent, 'bank' | 'questions'>,
  answers: readonly Pick<AnswerEvent, 'card' | 'response' | 'confidence' | 'duration'>[],
  { mode, limit }: Rules,
): SavedRun {
  const byCard = new Map(answers.map((answer) => [answer.card, answer]));
  const places = questions.map((question) => {
    const {
      response = null,
      confidence = null,
      duration,
    } = byCard.get(cardId(bank, question)) ?? OPEN;
    return { question, response, confidence, flagged: false, duration };
  });
  const spent = places.reduce((sum, { duration }) => sum + duration, 0);
  return { version: 2, mode, phase: 'finished', index: 0, spent, limit, places };
}

const OPEN = { response: null, confidence: null, flagged: false, duration: 0 };

/**
 * Takes a run up again where it was left; the time away counts for nothing. Questions that the bank
 * no longer has fall out of it, with their answers.
 *
 * @param saved anything: what was written down may be from another version, or damaged
 * @returns null where it is no run, or nothing of it is left
 */
export function restoreRun(saved: unknown, bank: Bank, now: Instant): Run | null {
  if (!isSavedRun(saved)) return null;
  const byId = new Map(askable(bank).map((one) => [one.id, one]));
  const onScreen = saved.places[saved.index]?.question;
  const places = saved.places.flatMap(({ question: id, ...rest }): Place[] => {
    const question = byId.get(id);
    return question ? [{ ...rest, question }] : [];
  });
  if (places.length === 0) return null;
  const { mode, phase, spent, limit } = saved;
  const found = places.findIndex(({ question }) => question.id === onScreen);
  const lost = Math.min(saved.index, places.length - 1);
  const run: Run = {
    mode,
    phase,
    places,
    spent,
    limit,
    since: now,
    index: found < 0 ? lost : found,
  };
  return mode === 'practice' ? practising(run, found >= 0) : examined(run);
}

/** In practice the answers belong to the first questions, and what is on screen follows from that. */
function practising(run: Run, kept: boolean): Run {
  if (run.phase === 'finished' || (kept && run.phase === 'checked')) return run;
  if (run.phase === 'judging') return finish(run);
  const open = run.places.findIndex(({ response }) => response === null);
  return open < 0 ? finish(run) : { ...run, phase: 'answering', index: open };
}

function examined(run: Run): Run {
  return run.phase === 'judging' && !isUnjudged(run.places[run.index]!) ? finish(run) : run;
}

const PHASES: readonly unknown[] = [
  'answering',
  'checked',
  'judging',
  'finished',
] satisfies Run['phase'][];

function isSavedRun(value: unknown): value is SavedRun {
  return (
    isRecord(value) &&
    value.version === 2 &&
    (MODES as readonly unknown[]).includes(value.mode) &&
    PHASES.includes(value.phase) &&
    !(value.mode === 'exam' && value.phase === 'checked') &&
    Number.isInteger(value.index) &&
    (value.index as number) >= 0 &&
    isDuration(value.spent) &&
    (value.limit === null || isDuration(value.limit)) &&
    Array.isArray(value.places) &&
    value.places.every(isSavedPlace) &&
    isConsistent(value as unknown as SavedRun)
  );
}

/** In practice answers come in order, and the one that was checked is there. */
function isConsistent({ mode, phase, index, places }: SavedRun): boolean {
  if (mode === 'exam') return true;
  const open = places.findIndex(({ response }) => response === null);
  const inOrder = open < 0 || places.slice(open).every(({ response }) => response === null);
  return inOrder && (phase !== 'checked' || places[index]?.response != null);
}

function isSavedPlace(value: unknown): value is SavedPlace {
  return (
    isRecord(value) &&
    typeof value.question === 'string' &&
    (value.response === null || isResponse(value.response)) &&
    (value.confidence === null || (CONFIDENCES as readonly unknown[]).includes(value.confidence)) &&
    typeof value.flagged === 'boolean' &&
    isDuration(value.duration)
  );
}

function isDuration(value: unknown): boolean {
  return typeof value === 'number' && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
