/** How many parameters FSRS-6 has. */
export const PARAMETER_COUNT = 21;

/**
 * The published parameters of FSRS-6, fitted to many learners at once (fsrs-rs, `DEFAULT_PARAMETERS`).
 * The first four are the initial stabilities, in days, after Again, Hard, Good and Easy.
 */
export const STANDARD_PARAMETERS: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/** How far the parameters of learners lie apart: standard deviations (fsrs-rs, `PARAMS_STDDEV`). */
export const SPREADS: readonly number[] = [
  6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25,
  1.03, 0.31, 0.32, 0.14, 0.27,
];

/** Of a memory's stability, in days. */
export const STABILITY = { from: 0.001, to: 36_500 } as const;
/** Of a memory's difficulty. */
export const DIFFICULTY = { from: 1, to: 10 } as const;

/**
 * An initial stability, in days. The lower end is ts-fsrs's, which takes any less for 0.1: the
 * parameters are to be fitted to the model that is run. fsrs-rs and py-fsrs go down to 0.001.
 */
export const INITIAL_STABILITY = { from: 0.1, to: 100 } as const;

/** Lower and upper end of each parameter, as published (fsrs-rs, `parameter_clipper.rs`). */
const RANGES: readonly (readonly [number, number])[] = [
  ...Array.from({ length: 4 }, () => [INITIAL_STABILITY.from, INITIAL_STABILITY.to] as const),
  [1, 10],
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  [0, 4.5],
  [0, 0.8],
  [0.001, 3.5],
  [0.001, 5],
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  [0, 1],
  [1, 6],
  [0, 2],
  [0, 2],
  [0.01, 0.8],
  [0.1, 0.8],
];

/** Brings each parameter into its range, in place. */
export function clipParameters(parameters: Float64Array): void {
  for (const [index, [low, high]] of RANGES.entries()) {
    parameters[index] = Math.min(high, Math.max(low, parameters[index]!));
  }
}
