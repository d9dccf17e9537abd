/**
 * Where reading aloud stands. A pure state machine: it says what is to be spoken, and whoever speaks
 * tells it what became of that.
 */
export interface Playback {
  readonly phase: 'playing' | 'paused' | 'ended' | 'failed';
  /** The sentence, from 0. */
  readonly at: number;
  /** How many there are, at least one. */
  readonly total: number;
  /**
   * Counts what was begun. What a browser reports of something older is no news: to cancel an
   * utterance makes it report an end or an error as well, and often later than the next has begun.
   */
  readonly turn: number;
}

export type PlaybackEvent =
  | { readonly kind: 'play' | 'pause' | 'again' }
  /** One sentence on or back. */
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  /** What was spoken in a turn is over, or could not be spoken. */
  | { readonly kind: 'spoken' | 'broken'; readonly turn: number };

/** Begins to read. */
export function begin(total: number, at = 0): Playback {
  return { phase: 'playing', at: clamp(at, total), total, turn: 1 };
}

/**
 * What comes of an event. Whenever the turn of a state that plays is a new one, its sentence is to be
 * spoken from its beginning; whatever was spoken before is to be silenced.
 *
 * There is no pausing within a sentence: on Android, a pause is an end. To play is to begin it again.
 */
export function after(state: Playback, event: PlaybackEvent): Playback {
  const turn = state.turn + 1;
  switch (event.kind) {
    case 'play':
      if (state.phase === 'playing') return state;
      return { ...state, phase: 'playing', turn, at: state.phase === 'ended' ? 0 : state.at };
    case 'pause':
      return state.phase === 'playing' ? { ...state, phase: 'paused', turn } : state;
    case 'again':
      // Another voice or speed is heard at once; where nothing is heard, with the next sentence.
      return state.phase === 'playing' ? { ...state, turn } : state;
    case 'step': {
      const at = clamp(state.at + event.by, state.total);
      const phase = state.phase === 'playing' ? 'playing' : 'paused';
      return { ...state, phase, at, turn };
    }
    case 'spoken':
      if (!isNews(state, event.turn)) return state;
      if (state.at + 1 === state.total) return { ...state, phase: 'ended', turn };
      return { ...state, at: state.at + 1, turn };
    case 'broken':
      return isNews(state, event.turn) ? { ...state, phase: 'failed', turn } : state;
  }
}

function isNews(state: Playback, turn: number): boolean {
  return state.phase === 'playing' && state.turn === turn;
}

function clamp(at: number, total: number): number {
  return Math.min(Math.max(0, at), total - 1);
}
