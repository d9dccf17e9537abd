import { GOOD, memoryModel, type Memory, type Parameters } from '../schedule/index.ts';

/**
 * The intervals, in whole days, of a card that is answered with Good twice on its first day and then
 * whenever it is due: what parameters mean for the learner, in numbers that one can picture.
 */
export function goodIntervals(
  parameters: Parameters,
  desiredRetention: number,
  count: number,
): number[] {
  const model = memoryModel(parameters);
  let memory: Memory = model.next(null, 0, GOOD);
  let days = 0;
  return Array.from({ length: count }, () => {
    memory = model.next(memory, days, GOOD);
    days = Math.max(1, Math.round(model.interval(memory.stability, desiredRetention)));
    return days;
  });
}
