import { describe, expect, it } from 'vitest';
import type { Stage } from '../../classroom/index.ts';
import { nextStep, sideSteps } from './steps.ts';

const STAGE = {
  session: 's',
  n: 1,
  title: '',
  pace: 'together',
  phase: 'lobby',
  place: -1,
  total: 3,
  vote: 1,
  paused: false,
  limit: null,
  confidence: false,
  teams: [],
  question: null,
  reveal: null,
} as unknown as Stage;

const does = (changes: Partial<Stage>, asked: readonly number[] = []) =>
  nextStep({ ...STAGE, ...changes }, asked)?.command ?? null;
const beside = (changes: Partial<Stage>, isLast = false) =>
  sideSteps({ ...STAGE, ...changes }, isLast).map(({ command }) => command.do);

describe('what comes next', () => {
  it('goes from question to question, and past what was skipped or looked at again', () => {
    expect(does({})).toEqual({ do: 'open', place: 0 });
    expect(does({ phase: 'asking', place: 0 })).toEqual({ do: 'close', place: 0 });
    expect(does({ phase: 'closed', place: 0 })).toEqual({ do: 'reveal', place: 0 });
    expect(does({ phase: 'discussing', place: 0 })).toEqual({ do: 'vote', place: 0 });
    expect(does({ phase: 'revealed', place: 0 }, [0, 1])).toEqual({ do: 'open', place: 2 });
    expect(does({ phase: 'revealed', place: 0 }, [0, 1, 2])).toEqual({ do: 'end' });
    expect(does({ phase: 'ended', place: 2 })).toBeNull();
  });

  it('goes through the questions that each took at their own speed', () => {
    const at = (place: number) => does({ pace: 'self', phase: 'revealed', place }, [0, 1, 2]);
    expect([-1, 0, 2].map(at)).toEqual([
      { do: 'look', place: 0 },
      { do: 'look', place: 1 },
      { do: 'end' },
    ]);
  });
});

describe('what can be done besides', () => {
  it('hangs on how far the question is', () => {
    expect(beside({})).toEqual([]);
    expect(beside({ phase: 'asking', place: 0 })).toEqual(['pause', 'skip']);
    expect(beside({ phase: 'asking', place: 2 }, true)).toEqual(['pause']);
    expect(beside({ phase: 'closed', place: 0 })).toEqual(['discuss', 'skip']);
    expect(beside({ phase: 'closed', place: 0, vote: 2 })).toEqual(['skip']);
    expect(beside({ phase: 'discussing', place: 0 })).toEqual(['reveal', 'skip']);
    expect(beside({ phase: 'asking', pace: 'self', place: 0 })).toEqual(['pause']);
  });
});
