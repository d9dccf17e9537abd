import type { Command, Stage } from '../../classroom/index.ts';
import { t } from '../../language/index.ts';

/** What a teacher can do next, in words. */
export interface Step {
  readonly label: string;
  readonly command: Command;
}

/**
 * The one thing that comes next; null once it is over.
 *
 * @param asked places that were asked
 */
export function nextStep(stage: Stage, asked: readonly number[]): Step | null {
  const { phase, pace, place, total } = stage;
  const self = pace === 'self';
  switch (phase) {
    case 'lobby':
      return {
        label: self ? t('Hand out the questions') : t('Ask the first question'),
        command: { do: 'open', place: 0 },
      };
    case 'asking':
      return {
        label: self ? t('Close the questions') : t('Close the question'),
        command: { do: 'close', place },
      };
    case 'discussing':
      return { label: t('Vote again'), command: { do: 'vote', place } };
    case 'closed':
      return {
        label: self ? t('Show the results') : t('Show the answer'),
        command: { do: 'reveal', place },
      };
    case 'revealed': {
      const next = self ? place + 1 : Math.max(-1, ...asked) + 1;
      if (next >= total) return { label: t('End the session'), command: { do: 'end' } };
      return self
        ? { label: t('Go through question {0}', next + 1), command: { do: 'look', place: next } }
        : { label: t('Next question'), command: { do: 'open', place: next } };
    }
    case 'ended':
      return null;
  }
}

/** What can be done besides, with the key that does it. */
export interface SideStep extends Step {
  readonly key: string;
}

/** @param isLast no question is left to go on to */
export function sideSteps(stage: Stage, isLast: boolean): readonly SideStep[] {
  const { phase, pace, place, vote, paused } = stage;
  const steps: SideStep[] = [];
  if (phase === 'asking') {
    steps.push({
      label: paused ? t('Go on') : t('Pause'),
      command: { do: 'pause', paused: !paused },
      key: 'p',
    });
  }
  if (pace === 'self') return steps;
  if (phase === 'closed' && vote === 1) {
    steps.push({ label: t('Discuss'), command: { do: 'discuss', place }, key: 'd' });
  }
  if (phase === 'discussing') {
    steps.push({ label: t('Show the answer'), command: { do: 'reveal', place }, key: 'r' });
  }
  const isOpen = phase === 'asking' || phase === 'closed' || phase === 'discussing';
  if (isOpen && !isLast) {
    steps.push({ label: t('Skip it'), command: { do: 'skip', place }, key: 's' });
  }
  return steps;
}
