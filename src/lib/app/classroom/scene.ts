import type { SeatView, Stage } from '../../classroom/index.ts';

/**
 * What a student’s phone shows. `finished`: at one’s own speed, all is answered; `over`: it ended before
 * the student was let in.
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
    default:
      return stage.phase;
  }
}
