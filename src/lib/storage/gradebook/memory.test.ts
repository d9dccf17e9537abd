import { expect, it } from 'vitest';
import { gradebookContract } from './contract.ts';
import { memoryGradebook, openGradebook } from './index.ts';

gradebookContract('memory', () => Promise.resolve(memoryGradebook()));

it('a gradebook in memory does not claim to last', () => {
  expect(memoryGradebook().durable).toBe(false);
});

it('where there is no IndexedDB, it says what that means for class records', async () => {
  const opened = await openGradebook();
  expect(opened).toMatchObject({ ok: false, error: { code: 'storage-missing' } });
  if (!opened.ok) expect(opened.error.message).toContain('class records');
});
