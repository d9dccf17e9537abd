import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { err, ok } from '../primitives/index.ts';
import type { PackedBank } from '../bank/index.ts';
import { DEFAULT_SETTINGS } from '../journal/index.ts';
import { FAILURES } from '../storage/index.ts';
import { memoryStore } from '../storage/memory/index.ts';
import { Recite } from './recite.svelte.ts';
import { rebuild, SettingsEditor } from './settings.svelte.ts';

const BANK = {
  id: 'b',
  document: { id: 'd', title: 'T', language: 'en', sections: [] },
  questions: [],
} as PackedBank;

async function started() {
  const store = memoryStore();
  let ids = 0;
  const recite = new Recite({
    environment: () => ({
      now: () => 1000 + ids,
      moment: () => ({ now: 1000 + ids, offset: 0, day: 100 }),
      newId: () => String(ids++).padStart(8, '0'),
      device: 'test',
    }),
    openStore: () => Promise.resolve(ok(store)),
    fetchBank: () => Promise.resolve(ok(BANK)),
  });
  await recite.start();
  const events = async () => {
    const read = await store.eventsAfter(null, 100);
    return read.ok ? read.value : [];
  };
  return { recite, store, events };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('one drag of a slider is one event, with the last value', async () => {
  const { recite, events } = await started();
  const editor = new SettingsEditor(recite);
  for (const desiredRetention of [0.91, 0.92, 0.93]) editor.change({ desiredRetention });
  expect(editor.shown.desiredRetention).toBe(0.93);
  expect(await events()).toHaveLength(0);
  await vi.runAllTimersAsync();
  expect(await events()).toMatchObject([{ kind: 'settings', changes: { desiredRetention: 0.93 } }]);
  expect(recite.settings.desiredRetention).toBe(0.93);
  expect(editor.saved).toEqual(['desiredRetention']);
});

test('a change there and back again is none', async () => {
  const { recite, events } = await started();
  const editor = new SettingsEditor(recite);
  editor.change({ newPerDay: 5 });
  editor.change({ newPerDay: 20 });
  await editor.flush();
  expect(await events()).toHaveLength(0);
});

test('leaving saves what waits', async () => {
  const { recite, events } = await started();
  const editor = new SettingsEditor(recite);
  editor.change({ newPerDay: 5, reviewsPerDay: 50 });
  await editor.flush();
  await vi.runAllTimersAsync();
  expect(await events()).toHaveLength(1);
});

test('leaving while it is being saved does not save it twice', async () => {
  const { recite, events } = await started();
  const editor = new SettingsEditor(recite);
  editor.change({ newPerDay: 5 });
  await Promise.all([editor.flush(), editor.flush()]);
  expect(await events()).toHaveLength(1);
});

test('back to the defaults touches what differs, and can be put back', async () => {
  const { recite, events } = await started();
  const editor = new SettingsEditor(recite);
  editor.change({ newPerDay: 5, learningSteps: [2, 20] });
  await editor.flush();
  const before = await editor.reset();
  expect(before).toEqual({ newPerDay: 5, learningSteps: [2, 20] });
  expect(recite.settings).toEqual(DEFAULT_SETTINGS);
  expect(editor.atDefaults).toBe(true);
  expect(await events()).toMatchObject([
    {},
    { changes: { newPerDay: 20, learningSteps: [1, 10] } },
  ]);
  editor.change(before);
  await editor.flush();
  expect(recite.settings.newPerDay).toBe(5);
});

test('a change that cannot be saved stays shown and says so', async () => {
  const { recite, store } = await started();
  store.append = () =>
    Promise.resolve({ ok: false, error: { code: 'storage-full', message: 'The device is full.' } });
  const editor = new SettingsEditor(recite);
  editor.change({ newPerDay: 5 });
  await editor.flush();
  expect(editor.failure?.message).toBe('The device is full.');
  expect(editor.shown.newPerDay).toBe(5);
  expect(recite.settings.newPerDay).toBe(20);
});

test('a rebuild says what it came to, and that the rest is to look again', async () => {
  const { recite, store } = await started();
  store.rebuild = () => Promise.resolve(ok({ cards: 2, corrected: 1 }));
  const { writes } = recite;
  expect(await rebuild(recite)).toEqual(ok({ cards: 2, corrected: 1 }));
  expect(recite.writes).toBe(writes + 1);
  store.rebuild = () => Promise.resolve(err(FAILURES.full));
  expect(await rebuild(recite)).toEqual(err(FAILURES.full));
  expect(recite.writes).toBe(writes + 1);
});
