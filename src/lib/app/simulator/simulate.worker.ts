import { simulate, type SimulatedWeek, type SimulationInput } from '../../schedule/index.ts';

/** What is asked of this worker: the same weeks under several goals. */
export interface Asked {
  readonly id: number;
  readonly input: SimulationInput;
  readonly goals: readonly number[];
}

/** Its answer: a course for each goal. */
export interface Played {
  readonly id: number;
  readonly courses: readonly (readonly SimulatedWeek[])[];
}

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  const { id, input, goals } = data;
  const courses = goals.map((desiredRetention) =>
    simulate({ ...input, settings: { ...input.settings, desiredRetention } }),
  );
  self.postMessage({ id, courses } satisfies Played);
};
