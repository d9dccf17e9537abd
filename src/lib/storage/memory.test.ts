import { expect, it } from 'vitest';
import { storeContract } from './contract.ts';
import { openIndexedDb } from './index.ts';
import { memoryStore } from './memory/index.ts';

storeContract('memory', () => Promise.resolve(memoryStore()));

it('a journal in memory does not claim to last', () => {
  expect(memoryStore().durable).toBe(false);
});

it('a journal cannot be opened where there is no IndexedDB, and says what that means', async () => {
  expect('indexedDB' in globalThis).toBe(false);
  const opened = await openIndexedDb();
  expect(opened).toMatchObject({ ok: false, error: { code: 'storage-missing' } });
});
