import { shelf } from 'virtual:recite/shelf';
import { err, ok, type Failure, type Result } from '../../primitives/index.ts';
import { unpackBank, withFaces, type Bank } from '../../bank/index.ts';
import {
  memoryDocuments,
  openDocuments,
  type DocumentHead,
  type DocumentStore,
} from '../../storage/documents/index.ts';
import { t } from '../../language/index.ts';
import type { Recite } from '../recite.svelte.ts';
import { shippedBank } from '../wiring.ts';

/** A document that a class can be asked about here. */
export interface DocumentHere {
  /** Of its bank. */
  readonly id: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
}

let opening: Promise<Result<DocumentStore>> | null = null;

/**
 * The documents that were added on this device, opened once a page. Where the browser has no storage,
 * a place that lasts as long as the page: `durable` says so.
 */
export function ownDocuments(): Promise<Result<DocumentStore>> {
  return (opening ??= openDocuments().then((opened) =>
    !opened.ok && opened.error.code === 'storage-missing' ? ok(memoryDocuments()) : opened,
  ));
}

/** What came with the app: first the one that is studied on this device. */
export function shippedDocuments({ bank: { id, document } }: Recite): readonly DocumentHere[] {
  const studied = { id, title: document.title, language: document.language };
  return [studied, ...shelf.filter((one) => one.id !== id)];
}

/** What was added on this device. */
export async function addedDocuments(): Promise<Result<readonly DocumentHead[]>> {
  const store = await ownDocuments();
  return store.ok ? store.value.heads() : store;
}

/** A document with its questions; null where it is not on this device. */
export async function bankHere(recite: Recite, id: string): Promise<Result<Bank | null>> {
  // With what its reader has written about it.
  if (id === recite.bank.id) return ok(recite.bank);
  const packed = shelf.some((one) => one.id === id) ? await fetchBank(id) : await ownBank(id);
  if (!packed.ok || packed.value === null) return packed as Result<null>;
  const bank = unpackBank(packed.value);
  return bank.ok ? ok(withFaces(bank.value)) : bank;
}

async function ownBank(id: string): Promise<Result<unknown>> {
  const store = await ownDocuments();
  return store.ok ? store.value.bank(id) : store;
}

async function fetchBank(id: string): Promise<Result<unknown>> {
  const bank = await shippedBank(id);
  return bank ? ok(bank) : err(NOT_FETCHED);
}

const NOT_FETCHED: Failure = {
  code: 'bank-missing',
  message: t(
    'The questions about this document could not be loaded. Connect to the network and choose it again.',
  ),
};
