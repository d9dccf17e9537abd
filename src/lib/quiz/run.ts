import type { Instant } from '../primitives/index.ts';
import type { Question } from '../bank/index.ts';
import type { Response, Verdict } from '../grading/index.ts';
import type { Confidence } from '../journal/index.ts';

export const MODES = ['practice', 'exam'] as const;
/** Practice shows the answer at once; an exam only at its end, and until then all may be changed. */
export type Mode = (typeof MODES)[number];

/** A question of a quiz, and what the learner did with it. */
export interface Place {
  readonly question: Question;
  /** What stands as the answer; null while open. */
  readonly response: Response | null;
  readonly confidence: Confidence | null;
  /** Marked, to come back to it. */
  readonly flagged: boolean;
  /** Milliseconds that it was on screen unanswered or, in an exam, at all. */
  readonly duration: number;
}

/**
 * A quiz in progress: a state machine. Practice goes answering → checked → answering … → finished; an
 * exam is answering, at whichever place, until it is handed in. Open questions whose answers are not
 * judged yet come in between: judging → finished.
 */
export interface Run {
  readonly mode: Mode;
  readonly phase: 'answering' | 'checked' | 'judging' | 'finished';
  readonly places: readonly Place[];
  /** Which place is on screen. */
  readonly index: number;
  /** From when time has not been counted yet. */
  readonly since: Instant;
  /** Milliseconds spent. The clock stands while the learner is away. */
  readonly spent: number;
  /** Milliseconds after which an exam is handed in; null: never. */
  readonly limit: number | null;
}

/** Who thinks longer than this without a sign has put the phone down. */
const LONGEST_MS = 120_000;

export interface Rules {
  readonly mode: Mode;
  readonly limit: number | null;
}

export function startRun(
  questions: readonly Question[],
  now: Instant,
  { mode, limit }: Rules = { mode: 'practice', limit: null },
): Run {
  const places = questions.map((question) => ({
    question,
    response: null,
    confidence: null,
    flagged: false,
    duration: 0,
  }));
  const phase = questions.length > 0 ? 'answering' : 'finished';
  return { mode, phase, places, index: 0, since: now, spent: 0, limit };
}

/** Whether an answer is given but waits for the learner's own judgement. */
export function isUnjudged({ response }: Pick<Place, 'response'>): boolean {
  return response?.kind === 'written';
}

/** Practice: takes the answer to the question on screen and shows the key. */
export function check(
  run: Run,
  response: Response,
  confidence: Confidence | null,
  now: Instant,
): Run {
  if (run.mode !== 'practice' || run.phase !== 'answering') return run;
  return { ...withPlace(counted(run, now), { response, confidence }), phase: 'checked' };
}

/** The learner's judgement of the answer on screen; when exam answers are judged, the next such. */
export function judge(run: Run, verdict: Verdict): Run {
  const response = run.places[run.index]?.response;
  if (run.phase !== 'checked' && run.phase !== 'judging') return run;
  if (response?.kind !== 'written') return run;
  const { text } = response;
  const judged = withPlace(run, { response: { kind: 'judged', verdict, text } });
  return run.phase === 'judging' ? finish(judged) : judged;
}

/** Practice: the next question; after the last, the end. An answer must be judged first. */
export function next(run: Run, now: Instant): Run {
  if (run.phase !== 'checked' || isUnjudged(run.places[run.index]!)) return run;
  const index = run.index + 1;
  return index < run.places.length
    ? { ...run, phase: 'answering', index, since: now }
    : finish(run);
}

/** Exam: puts an answer in place of the one that stood there, or takes it back (null). */
export function put(run: Run, response: Response | null, now: Instant): Run {
  return isOpenExam(run) ? withPlace(counted(run, now), { response }) : run;
}

/** Exam: says how sure the answer on screen is, or flags it. */
export function mark(run: Run, marks: Partial<Pick<Place, 'confidence' | 'flagged'>>): Run {
  return isOpenExam(run) ? withPlace(run, marks) : run;
}

/** Exam: another question. */
export function go(run: Run, index: number, now: Instant): Run {
  if (!isOpenExam(run) || !run.places[index]) return run;
  return { ...counted(run, now), index };
}

/** Counts the time until now; at the end of an exam's time, what is there is handed in. */
export function tick(run: Run, now: Instant): Run {
  if (run.phase !== 'answering') return run;
  const after = counted(run, now);
  return after.limit !== null && after.spent >= after.limit ? finish(after) : after;
}

/** The learner is back: the time away counts for nothing. */
export function takeUp(run: Run, now: Instant): Run {
  return { ...run, since: now };
}

/** Exam: another limit, or none. */
export function limitTo(run: Run, limit: number | null): Run {
  return isOpenExam(run) ? { ...run, limit } : run;
}

/**
 * Ends the quiz where it stands, or hands the exam in: what was answered counts. Answers that the
 * learner has still to judge are shown one after the other before that.
 */
export function finish(run: Run): Run {
  const waiting = run.places.findIndex(isUnjudged);
  return waiting < 0 ? { ...run, phase: 'finished' } : { ...run, phase: 'judging', index: waiting };
}

function isOpenExam({ mode, phase }: Run): boolean {
  return mode === 'exam' && phase === 'answering';
}

/** The run with the time until now added to the question on screen. */
function counted(run: Run, now: Instant): Run {
  const passed = Math.min(LONGEST_MS, Math.max(0, now - run.since));
  const duration = (run.places[run.index]?.duration ?? 0) + passed;
  return { ...withPlace(run, { duration }), spent: run.spent + passed, since: now };
}

function withPlace(run: Run, changes: Partial<Place>): Run {
  const places = run.places.map((place, at) =>
    at === run.index ? { ...place, ...changes } : place,
  );
  return { ...run, places };
}
