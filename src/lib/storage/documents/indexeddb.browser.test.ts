import { expect, it } from 'vitest';
import { must } from '../contract/bench.ts';
import { bankOf, documentsContract } from './contract.ts';
import { openDocuments } from './index.ts';

documentsContract('IndexedDB', (name) => must(openDocuments(name)));

it('is there when it is opened again', async () => {
  const name = `documents-again-${Date.now()}`;
  const store = await must(openDocuments(name));
  await must(store.put(bankOf('a', 'Aves'), 5));
  store.close();
  const again = await must(openDocuments(name));
  expect(again.durable).toBe(true);
  expect(await must(again.bank('a'))).toEqual(bankOf('a', 'Aves'));
  again.close();
});
