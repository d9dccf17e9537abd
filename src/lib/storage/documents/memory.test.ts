import { expect, it } from 'vitest';
import { documentsContract } from './contract.ts';
import { memoryDocuments, openDocuments } from './index.ts';

documentsContract('memory', () => Promise.resolve(memoryDocuments()));

it('where there is no IndexedDB, it says what that means for documents', async () => {
  const opened = await openDocuments();
  expect(opened).toMatchObject({ ok: false, error: { code: 'storage-missing' } });
  if (!opened.ok) expect(opened.error.message).toContain('documents that you add');
});
