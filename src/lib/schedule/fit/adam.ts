/** Published settings of the optimiser (fsrs-optimizer and fsrs-rs alike; Kingma and Ba, 2015). */
const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;
const EPSILON = 1e-8;

/** Adam: steps against the gradient, each parameter at its own pace. */
export class Adam {
  readonly #mean: Float64Array;
  readonly #square: Float64Array;
  #steps = 0;

  constructor(count: number) {
    this.#mean = new Float64Array(count);
    this.#square = new Float64Array(count);
  }

  /** Moves the parameters one step, in place. */
  step(parameters: Float64Array, gradient: Float64Array, rate: number): void {
    this.#steps++;
    // The means begin at zero: this takes that out again.
    const meanBias = 1 - MEAN_DECAY ** this.#steps;
    const squareBias = 1 - SQUARE_DECAY ** this.#steps;
    for (let index = 0; index < parameters.length; index++) {
      const slope = gradient[index]!;
      const mean = MEAN_DECAY * this.#mean[index]! + (1 - MEAN_DECAY) * slope;
      const square = SQUARE_DECAY * this.#square[index]! + (1 - SQUARE_DECAY) * slope * slope;
      this.#mean[index] = mean;
      this.#square[index] = square;
      const pace = Math.sqrt(square / squareBias) + EPSILON;
      parameters[index]! -= (rate * (mean / meanBias)) / pace;
    }
  }
}

/** The learning rate of a step, falling from `most` to nothing along half a cosine. */
export function annealed(most: number, step: number, steps: number): number {
  return (most * (1 + Math.cos((Math.PI * step) / steps))) / 2;
}
