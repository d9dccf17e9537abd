import type { Bank } from '../../bank/index.ts';
import type { Planned } from '../../classroom/index.ts';
import type { Recite } from '../recite.svelte.ts';
import { bankHere } from './here.ts';

/** The document that a class was asked about. */
export interface PlanDocument {
  /** Null where it is not here, or there are several. */
  readonly bank: Bank | null;
  /** The same where the reader of this device opens it: only there can passages be looked up. */
  readonly read: Bank | null;
  /** Its name, where it is not on this device (any more); else null. */
  readonly absent: string | null;
}

export const NO_DOCUMENT: PlanDocument = { bank: null, read: null, absent: null };

/** Also where the app could not start, or the document cannot be read, all else can be shown. */
export async function documentOf(recite: Recite, plan: readonly Planned[]): Promise<PlanDocument> {
  const [first] = plan;
  if (!first || plan.some(({ bank }) => bank !== first.bank)) return NO_DOCUMENT;
  const found = recite.status === 'ready' ? await bankHere(recite, first.bank) : null;
  const bank = found?.ok ? found.value : null;
  if (!bank) return { ...NO_DOCUMENT, absent: first.passage.document };
  return { bank, read: bank.id === recite.bank.id ? bank : null, absent: null };
}
