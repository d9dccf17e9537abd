import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, begin, type Playback, type PlaybackEvent } from './playback.ts';

const event: fc.Arbitrary<PlaybackEvent> = fc.oneof(
  fc.constantFrom<PlaybackEvent>(
    { kind: 'play' },
    { kind: 'pause' },
    { kind: 'again' },
    { kind: 'step', by: 1 },
    { kind: 'step', by: -1 },
  ),
  fc.record({ kind: fc.constantFrom('spoken', 'broken'), turn: fc.integer({ min: 0, max: 30 }) }),
);

const total = fc.integer({ min: 1, max: 12 });

/** Every state that a run goes through. */
function run(start: Playback, events: readonly PlaybackEvent[]): Playback[] {
  const states = [start];
  for (const each of events) states.push(after(states.at(-1)!, each));
  return states;
}

describe('reading aloud', () => {
  test('undisturbed, speaks every sentence once, in order, and ends', () => {
    fc.assert(
      fc.property(total, (count) => {
        const spoken: number[] = [];
        let state = begin(count);
        while (state.phase === 'playing') {
          spoken.push(state.at);
          state = after(state, { kind: 'spoken', turn: state.turn });
        }
        expect(spoken).toEqual(Array.from({ length: count }, (_, index) => index));
        expect(state.phase).toBe('ended');
      }),
      { numRuns: 12 },
    );
  });

  test('stays within the text, and never goes back in its turns', () => {
    fc.assert(
      fc.property(total, fc.array(event, { maxLength: 40 }), (count, events) => {
        const states = run(begin(count), events);
        for (const [index, state] of states.entries()) {
          expect(state.at).toBeGreaterThanOrEqual(0);
          expect(state.at).toBeLessThan(count);
          const before = states[index - 1];
          if (!before) continue;
          expect(state.turn - before.turn).toBe(state === before ? 0 : 1);
        }
      }),
    );
  });

  test('takes no notice of what was begun before', () => {
    fc.assert(
      fc.property(total, fc.array(event, { maxLength: 20 }), (count, events) => {
        const state = run(begin(count), events).at(-1)!;
        for (const kind of ['spoken', 'broken'] as const) {
          for (const turn of [state.turn - 1, state.turn + 1]) {
            expect(after(state, { kind, turn })).toBe(state);
          }
        }
      }),
    );
  });

  test('paused, hears nothing; played, begins the sentence again', () => {
    fc.assert(
      fc.property(total, fc.array(event, { maxLength: 20 }), (count, events) => {
        const state = run(begin(count), events).at(-1)!;
        fc.pre(state.phase === 'playing');
        const paused = after(state, { kind: 'pause' });
        expect(after(paused, { kind: 'spoken', turn: paused.turn })).toBe(paused);
        expect(after(paused, { kind: 'play' })).toMatchObject({ phase: 'playing', at: state.at });
      }),
    );
  });

  test('played after its end, begins anew; after a failure, where it failed', () => {
    const ended = after(begin(1), { kind: 'spoken', turn: 1 });
    expect(ended.phase).toBe('ended');
    expect(after(ended, { kind: 'play' })).toMatchObject({ phase: 'playing', at: 0 });
    const failed = after(begin(5, 3), { kind: 'broken', turn: 1 });
    expect(failed.phase).toBe('failed');
    expect(after(failed, { kind: 'play' })).toMatchObject({ phase: 'playing', at: 3 });
  });
});
