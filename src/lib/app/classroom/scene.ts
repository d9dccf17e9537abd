import type { Asked, SeatKnown, SeatView, Sent, Stage } from '../../classroom/index.ts';
import { inWords } from './failure-words.ts';

/**
 * What a student’s phone shows. At one’s own speed: `finished`, all is answered; `shut`, none can be
 * answered any more. `over`: it ended before the student was let in.
 */
export type Scene =
  | 'connecting'
  | 'waiting'
  | 'removed'
  | 'over'
  | 'lobby'
  | 'paused'
  | 'asking'
  | 'finished'
  | 'shut'
  | 'closed'
  | 'discussing'
  | 'revealed'
  | 'results';

export function sceneOf(stage: Stage | null, view: SeatView | null): Scene {
  if (!stage || !view) return 'connecting';
  if (view.status !== 'in') return stage.phase === 'ended' ? 'over' : view.status;
  switch (stage.phase) {
    case 'asking':
      if (stage.paused) return 'paused';
      if (stage.pace === 'together') return 'asking';
      return view.question ? 'asking' : 'finished';
    case 'revealed':
      return stage.pace === 'self' ? 'results' : 'revealed';
    case 'ended':
      return 'results';
    case 'closed':
      return stage.pace === 'self' ? 'shut' : 'closed';
    default:
      return stage.phase;
  }
}

/**
 * What has become of the student’s answer to the question on screen: sent from here, or known from
 * before a reload. Null: there is none.
 */
export function sentOf(known: SeatKnown, question: Asked): Sent | null {
  const { sent, stage, view } = known;
  if (!stage) return null;
  const { place } = question;
  const { vote, pace } = stage;
  if (sent?.place === place && sent.vote === vote) {
    return { ...sent, failure: sent.failure && inWords(sent.failure) };
  }
  // Of a view that is older than the stage, the answer may be to another question.
  if (!view?.mine || pace === 'self' || view.place !== place || view.vote !== vote) return null;
  return { place, vote: view.mineOf ?? vote, response: view.mine, state: 'saved', failure: null };
}
