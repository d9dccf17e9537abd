import {
  measuredBehaviour,
  TYPICAL_BEHAVIOUR,
  type Behaviour,
  type Observed,
} from '../schedule/index.ts';
import { PHASES, type AnswerLog } from './answer-log.ts';

/** Longer than this, the learner was away: such an answer says nothing of how long answers take. */
const LONGEST_MS = 120_000;

/** How this learner answers, and from how many answers that is known. */
export interface LearnerBehaviour {
  readonly behaviour: Behaviour;
  readonly answers: number;
}

/** Measures how the learner answers; where there is little to go by, the typical learner stands in. */
export function behaviourOf(log: AnswerLog, rows: Uint32Array): LearnerBehaviour {
  const observed = PHASES.map(() => ({
    counts: [0, 0, 0, 0] as [number, number, number, number],
    milliseconds: [0, 0, 0, 0] as [number, number, number, number],
    timed: [0, 0, 0, 0] as [number, number, number, number],
  }));
  for (const row of rows) {
    const phase = observed[log.phase[row]!]!;
    const at = log.rating[row]! - 1;
    const milliseconds = log.milliseconds[row]!;
    phase.counts[at]!++;
    if (milliseconds === 0 || milliseconds > LONGEST_MS) continue;
    phase.milliseconds[at]! += milliseconds;
    phase.timed[at]!++;
  }
  const of = (phase: (typeof PHASES)[number], typical: Behaviour[keyof Behaviour]) =>
    measuredBehaviour(observed[PHASES.indexOf(phase)] as Observed, typical);
  return {
    answers: rows.length,
    behaviour: {
      fresh: of('new', TYPICAL_BEHAVIOUR.fresh),
      learning: of('learning', TYPICAL_BEHAVIOUR.learning),
      review: of('review', TYPICAL_BEHAVIOUR.review),
      relearning: of('relearning', TYPICAL_BEHAVIOUR.relearning),
    },
  };
}
