import { expect, test } from 'vitest';
import type { JournalEvent } from '../journal/index.ts';
import { memoryStore } from '../storage/memory/index.ts';
import { historyFile } from './history.ts';

const NOW = Date.UTC(2026, 10, 23, 9);

function review(index: number): JournalEvent {
  return {
    kind: 'review',
    id: String(index).padStart(8, '0'),
    at: index,
    device: 'd',
    day: 1,
    offset: 60,
    card: `b/${index % 7}`,
    rating: 3,
    duration: 1000,
  };
}

async function written(events: readonly JournalEvent[]) {
  const store = memoryStore();
  for (const event of events) await store.append(event);
  const file = await historyFile(store, NOW, '2026-11-23');
  if (!file.ok) throw new Error(file.error.message);
  return { ...file.value, text: await file.value.blob.text() };
}

test('an empty history is a valid file', async () => {
  const { name, text, count } = await written([]);
  expect(name).toBe('recite-history-2026-11-23.json');
  expect(count).toBe(0);
  expect(JSON.parse(text)).toEqual({
    format: 'recite-history',
    version: 1,
    exported: '2026-11-23T09:00:00.000Z',
    events: [],
  });
});

test.each([1, 999, 1000, 1001, 2500])('%i events all arrive, in order', async (count) => {
  const events = Array.from({ length: count }, (_, index) => review(index));
  const file = await written(events);
  expect(file.count).toBe(count);
  expect(JSON.parse(file.text)).toMatchObject({ events });
});
