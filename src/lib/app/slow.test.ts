import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellingIfSlow } from './slow.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const lasting = (milliseconds: number) => () =>
  new Promise<string>((resolve) => setTimeout(() => resolve('done'), milliseconds));

test('what is done at once is not announced', async () => {
  const told: boolean[] = [];
  const result = tellingIfSlow(lasting(20), (slow) => told.push(slow));
  await vi.runAllTimersAsync();
  expect(await result).toBe('done');
  expect(told).not.toContain(true);
});

test('what takes long is announced, and so is its end', async () => {
  const told: boolean[] = [];
  const result = tellingIfSlow(lasting(1000), (slow) => told.push(slow));
  await vi.advanceTimersByTimeAsync(500);
  expect(told).toEqual([true]);
  await vi.runAllTimersAsync();
  expect(await result).toBe('done');
  expect(told).toEqual([true, false]);
});

test('work that fails has ended too', async () => {
  const told: boolean[] = [];
  const failing = tellingIfSlow(
    () => Promise.reject(new Error('disk')),
    (slow) => told.push(slow),
  );
  await expect(failing).rejects.toThrow('disk');
  await vi.runAllTimersAsync();
  expect(told).toEqual([false]);
});
